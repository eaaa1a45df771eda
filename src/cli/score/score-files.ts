import { compareDiagnostics, type Diagnostic } from '../../diagnostic/diagnostic.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import type { Missing } from '../../score/findings/join-findings.ts';
import type { Grouping } from '../../score/groupings/grouping.ts';
import { type ScoredSystem, scoreSystem } from '../../score/score-system.ts';
import type { ScoreOptions, Scorer } from '../../score/scorer.ts';
import type { Comparison } from '../../score/scores.ts';
import { OutcomeList } from '../../score/significance/outcome-list.ts';
import type { Resampling } from '../../stats/resampling/resampling.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';
import { openGold } from './open-gold.ts';
import { guardPredictions, isRunSource, openScoreSource } from './score-source.ts';
import { guardThresholds, type Thresholds } from './thresholds.ts';

/** A file, unpacked, and what messages call it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** What is asked for of a score. */
export interface ScoreFilesRequest {
  /** Id of the scorer, and of the format of gold; recognised by default. */
  readonly scorer: string | undefined;
  readonly format: string | undefined;
  /** Only the gold claims of this split. */
  readonly split: string | undefined;
  readonly options: ScoreOptions;
  readonly groupings: readonly Grouping[];
  readonly worst: number;
  readonly join: 'id' | 'position' | undefined;
  readonly missing: Missing | undefined;
  readonly resampling: Resampling;
  /** Whether figures have intervals. */
  readonly hasIntervals: boolean;
  readonly thresholds: Thresholds | undefined;
}

/** What came out. */
export interface ScoredFiles {
  readonly scorer: Scorer;
  /** One for each file of predictions, in their order; the gold file's own where there is none. */
  readonly systems: readonly ScoredSystem[];
  /** Of the first two systems. */
  readonly comparison: Comparison | undefined;
  /** What is wrong with the files, sorted. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Scores files of predictions against gold.
 *
 * @throws UsageError where nobody can tell how, ToolError as for reading files; OfficialFailure only where the options are official
 */
export async function scoreFiles(
  gold: NamedFile,
  predictions: readonly NamedFile[],
  request: ScoreFilesRequest,
  io: CommandIo,
): Promise<ScoredFiles> {
  const { options, groupings, worst, join, missing, resampling, hasIntervals, split, format } = request;
  const { official } = options;
  const sources = predictions.map(({ path, name }) => openReadSource(path, name));
  const isRanking = sources.some(isRunSource);
  const opened = await openGold(gold.path, {
    name: gold.name,
    scorer: request.scorer ?? (isRanking ? 'retrieval' : undefined),
    official,
    format,
    split,
  });
  guardThresholds(request.thresholds, opened.scorer);
  // One for all systems: what it learns of the claims is then the same for all.
  const scorer = opened.scorer.begin?.(options) ?? opened.scorer;
  const progress = createProgress(io);
  const outcomes: OutcomeList[] = [];
  const systems: ScoredSystem[] = [];
  const findings: Diagnostic[] = [];
  const scoreOne = async (name: string, source: (typeof sources)[number] | undefined): Promise<void> => {
    if (source !== undefined) guardPredictions(source);
    const answers = source && (await openScoreSource(source, { official }));
    const kept = sources.length > 1 ? new OutcomeList() : undefined;
    if (kept !== undefined) outcomes.push(kept);
    const system = await scoreSystem({
      name,
      scorer,
      options,
      groupings,
      worst,
      ...(hasIntervals && { resampling }),
      gold: opened.records,
      ...(answers !== undefined && { predictions: answers.records }),
      join,
      missing,
      keep: kept && ((index, outcome) => kept.put(index, outcome)),
      tick: (claims) => progress.tick(() => `${name}: ${claims} claims`),
    });
    await progress.done();
    systems.push(system);
    findings.push(...((await answers?.findings()) ?? []), ...system.findings);
  };
  if (sources.length === 0) await scoreOne(gold.name, undefined);
  for (const source of sources) await scoreOne(source.file, source);
  findings.push(...(await opened.findings()));
  return {
    scorer,
    systems,
    comparison: outcomes.length > 1 ? await compared(outcomes, scorer, resampling) : undefined,
    findings: unique(findings).sort(compareDiagnostics),
  };
}

/** Loaded late, as all that not every score needs: loading takes longer than to score a small file. */
async function compared(
  outcomes: readonly OutcomeList[],
  scorer: Scorer,
  resampling: Resampling,
): Promise<Comparison> {
  const { compareOutcomes } = await import('../../score/significance/compare-outcomes.ts');
  return compareOutcomes(outcomes, scorer, resampling);
}

/** The gold file is read once for each system; what is wrong with it is told once. */
function unique(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

/** Not all of a finding: it has the text of its line, which may be all of the file. */
function keyOf({ ruleId, message, place: { file, span } }: Diagnostic): string {
  return JSON.stringify([ruleId, message, file, span]);
}
