import { InvalidArgumentError, Option } from 'commander';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { queryIdOf } from '../../claims/retrieval-id.ts';
import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { mapAhead } from '../../io/search-index/map-ahead.ts';
import { openPool } from '../../io/search-index/pooled-searcher.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import { documentIdIn, printRun } from '../../retrieve/run/print-run.ts';
import { searcherOfTexts } from '../../retrieve/searcher-of-texts.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { recallQuestions } from '../../retrieve/suggest/recall/recall-question.ts';
import { RecallTally, recallCutoffs } from '../../retrieve/suggest/recall/recall-tally.ts';
import { suggestEvidence } from '../../retrieve/suggest/suggest-evidence.ts';
import { defaultSuggestSettings, settingsWithoutOrder } from '../../retrieve/suggest/suggest-settings.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';
import { addDatasetOption } from '../options.ts';
import { createProgress } from '../progress.ts';
import { openSearcher } from '../search/open-searcher.ts';
import { claimsOfFile, claimsOfFolder, type FoundClaims } from '../suggest/claims-to-suggest.ts';
import { printRecall, printRecallRecord } from '../suggest/print-recall.ts';
import {
  printClaimSuggestions,
  printSuggestionRecord,
  printSuggestions,
} from '../suggest/print-suggestions.ts';

interface Options {
  readonly all?: boolean;
  readonly claims?: string;
  readonly dataset?: string;
  readonly engine?: string;
  readonly evaluate?: true | string;
  readonly from?: string;
  readonly index?: string;
  readonly json?: boolean;
  readonly language?: string;
  readonly run?: string;
  readonly top?: number;
}

const defaultTop = 10;
/** Nobody reads more, and each costs time. */
const mostSuggestions = 1000;
const defaultWidth = 100;

export const suggest = defineCommand<[string[]], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument('[claim...]', 'id of a claim of the dataset, or the text of one')
      .option('--top <count>', `suggestions at most (default: ${defaultTop})`, parseTop)
      .option('--all', 'for every claim of the dataset, those without a label too')
      .option('--claims <file>', 'for every claim of a file; - for standard input')
      .option('--evaluate [file]', 'how much of the evidence is found: of the dataset, or of a file')
      .addOption(
        new Option('--from <format>', 'what the file is (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option('--language <tag>', 'language of the claims (default: as configured)', parseLanguage)
      .addOption(new Option('--json', 'as JSON, one suggestion a line').conflicts('run'))
      .option('--run <tag>', 'with --all or --claims, a TREC run of this name, for `claimset score`')
      .option('--index <file>', 'an index file, instead of that of the configuration')
      .option('--engine <url>', 'a search engine, instead of that of the configuration')
      .addHelpText(
        'after',
        `
Only the text of a claim is looked at, never its label or evidence. --all and --claims print a line of JSON for
each claim. --evaluate counts of how many claims one whole evidence set, and any piece of one, is among the first
${recallCutoffs.join(', ')}; a file that carries the texts of its evidence is searched itself. What it can and cannot find:
docs/suggest.md. Exit code 1: there is nothing to suggest.`,
      );
  },
  examples: [
    ['claimset suggest nkw-0001', 'evidence for or against a claim of the dataset'],
    ['claimset suggest "Shusha fell on 9 May 1992." --top 3', 'of a text that is no claim yet'],
    ['claimset suggest --all --run suggest > suggest.run', 'a TREC run of all claims'],
    ['claimset suggest --evaluate', 'how much of the evidence is found'],
  ],
  run: async ([words], options, io) => {
    guardUse(words, options);
    const { evaluate, from, claims: file } = options;
    const given = typeof evaluate === 'string' ? evaluate : file;
    const found = given === undefined ? undefined : await claimsOfFile(given, from, io);
    if (given !== undefined && found === undefined) return 1;
    if (evaluate !== undefined) return evaluateOn(found, options, io);
    if (found !== undefined) return suggestForAll(found, options, io);
    const dataset = await claimsOfFolder(options.dataset, io);
    if (options.all === true) return suggestForAll(dataset.all, options, io);
    const text = words.join(' ').trim();
    const known = dataset.find(text)?.record;
    if (known === undefined && !/\s/.test(text))
      throw new UsageError(
        `There is no claim "${text}" in the dataset. Give the id of one, or a text of several words.`,
      );
    return suggestForOne(known ?? { claim: text }, options, io);
  },
});

type OneClaim = Pick<FoundClaims['claims'][number], 'claim'> & Partial<FoundClaims['claims'][number]>;

async function suggestForOne({ id, claim }: OneClaim, options: Options, io: CommandIo): Promise<ExitCode> {
  return withSearcher(options, io, async (searcher, language) => {
    const count = options.top ?? defaultTop;
    const suggestions = await suggestEvidence(searcher, { claim, count, language });
    const shown = { ...(id !== undefined && { id }), claim, language };
    const pieces =
      options.json === true
        ? suggestions.map((suggestion, at) => printSuggestionRecord(suggestion, at + 1))
        : printSuggestions(suggestions, shown, io);
    for (const piece of pieces) {
      if (!io.stdout.isOpen) break;
      await io.stdout.write(piece);
    }
    if (suggestions.length === 0)
      await io.stderr.write('Nothing in the corpus has a word of the claim but the commonest.\n');
    return suggestions.length === 0 ? 1 : 0;
  });
}

