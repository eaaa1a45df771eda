import { type Command, Option } from 'commander';
import type { Claim } from '../../claims/claim.ts';
import { UsageError } from '../../errors.ts';
import { weightKey, withUnknownEntries } from '../../formats/claim-keys.ts';
import type { FormatContext, WritableFormat } from '../../formats/format.ts';
import { type BalancedSample, drawBalanced } from '../../stats/balance/draw-balanced.ts';
import { type LmiChange, measureLmiChange } from '../../stats/balance/measure-lmi-change.ts';
import { reweightClaims } from '../../stats/balance/reweight-claims.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle } from '../../text/terminal-style.ts';
import { terminalTable } from '../../text/terminal-table.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';

/** In what labels are made as frequent as each other: in all that is written, or in each split. */
export const balanceScopes = ['labels', 'splits'] as const;

export type BalanceScope = (typeof balanceScopes)[number];

/** How claims are balanced before they are written. */
export interface BalanceRequest {
  readonly balance?: BalanceScope | undefined;
  readonly reweight?: boolean | undefined;
  readonly seed?: number | undefined;
}

/** Claims by the name of their split; where all go into one file, under one name of no matter. */
export type ClaimsBySplit = ReadonlyMap<string, readonly Claim[]>;

/** Bigrams that are shown. */
const shownBigrams = 10;

/** `--balance` and `--reweight`. */
export function addBalanceOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--balance <what>',
        'leave claims out, drawn by --seed, until all labels are as frequent: labels in all that is written, splits in each split',
      ).choices(balanceScopes),
    )
    .option(
      '--reweight',
      'give each claim a weight so that pairs of words do not tell its label (Schuster et al. 2019)',
    );
}

/**
 * The claims that stay, with their weights, and on stderr what was changed: claims of each label that were kept, and what the pairs of
 * words tell that told most. Weights are worked out for each split alone, so that no split tells of another.
 */
export async function balanceClaims(
  splits: ClaimsBySplit,
  request: BalanceRequest,
  io: CommandIo,
): Promise<ClaimsBySplit> {
  const { balance, reweight = false } = request;
  if (balance === undefined && !reweight) return splits;
  const kept = balance === undefined ? splits : await drawSplits(splits, balance, request.seed ?? 0, io);
  const result = reweight
    ? new Map([...kept].map(([split, claims]) => [split, withWeights(claims)] as const))
    : kept;
  const weights = new Map<Claim, number>();
  for (const [split, claims] of kept)
    for (const [at, claim] of claims.entries())
      weights.set(claim, weightOf(result.get(split)?.[at], reweight));
  const all = [...splits.values()].flat();
  if (reweight) await io.stderr.write(printWeights([...kept.values()].flat(), [...weights.values()]));
  const changes = measureLmiChange(
    all,
    all.map((claim) => weights.get(claim) ?? 0),
    shownBigrams,
  );
  await io.stderr.write(printChanges(changes, io));
  return result;
}

/** @throws UsageError where weights are asked for in a format that has no place for them. */
export function guardWeights(
  { id, losses }: WritableFormat,
  { reweight }: BalanceRequest,
  context: FormatContext,
): void {
  const weighted = withUnknownEntries({ id: 1, claim: '', evidence: [] }, [[weightKey, 1]]);
  const isLost = losses.some((loss) => loss.id === 'keys' && loss.affects(weighted, context));
  if (reweight === true && isLost)
    throw new UsageError(
      `--reweight: ${id} has no place for \`${weightKey}\`. Choose a format that keeps unknown keys, such as jsonl, csv or huggingface.`,
    );
}

async function drawSplits(
  splits: ClaimsBySplit,
  balance: BalanceScope,
  seed: number,
  io: CommandIo,
): Promise<ClaimsBySplit> {
  if (balance === 'labels') {
    const all = [...splits.values()].flat();
    const sample = drawBalanced(all, seed);
    await io.stderr.write(printSample(sample, ''));
    const stays = new Set(sample.kept.map((at) => all[at]));
    return new Map([...splits].map(([split, claims]) => [split, claims.filter((claim) => stays.has(claim))]));
  }
  const kept = new Map<string, readonly Claim[]>();
  for (const [split, claims] of splits) {
    if (claims.length === 0) continue;
    const sample = drawBalanced(claims, seed);
    await io.stderr.write(printSample(sample, ` ${split}`));
    kept.set(
      split,
      sample.kept.map((at) => claims[at] as Claim),
    );
  }
  return kept;
}

function withWeights(claims: readonly Claim[]): Claim[] {
  const weights = reweightClaims(claims);
  return claims.map((claim, at) => ({ ...claim, [weightKey]: weights[at] }));
}

function weightOf(claim: Claim | undefined, reweight: boolean): number {
  return reweight ? Number(claim?.[weightKey]) : 1;
}

function printSample({ kept, labels }: BalancedSample, split: string): string {
  const all = labels.reduce((sum, label) => sum + label.kept + label.dropped, 0);
  const parts = labels.map((label) => `${label.label} ${label.kept} of ${label.kept + label.dropped}`);
  return `balanced${split}: kept ${kept.length} of ${all} ${plural('claim', all)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}\n`;
}

function printWeights(claims: readonly Claim[], weights: readonly number[]): string {
  const replaced = claims.filter((claim) => Object.hasOwn(claim, weightKey)).length;
  const low = weights.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY);
  const high = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const worth = Math.round(weights.reduce((sum, weight) => sum + weight, 0) ** 2 / squares);
  const lines = [
    weights.length === 0
      ? 'weighted: no claims'
      : `weighted ${weights.length} ${plural('claim', weights.length)}, in \`${weightKey}\`: from ${low.toFixed(2)} to ${high.toFixed(2)}, 1 in the mean; means are as sure as those of ${worth} claims of equal weight`,
    ...(replaced > 0
      ? [`replaced the \`${weightKey}\` that ${replaced} ${plural('claim', replaced)} had`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Nothing where no bigram is common enough. */
function printChanges(changes: readonly LmiChange[], io: CommandIo): string {
  if (changes.length === 0) return '';
  const table = {
    columns: [
      { head: 'pair of words' },
      { head: 'label', align: 'left' as const },
      { head: 'LMI ×10⁶' },
      { head: 'after' },
      { head: 'share' },
      { head: 'after' },
    ],
    rows: changes.map(({ bigram, label, before, after, shareBefore, shareAfter }) => [
      printable(bigram),
      printable(label),
      micro(before),
      micro(after),
      shareBefore.toFixed(2),
      shareAfter === null ? '–' : shareAfter.toFixed(2),
    ]),
  };
  const options = {
    width: io.stderr.columns ?? 80,
    style: createTerminalStyle(wantsColor(io, io.stderr)),
    overflow: 'drop' as const,
  };
  return `what pairs of words told most, and tell after that:\n${[...terminalTable(table, options)].join('')}`;
}

function micro(value: number): string {
  return String(Math.round(value * 1e6));
}
