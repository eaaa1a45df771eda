import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../errors.ts';
import type { Scorer } from '../../score/scorer.ts';
import type { Scores } from '../../score/scores.ts';

/** Least values by figure. */
export type Thresholds = ReadonlyMap<string, number>;

/** `figure=value,figure=value`, repeatable. @throws InvalidArgumentError */
export function parseThresholds(value: string, previous: Thresholds = new Map()): Thresholds {
  const thresholds = new Map(previous);
  for (const part of value.split(',')) {
    const match = /^\s*([^=]+)=(\d*\.?\d+)\s*$/.exec(part);
    if (match === null) throw new InvalidArgumentError('Write it like feverScore=0.3,labelAccuracy=0.5.');
    thresholds.set(match[1] as string, Number(match[2]));
  }
  return thresholds;
}

/** @throws UsageError for a figure that the scorer does not give */
export function guardThresholds(thresholds: Thresholds = new Map(), { title, figures, begin }: Scorer): void {
  for (const id of thresholds.keys()) {
    // Figures of a class, such as f1:SUPPORTS, are known when the claims were read.
    if ((begin !== undefined && id.includes(':')) || figures.some((figure) => figure.id === id)) continue;
    throw new UsageError(
      `--fail-under: ${title} has no figure "${id}". It has ${figures.map((figure) => figure.id).join(', ')}.`,
    );
  }
}

/** What is below its threshold, or not defined, in words. */
export function findBelow(
  thresholds: Thresholds = new Map(),
  { predictions, figures }: Pick<Scores, 'predictions' | 'figures'>,
): string[] {
  return [...thresholds].flatMap(([id, least]) => {
    const value = figures.find((figure) => figure.id === id)?.value ?? null;
    if (value !== null && value >= least) return [];
    const found = value === null ? 'is not defined' : `is ${value}`;
    return [`${predictions}: ${id} ${found}, and should be at least ${least}.`];
  });
}
