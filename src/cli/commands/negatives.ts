import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../claims/config.ts';
import { type Label, labelOfSpelling } from '../../claims/label.ts';
import { type NegativeSampler, negativeSamplers } from '../../claims/negatives.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { type EvidenceKind, evidenceKinds, isEvidence } from '../../corpus/evidence-kind.ts';
import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, kindOfPath, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import { lookedAtOf } from '../../retrieve/negatives/looked-at.ts';
import { sampleNegatives } from '../../retrieve/negatives/sample-negatives.ts';
import { readJournalRecords } from '../annotation-progress/read-journal-records.ts';
import { claimsAtHand } from '../baseline/claims-at-hand.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { corpusOf } from '../dataset/checked-against.ts';
import { findSources } from '../dataset/find-sources.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { guardInputs, guardOutput } from '../exchange/write-claims.ts';
import { openNegativeSources } from '../negatives/negative-sources.ts';
import { TallySums } from '../negatives/print-tallies.ts';
import { addDatasetOption, parseSeed } from '../options.ts';
import { createProgress } from '../progress.ts';
import { reportErrors } from '../report/report-errors.ts';

interface Options {
  readonly all?: boolean;
  readonly articleIndex?: string;
  readonly corpus?: string;
  readonly count: number;
  readonly dataset?: string;
  readonly engine?: string;
  readonly force?: boolean;
  readonly from?: string;
  readonly index?: string;
  readonly kind?: readonly EvidenceKind[];
  readonly labels?: readonly Label[];
  readonly output?: string;
  readonly sampler?: readonly NegativeSampler[];
  readonly seed?: number;
}

const kinds = evidenceKinds.filter(isEvidence);
const [defaultSamplers, defaultLabels]: [NegativeSampler[], Label[]] = [['nearest-p'], ['NOT ENOUGH INFO']];

export const negatives = defineCommand<[string | undefined], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument('[claims]', 'file of claims, or dataset folder (default: the dataset at hand)')
      .addOption(
        new Option('--sampler <name>', 'how records are found (repeatable; default: nearest-p)')
          .choices(negativeSamplers)
          .argParser(collected(negativeSamplers)),
      )
      .option('-n, --count <number>', 'records of each sampler for each claim', parseCount, 1)
      .option('--labels <list>', 'claims of these labels, such as nei,supports (default: nei)', parseLabels)
      .option('--all', 'claims of every label, and those without one')
      .addOption(
        new Option(
          '--kind <kind>',
          'what may be taken, but for nearest-p and random-s (repeatable; default: all)',
        )
          .choices(kinds)
          .argParser(collected(kinds)),
      )
      .option('--seed <number>', 'same seed, same records (default: 0)', parseSeed)
      .option(
        '--corpus <path>',
        'other articles than the dataset’s: a folder of tagged text or wiki-pages, or a database of FEVER or FEVEROUS',
      )
      .option('--index <file>', 'index that hard searches (default: as configured)')
      .option(
        '--article-index <file>',
        'index of articles that nearest-p and random-s use (default: the articles)',
      )
      .option('--engine <url>', 'engine that is searched instead (default: as configured)')
      .addOption(
        new Option('--from <format>', 'what the file of claims is (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option('-o, --output <file>', 'file to write; - for standard output (the default)')
      .option('--force', 'replace the output file if it is there')
      .addHelpText(
        'after',
        `
Samplers:
  consulted     what annotators looked at and did not choose, as their journals say
  nearest-p     a sentence, drawn, of the article nearest to the claim by DrQA's TF-IDF (FEVER)
  random-s      a sentence of an article, both drawn (FEVER)
  hard          what a search for the words of the claim finds first
  same-article  any record, drawn, of the articles that the claim cites

Evidence of the claim, what any annotator chose, and what says nearly the same is never taken. One line of JSON
for each claim: {"id":…,"negatives":[{"id":…,"sampler":…,"rank":…,"score":…,"seed":…}]}.
\`claimset export --format nli --negatives <file>\` makes pairs of them. What each means: docs/negatives.md.`,
      );
  },
  examples: [
    [
      'claimset negatives -o negatives.jsonl',
      'a sentence of the nearest article for each NOT ENOUGH INFO claim',
    ],
    ['claimset negatives --sampler hard --count 3 --all', 'three hard ones for every claim'],
    [
      'claimset negatives --sampler consulted --sampler hard --labels nei',
      'what annotators rejected, and more',
    ],
  ],
  run: async ([claims], options, io) => {
    const output = options.output === '-' ? undefined : options.output;
    if (options.all === true && options.labels !== undefined)
      throw new UsageError('--all takes every label: leave --labels out.');
    guardOutput(output, options.force, io.cwd);
    const atHand = await claimsFor(claims, options, io);
    if (atHand === undefined) return 1;
    guardInputs(output, atHand.paths, io.cwd);
    const lines = await sample(atHand, options, io);
    if (output === undefined) for (const line of lines) await io.stdout.write(line);
    else {
      const { path } = writeFileAtomic(followLinks(resolve(io.cwd, output)), lines);
      await io.stderr.write(`written to ${shownPath(path, io.cwd)}\n`);
    }
    return 0;
  },
});

