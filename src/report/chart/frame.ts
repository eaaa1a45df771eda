import type * as Plot from '@observablehq/plot';
import { shortened } from '../shortened.ts';

/** Widths in which every chart is drawn, in CSS pixels: for screens with room, and for those without. */
export const chartWidths = { wide: 720, narrow: 340 } as const;

/** Names wider than this stand above their rows where there is no room beside them. */
const maxNameWidth = 96;
/** Room for a name above a row. */
const nameHeight = 18;

/** Characters of a name that a chart has room for. */
const maxNameChars = 36;

/** A name as a chart shows it: cut where it is too long. The table has all of it. */
export function chartName(name: string): string {
  return shortened(name, maxNameChars);
}

/** Widths of characters in the names of a chart, in pixels: those of the widest of the usual fonts of systems. */
const [wide, upper, usual, narrow] = [13, 9.2, 7.6, 4.4];

/** How rows with names are laid out, in pixels. */
export interface RowFrame {
  /** Whether names stand above their rows. */
  readonly isAbove: boolean;
  readonly marginLeft: number;
  /** Of all rows. */
  readonly height: number;
  /** Of a bar in its row. */
  readonly insetTop: number;
  readonly insetBottom: number;
  /** From the middle of a row to that of its bar. */
  readonly dy: number;
  /** The scale of rows by their position. */
  readonly y: Plot.ScaleOptions;
  readonly names: Plot.Markish;
}

/**
 * Rows with their names at the left, or above where these would leave no room.
 *
 * @param pitch height of a row
 * @param extra room between names and rows, for what stands there
 */
export function frameRows(
  plot: typeof Plot,
  names: readonly string[],
  width: number,
  { pitch = 28, extra = 0 }: { readonly pitch?: number; readonly extra?: number } = {},
): RowFrame {
  const beside = marginFor(names);
  const isAbove = width < chartWidths.wide && beside > maxNameWidth;
  const marginLeft = (isAbove ? 2 : beside) + extra;
  const rowHeight = isAbove ? pitch + nameHeight : pitch;
  const gap = Math.round(pitch * 0.14);
  const insetTop = gap + (isAbove ? nameHeight : 0);
  return {
    isAbove,
    marginLeft,
    height: names.length * rowHeight,
    insetTop,
    insetBottom: gap,
    dy: (insetTop - gap) / 2,
    y: { type: 'band', domain: names.map((_, at) => at), padding: 0, axis: null, round: false },
    names: plot.text(names, {
      y: (_: unknown, at: number) => at,
      frameAnchor: 'left',
      textAnchor: isAbove ? 'start' : 'end',
      dx: isAbove ? -marginLeft + 1 : -8 - extra,
      dy: isAbove ? 10 - rowHeight / 2 : 0,
      text: (name: string) => chartName(name),
      fontSize: 12.5,
    }),
  };
}

/** What a chart needs at its left so that no name is cut, in pixels. */
export function marginFor(names: readonly string[]): number {
  return Math.ceil(Math.max(0, ...names.map((name) => widthOf(chartName(name))))) + 16;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOfCharacter(character), 0);
}

function widthOfCharacter(character: string): number {
  if (/[iljtfrI.,:;'’!| ()[\]-]/.test(character)) return narrow;
  if (/[\p{Lu}mw%@<>=+—…→]/u.test(character)) return upper;
  return /[\u1100-\u{1ffff}]/u.test(character) && !/[\u2000-\u2fff]/u.test(character) ? wide : usual;
}
