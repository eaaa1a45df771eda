import { InvalidArgumentError } from 'commander';
import { type AgreementReport, namedFigures } from '../../stats/agreement/agreement-report.ts';
import { besideWords } from '../../stats/figure-words.ts';

/** Least values of figures, by their ids. */
export type LeastFigures = ReadonlyMap<string, number>;

/** `figure=value,figure=value`, repeatable. @throws InvalidArgumentError */
export function parseLeastFigures(value: string, previous: LeastFigures = new Map()): LeastFigures {
  const least = new Map(previous);
  for (const part of value.split(',')) {
    const match = /^\s*([^=]+?)\s*=\s*(-?\d*\.?\d+)\s*$/.exec(part);
    if (match === null) throw new InvalidArgumentError('Write it like alpha=0.67,evidenceF1=0.5.');
    const id = match[1] as string;
    if (!namedFigures.some((figure) => figure.id === id)) {
      throw new InvalidArgumentError(
        `There is no figure "${id}". There are ${namedFigures.map((figure) => figure.id).join(', ')}.`,
      );
    }
    least.set(id, Number(match[2]));
  }
  return least;
}

/** What is below its least value, or not defined, in words. */
export function findTooLow(least: LeastFigures = new Map(), report: AgreementReport): string[] {
  return namedFigures.flatMap(({ id, title, of }) => {
    const wanted = least.get(id);
    const figure = of(report);
    const value = figure?.value ?? null;
    if (wanted === undefined || (value !== null && value >= wanted)) return [];
    const found =
      figure === undefined || figure.value === null
        ? `is not defined: ${figure?.reason ?? ''}`
        : `is ${besideWords(figure.value, wanted)}.`;
    return [`${title} (${id}) should be at least ${wanted}, and ${found}`];
  });
}
