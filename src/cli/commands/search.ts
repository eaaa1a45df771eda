import { Option } from 'commander';
import { type EvidenceKind, evidenceKinds, isEvidence } from '../../corpus/evidence-kind.ts';
import { UsageError } from '../../errors.ts';
import { isEmptyQuery, parseQuery } from '../../retrieve/query/parse-query.ts';
import { plainQuery } from '../../retrieve/query/parsed-query.ts';
import { type SearchLevel, searchLevels } from '../../retrieve/records/search-level.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDatasetOption, addSearcherOptions, anyOf, parseRunTag, wholeBetween } from '../options.ts';
import { openSearcher } from '../search/open-searcher.ts';
import { printTitles } from '../search/print-titles.ts';
import { searchFiles } from '../search/search-files.ts';
import { searchOnce } from '../search/search-once.ts';
import type { SearchPlan } from '../search/search-plan.ts';

interface Options {
  readonly article?: readonly string[];
  readonly dataset?: string;
  readonly engine?: string;
  readonly ids?: boolean;
  readonly index?: string;
  readonly json?: boolean;
  readonly kind?: readonly EvidenceKind[];
  readonly level?: SearchLevel;
  readonly plain?: boolean;
  readonly queries?: readonly string[];
  readonly run?: string;
  readonly titles?: boolean;
  readonly top: number;
}

const defaultTop = 20;
/** More would be no search: `claimset parse` gives all there is. */
const mostHits = 100_000;
const searchedKinds = evidenceKinds.filter(isEvidence);

export const search = defineCommand<[string[]], Options>({
  configure: (command) => {
    const described = addDatasetOption(command)
      .argument('[query...]', 'words, "phrases" in quotation marks, beginnings*')
      .addOption(
        new Option('--level <level>', 'what is found as one (default: element)').choices(searchLevels),
      )
      .addOption(
        new Option('--kind <kind>', 'kind of element (repeatable; default: all)')
          .choices(searchedKinds)
          .argParser(anyOf(searchedKinds)),
      )
      .option(
        '--article <title>',
        'only in this article (repeatable)',
        (value: string, before: readonly string[] = []) => [...before, value],
      )
      .option('--top <count>', 'hits at most', wholeBetween(1, mostHits), defaultTop)
      .option('--titles', 'find articles by their titles, also by misspelt ones')
      .option('--plain', 'the query is a text, such as a claim: no sign in it is an instruction')
      .option(
        '--queries <file...>',
        'many queries: lines of id, tab, query, or JSON Lines; - for standard input',
      )
      .addOption(new Option('--ids', 'only the ids, one a line').conflicts(['json', 'run']))
      .addOption(new Option('--json', 'one JSON object a line').conflicts('run'))
      .option('--run <tag>', 'a TREC run of this name, for `claimset score` and trec_eval', parseRunTag);
    addSearcherOptions(described).addHelpText(
      'after',
      `
A word finds its other forms, a phrase only itself, arm* what begins so. All phrases must be there, and any
of the words: what has more of them, and rarer ones, comes first. Exit code 1: nothing was found.`,
    );
  },
  examples: [
    ['claimset search ceasefire Lachin', 'the best 20 sentences, cells, items and captions'],
    [
      `claimset search '"Lachin corridor" armen*' --kind sentence`,
      'a phrase and a beginning, in sentences only',
    ],
    ['claimset search --titles "nagorno karabach war"', 'an article, however its title is spelt'],
    ['claimset search --queries dev.jsonl --run bm25 > bm25.run', 'a TREC run of all claims of a file'],
  ],
  run: async ([words], options, io) => {
    const text = words.join(' ');
    guardUse(text, options);
    const level = options.level ?? 'element';
    const opened = await openSearcher(
      {
        dataset: options.dataset,
        index: options.index,
        engine: options.engine,
        levels: [level],
        isShared: options.queries !== undefined,
      },
      io,
    );
    try {
      return await runOn(opened, text, { ...options, level }, io);
    } finally {
      await opened.searcher.close();
    }
  },
});

async function runOn(
  opened: Awaited<ReturnType<typeof openSearcher>>,
  text: string,
  options: Options & { readonly level: SearchLevel },
  io: CommandIo,
): Promise<ExitCode> {
  const {
    article,
    ids = false,
    json = false,
    kind,
    level,
    plain = false,
    queries,
    run,
    titles,
    top,
  } = options;
  const style = ids ? 'ids' : json ? 'json' : run === undefined ? 'people' : 'run';
  if (titles === true) return printTitles(opened.searcher, text, { count: top, style }, io);
  const plan: SearchPlan = {
    ...opened,
    level,
    count: top,
    kinds: kind,
    titles: article,
    style,
    tag: run ?? '',
  };
  if (queries !== undefined) return searchFiles(plan, queries, plain, io);
  const query = plain ? plainQuery(text) : parseQuery(text);
  return searchOnce(plan, { id: 1, text, query }, io);
}

/** @throws UsageError for options that contradict one another, and for a query of nothing. */
function guardUse(text: string, options: Options): void {
  const { article, kind, level = 'element', plain, queries, run, titles } = options;
  const refuse = (message: string): never => {
    throw new UsageError(message);
  };
  if (titles === true) {
    const others = { article, kind, level: options.level, plain, queries, run };
    for (const [name, value] of Object.entries(others))
      if (value !== undefined) refuse(`--${name} means nothing to --titles. Leave out one of them.`);
  }
  if (kind !== undefined && level !== 'element')
    refuse('--kind tells elements apart. Leave it out, or search with --level element.');
  if (queries !== undefined) {
    if (text !== '') refuse('The queries are those of the files. Leave out --queries, or the query.');
    return;
  }
  if (titles === true ? text.trim() === '' : isEmptyQuery(plain ? plainQuery(text) : parseQuery(text)))
    refuse('There is no word to search for. Give one, such as `claimset search ceasefire`.');
}
