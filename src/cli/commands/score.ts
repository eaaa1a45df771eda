import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { compareDiagnostics } from '../../diagnostic/diagnostic.ts';
import { invariant, UsageError } from '../../errors.ts';
import { shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { groupings } from '../../score/groupings/index.ts';
import { scorers } from '../../score/index.ts';
import type { Missing } from '../../score/join-findings.ts';
import { OutcomeList } from '../../score/outcome-list.ts';
import { findScorePrinter, scorePrinters } from '../../score/print/index.ts';
import { defaultResampling } from '../../score/resampling.ts';
import { type ScoredSystem, scoreSystem } from '../../score/score-system.ts';
import type { ScoreOptions, Scorer } from '../../score/scorer.ts';
import type { Comparison } from '../../score/scores.ts';
import { defineCommand } from '../command.ts';
import { wantsColor } from '../command-io.ts';
import { parseSeed } from '../options.ts';
import { createProgress } from '../progress.ts';
import { openGold } from '../score/open-gold.ts';
import { isRunSource, openScoreSource } from '../score/score-source.ts';
import { findBelow, guardThresholds, parseThresholds, type Thresholds } from '../score/thresholds.ts';
import { withPlainFiles } from '../score/with-plain-files.ts';

interface Options {
  readonly by?: readonly string[];
  readonly confidence: number;
  readonly dataset?: string;
  readonly failUnder?: Thresholds;
  readonly format: string;
  readonly from?: string;
  readonly intervals: boolean;
  readonly join?: 'id' | 'position';
  readonly json?: boolean;
  readonly lenient?: boolean;
  readonly maxCells: number;
  readonly maxEvidence: number;
  readonly missing?: Missing;
  readonly official?: boolean;
  readonly resamples: number;
  readonly scorer?: string;
  readonly seed: number;
  readonly split?: string;
  readonly worst: number;
}

export const score = defineCommand<[string, string | undefined, string | undefined], Options>({
  configure: (command) => {
    addScoreOptions(
      command
        .argument(
          '<gold>',
          'claims with labels and evidence: a file, a dataset folder, or - for standard input',
        )
        .argument('[predictions]', 'what a system said; may be left out where the gold file has it, too')
        .argument('[others]', 'what another system said: the two are compared'),
    );
  },
  examples: [
    ['claimset score dev.jsonl predictions.jsonl', 'a system, with confidence intervals'],
    ['claimset score . predictions.jsonl --split dev --by label,articles --worst 5', 'where it goes wrong'],
    ['claimset score dev.jsonl old.jsonl new.jsonl', 'whether the new system is better, or lucky'],
    ['claimset score dev.jsonl predictions.jsonl --fail-under feverScore=0.3 --json', 'in CI of a model'],
  ],
  run: async ([gold, first, second], options, io) => {
    const names = [gold, first, second].filter((name) => name !== undefined);
    if (names.filter((name) => name === '-').length > 1)
      throw new UsageError('Standard input can be only one of the files.');
    return withPlainFiles(
      names.map((name) => (name === '-' ? name : resolve(io.cwd, name))),
      async ([goldPath = gold, ...paths]) => {
        const shown = names.map((name) => shownPath(name === '-' ? name : resolve(io.cwd, name), io.cwd));
        const [goldName = gold, ...systemNames] = shown;
        const sources = paths.map((path, at) => openReadSource(path, systemNames[at] ?? path));
        const isRanking = sources.some(isRunSource);
        const official = options.official === true;
        const opened = await openGold(goldPath, {
          name: goldName,
          scorer: options.scorer ?? (isRanking ? 'retrieval' : undefined),
          official,
          format: options.from,
          split: options.split,
        });
        guardThresholds(options.failUnder, opened.scorer);
        const how: ScoreOptions = {
          maxEvidence: options.maxEvidence,
          maxCells: options.maxCells,
          lenient: options.lenient === true,
          official,
        };
        // One for all systems: what it learns of the claims is then the same for all.
        const scorer = opened.scorer.begin?.(how) ?? opened.scorer;
        const progress = createProgress(io);
        const systems: ScoredSystem[] = [];
        const outcomes: OutcomeList[] = [];
        for (const [at, name] of (paths.length === 0 ? [goldName] : systemNames).entries()) {
          const source = sources[at];
          const predictions = source && (await openScoreSource(source, { official }));
          const kept = paths.length > 1 ? new OutcomeList() : undefined;
          if (kept !== undefined) outcomes.push(kept);
          const system = await scoreSystem({
            name,
            scorer,
            options: how,
            groupings: groupings.filter(({ id }) => options.by?.includes(id)),
            worst: options.worst,
            ...(options.intervals && { resampling: resamplingOf(options) }),
            gold: opened.records,
            ...(predictions !== undefined && { predictions: predictions.records }),
            join: options.join,
            missing: options.missing,
            keep: kept && ((index, outcome) => kept.put(index, outcome)),
            tick: (claims) => progress.tick(() => `${name}: ${claims} claims`),
          });
          await progress.done();
          systems.push({
            ...system,
            findings: [...((await predictions?.findings()) ?? []), ...system.findings],
          });
        }
        const comparison = outcomes.length > 1 ? await compared(outcomes, scorer, options) : undefined;
        const entry = findScorePrinter(options.json === true ? 'json' : options.format);
        invariant(entry !== undefined, 'every format that can be chosen is there');
        const printer = await entry.load();
        const scores = systems.map((system) => system.scores);
        const pieces = printer.print(scores, comparison, scorer, {
          color: wantsColor(io, io.stdout),
          ...(options.worst > 0 && { evidenceText: await evidenceTextOf(options.dataset, io.cwd) }),
          width: io.stdout.columns ?? 100,
          ...(options.intervals && { resampling: resamplingOf(options) }),
        });
        for (const piece of pieces) await io.stdout.write(piece);
        // The gold file is read once for each system; what is wrong with it is told once.
        const findings = unique([
          ...(await opened.findings()),
          ...systems.flatMap((system) => system.findings),
        ]).sort(compareDiagnostics);
        if (findings.length > 0) {
          const { report } = await import('../report/report.ts');
          const records = systems.reduce((sum, { golds }) => sum + golds, 0);
          await report(findings, { files: names.length, records }, io.stderr, io);
        }
        const below = scores.flatMap((one) => findBelow(options.failUnder, one));
        for (const problem of below) await io.stderr.write(`error: ${problem}\n`);
        return below.length > 0 || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
      },
    );
  },
});

/** Loaded late, as all that not every score needs: loading takes longer than to score a small file. */
async function compared(
  outcomes: readonly OutcomeList[],
  scorer: Scorer,
  options: Options,
): Promise<Comparison> {
  const { compareOutcomes } = await import('../../score/compare-outcomes.ts');
  return compareOutcomes(outcomes, scorer, resamplingOf(options));
}

/** Loaded late: a corpus takes longer to load than a small file to score. */
async function evidenceTextOf(dataset: string | undefined, cwd: string) {
  const { openEvidenceText } = await import('../score/evidence-text.ts');
  return openEvidenceText(dataset, cwd);
}

function unique<Finding extends object>(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function resamplingOf({ resamples, confidence, seed }: Options) {
  return { resamples, confidence, seed };
}

function addScoreOptions(command: Command): void {
  command
    .addOption(
      new Option('--scorer <scorer>', 'how to score (default: as is customary for the gold format)').choices(
        scorers.map(({ id }) => id),
      ),
    )
    .option('--from <format>', 'what the gold file is (default: what its beginning looks like)')
    .option('--split <name>', 'score only the gold claims of this split')
    .option(
      '--official',
      'as the official code to the last bit: joined by position, and failing where it fails',
    )
    .option('--lenient', 'labels and titles in other spellings are the same: no official score')
    .option(
      '--max-evidence <number>',
      'predicted pieces that count (FEVEROUS: sentences), or all',
      parseCount,
      5,
    )
    .option('--max-cells <number>', 'predicted cells and items that count (FEVEROUS), or all', parseCount, 25)
    .addOption(
      new Option(
        '--join <how>',
        'how gold and predictions are joined (default: id where both have ids)',
      ).choices(['id', 'position']),
    )
    .addOption(
      new Option(
        '--missing <what>',
        'gold without a prediction is no error: it counts as wrong, or is left out',
      ).choices(['wrong', 'skip']),
    )
    .option(
      '--by <groupings>',
      `break down by ${groupings.map(({ id }) => id).join(', ')}, or all`,
      parseGroupings,
    )
    .option('--worst <number>', 'show the claims on which most was lost', parseWhole, 0)
    .option('-C, --dataset <folder>', 'dataset folder that --worst takes the texts of evidence from')
    .option('--no-intervals', 'figures without confidence intervals')
    .option(
      '--resamples <number>',
      'how often claims are drawn anew',
      parseResamples,
      defaultResampling.resamples,
    )
    .option('--confidence <share>', 'what an interval holds', parseShare, defaultResampling.confidence)
    .option('--seed <number>', 'seed of what is drawn', parseSeed, defaultResampling.seed)
    .option(
      '--fail-under <figure=value>',
      'end with 1 if a figure is below this; several with commas',
      parseThresholds,
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print')
        .choices(scorePrinters.map(({ id }) => id))
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Predictions are JSON Lines or a JSON list, as gzip too, with id, predicted_label and predicted_evidence
(evidence ids, or as the dataset has them), or a TREC run. The figures of each scorer, their names for
--fail-under, and where they differ from the official code: docs/scorers.md. What intervals and p-values
mean: docs/significance.md. \`claimset baseline\` makes predictions to begin with.`,
    );
}

function parseCount(value: string): number {
  if (value === 'all') return Number.POSITIVE_INFINITY;
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number, or all.');
  return Number(value);
}

function parseWhole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function parseResamples(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new InvalidArgumentError('Give a whole number of resamples from 1 on, such as 1000.');
  return Number(value);
}

function parseShare(value: string): number {
  const share = Number(value);
  if (!(share > 0 && share < 1))
    throw new InvalidArgumentError('Give a number between 0 and 1, such as 0.95.');
  return share;
}

function parseGroupings(value: string): readonly string[] {
  const known = groupings.map(({ id }) => id);
  const wanted = value === 'all' ? known : value.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no "${unknown}". Choose of ${known.join(', ')}, or all.`);
  return wanted;
}
