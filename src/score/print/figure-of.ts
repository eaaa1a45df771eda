import type { FigureValue } from '../scores.ts';

/** A figure of those of a score; `undefined` where it has none of that name. */
export function figureOf(figures: readonly FigureValue[], id: string): FigureValue | undefined {
  return figures.find((figure) => figure.id === id);
}