interface ClaimsToSample {
  readonly claims: readonly OpenClaim[];
  readonly evidence: Evidence;
  readonly dataset: string | undefined;
  readonly paths: readonly string[];
}

/** The claims of a file, or all of a dataset; `undefined`, and why on stderr, where they cannot be read. */
async function claimsFor(
  given: string | undefined,
  options: Options,
  io: CommandIo,
): Promise<ClaimsToSample | undefined> {
  const isFolder = given !== undefined && given !== '-' && kindOfPath(resolve(io.cwd, given)) === 'folder';
  if (isFolder && options.dataset !== undefined)
    throw new UsageError(`"${given}" and "${options.dataset}" are two datasets. Name one of them.`);
  const { corpus } = options;
  if (given !== undefined && !isFolder) {
    const { dataset, from } = options;
    const request = { dataset, gold: given, from, split: '', needsTraining: false, needsCorpus: false };
    const atHand = await claimsAtHand(request, io);
    if (atHand === undefined) return undefined;
    const folder = findDatasetFolder(io.cwd, dataset);
    const articles = await corpusOf({ corpus }, folder, await loadConfig(folder), io);
    const evidence = articles?.evidence ?? new EvidenceIndex([]);
    return { claims: atHand.predicted.claims, evidence, dataset, paths: atHand.paths };
  }
  if (options.from !== undefined)
    throw new UsageError('--from is for files of claims: the claims of a dataset are what they are.');
  const dataset = isFolder ? given : options.dataset;
  const loaded = await loadDataset({ dataset, corpus }, io);
  if (await reportErrors(loaded, io)) return undefined;
  const paths = [
    ...loaded.files.map(({ path }) => path),
    ...loaded.corpus.files.map(({ file }) => resolve(io.cwd, file)),
  ];
  return { claims: loaded.claims, evidence: loaded.corpus.evidence, dataset, paths };
}

/** The lines to write; tells on stderr what was sampled and what was passed over. */
async function sample({ claims, evidence, dataset }: ClaimsToSample, options: Options, io: CommandIo) {
  const {
    all = false,
    count,
    seed = 0,
    sampler: samplers = defaultSamplers,
    labels = defaultLabels,
  } = options;
  const wanted = all ? claims : claims.filter(({ label }) => labels.some((one) => one === label));
  const { index, articleIndex, engine } = options;
  const folder = findDatasetFolder(io.cwd, dataset);
  const config = await loadConfig(folder);
  const { corpus } = options;
  const isOther = corpus !== undefined && resolve(io.cwd, corpus) !== resolve(folder, config.corpus);
  const lookedAt = lookedAtOf(await journalsOf(folder, config, io));
  const sources = await openNegativeSources(
    { dataset, config, evidence, isOther, lookedAt, samplers, index, articleIndex, engine },
    io,
  );
  const sums = new TallySums();
  const lines: string[] = [];
  const progress = createProgress(io);
  try {
    for (const [at, claim] of wanted.entries()) {
      const settings = { samplers, count, seed, kinds: options.kind ?? kinds };
      const { negatives: found, tallies } = await sampleNegatives(claim, settings, sources);
      sums.add(tallies);
      if (found.length > 0) lines.push(`${printJson({ id: claim.id, negatives: found })}\n`);
      await progress.tick(() => `sampling: ${at + 1} of ${countWords(wanted.length, 'claim')}`);
    }
  } finally {
    await progress.done();
    await sources.close();
  }
  const of = all ? 'of every label' : labels.join(' or ');
  await io.stderr.write(`${countWords(wanted.length, 'claim')}, ${of}; seed ${seed}\n`);
  if (sources.nearestBy !== undefined) await io.stderr.write(`nearest articles by ${sources.nearestBy}\n`);
  for (const line of sums.lines()) await io.stderr.write(line);
  if (sources.articleCount === 1 && samplers.some((name) => ['nearest-p', 'random-s'].includes(name)))
    await io.stderr.write(
      'note: the corpus has one article, which is the nearest to every claim, and the only one to be drawn\n',
    );
  return lines;
}

/** The journals of the dataset, where it has claims. */
async function journalsOf(folder: string, config: Config, io: CommandIo) {
  if (kindOfPath(resolve(folder, config.claims)) !== 'folder') return [];
  return (await readJournalRecords(findSources(folder, config, [], io.cwd).records, io)).records;
}

/** Values of a repeatable option, each once. */
function collected<Choice extends string>(choices: readonly Choice[]) {
  return (value: string, previous: readonly Choice[] = []): readonly Choice[] => {
    const choice = choices.find((one) => one === value);
    if (choice === undefined) throw new InvalidArgumentError(`Use one of ${choices.join(', ')}.`);
    return previous.includes(choice) ? previous : [...previous, choice];
  };
}

/** A whole number from 1 to 1000. */
function parseCount(value: string): number {
  if (!/^(?:[1-9]\d{0,2}|1000)$/.test(value))
    throw new InvalidArgumentError('It is a whole number from 1 to 1000.');
  return Number(value);
}

/** Labels parted by commas, spelt as any dataset of the family spells them. */
function parseLabels(value: string): readonly Label[] {
  return value.split(',').map((part) => {
    const label = labelOfSpelling(part);
    if (label === undefined)
      throw new InvalidArgumentError('Write it like nei,supports: of supports, refutes and nei.');
    return label;
  });
}