async function suggestForAll(
  { claims, name }: FoundClaims,
  options: Options,
  io: CommandIo,
): Promise<ExitCode> {
  return withSearcher(options, io, async (searcher, language, ahead) => {
    const progress = createProgress(io);
    const count = options.top ?? defaultTop;
    let [asked, without] = [0, 0];
    const suggested = mapAhead(claims, ahead, async ({ id, claim }) => ({
      id,
      suggestions: await suggestEvidence(searcher, { claim, count, language }),
    }));
    for await (const { id, suggestions } of suggested) {
      if (!io.stdout.isOpen) break;
      asked += 1;
      if (suggestions.length === 0) without += 1;
      await io.stdout.write(
        options.run === undefined
          ? printClaimSuggestions(id, suggestions)
          : [...printRun(queryIdOf(id), suggestions.map(rankedDocument), options.run)].join(''),
      );
      await progress.tick(() => `suggesting: ${asked} of ${countWords(claims.length, 'claim')}`);
    }
    await progress.done();
    await io.stderr.write(
      `${countWords(asked, 'claim')} of ${name}, ${without === 0 ? 'all with suggestions' : `${formatNumber(without)} without a suggestion`}\n`,
    );
    return asked === without ? 1 : 0;
  });
}

function rankedDocument(suggestion: Parameters<typeof documentIdIn>[0] & { readonly score: number }) {
  return { document: documentIdIn(suggestion), score: suggestion.score };
}

/** Measures on the claims of a file, in its own texts where it carries some; else on those of the dataset. */
async function evaluateOn(
  given: FoundClaims | undefined,
  options: Options,
  io: CommandIo,
): Promise<ExitCode> {
  const { claims, name, texts } = given ?? (await claimsOfFolder(options.dataset, io)).all;
  const questions = recallQuestions(
    claims.filter((claim): claim is OpenClaim => claim.evidence !== undefined),
  );
  if (questions.length === 0)
    throw new UsageError(
      `There is no claim with evidence in "${name}" to measure on. Name a file whose claims have evidence and a label.`,
    );
  const measure = async (searcher: EvidenceSearcher, language: string, isOrdered: boolean, ahead: number) => {
    const progress = createProgress(io);
    const tally = new RecallTally();
    const count = Math.max(...recallCutoffs);
    const settings = isOrdered ? defaultSuggestSettings : settingsWithoutOrder;
    const suggested = mapAhead(questions, ahead, async (question) => ({
      question,
      suggestions: await suggestEvidence(searcher, { claim: question.claim, count, language }, settings),
    }));
    for await (const { question, suggestions } of suggested) {
      tally.add(
        question,
        suggestions.map(({ id }) => id),
      );
      await progress.tick(() => `measuring: ${tally.questions} of ${countWords(questions.length, 'claim')}`);
    }
    await progress.done();
    const measured = { name, searched: await searcher.size('element'), tally };
    const look = { color: wantsColor(io, io.stdout), width: io.stdout.columns ?? defaultWidth };
    await io.stdout.write(options.json === true ? printRecallRecord(measured) : printRecall(measured, look));
    return 0 as const;
  };
  if (texts.size === 0)
    return withSearcher(options, io, (searcher, language, ahead) => measure(searcher, language, true, ahead));
  const config = await loadConfig(findDatasetFolder(io.cwd, options.dataset));
  const language = options.language ?? config.language;
  const settings = settingsOfConfig({ ...config, language });
  return measure(searcherOfTexts(`the texts of ${name}`, texts, settings), language, false, 1);
}

async function withSearcher<Result>(
  { all, claims, dataset, engine, evaluate, index, language }: Options,
  io: CommandIo,
  use: (searcher: EvidenceSearcher, language: string, ahead: number) => Promise<Result>,
): Promise<Result> {
  const isShared = all === true || claims !== undefined || evaluate !== undefined;
  const opened = await openSearcher({ dataset, index, engine, levels: ['element'], isShared }, io);
  try {
    const pool = await openPool(opened);
    try {
      return await use(pool.searcher, language ?? opened.config.language, pool.ahead);
    } finally {
      await pool.close();
    }
  } finally {
    await opened.searcher.close();
  }
}

/** @throws UsageError for options that contradict one another, and where no claim is named. */
function guardUse(words: readonly string[], options: Options): void {
  const { all, claims, evaluate, from, run, top } = options;
  const refuse = (message: string): never => {
    throw new UsageError(message);
  };
  const ways = [
    words.length > 0 && 'a claim',
    all === true && '--all',
    claims !== undefined && '--claims',
    evaluate !== undefined && '--evaluate',
  ].filter((way) => way !== false);
  if (ways.length > 1) refuse(`Give ${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}, not both.`);
  if (ways.length === 0 || (words.length > 0 && words.join('').trim() === ''))
    refuse('Give the id of a claim, or its text, such as `claimset suggest "The war ended in 1994."`.');
  if (run !== undefined && all !== true && claims === undefined)
    refuse('A run is of many claims: use --run with --all or --claims.');
  if (run !== undefined && !/^[\p{L}\p{N}_.:+-]+$/u.test(run))
    refuse('The name of a run is one word of letters, digits and _ . : + -, such as --run suggest.');
  if (from !== undefined && claims === undefined && typeof evaluate !== 'string')
    refuse('--from says what a file is: name one with --claims or --evaluate.');
  if (evaluate !== undefined && top !== undefined)
    refuse(`--evaluate looks at the first ${recallCutoffs.join(', ')}: leave --top out.`);
}

/** A whole number from 1 on. */
function parseTop(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value) || Number(value) > mostSuggestions)
    throw new InvalidArgumentError(`It is a whole number from 1 to ${mostSuggestions}.`);
  return Number(value);
}

function parseLanguage(value: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(value))
    throw new InvalidArgumentError('Write it like en, da or pt-BR.');
  return value;
}
