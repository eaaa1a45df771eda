import { json } from './json.ts';
import { latex } from './latex.ts';
import { markdown } from './markdown.ts';
import type { ScorePrinter } from './score-printer.ts';
import { text } from './text.ts';

/** All ways to print scores, sorted by id. */
export const scorePrinters: readonly ScorePrinter[] = [json, latex, markdown, text];

export function findScorePrinter(id: string): ScorePrinter | undefined {
  return scorePrinters.find((printer) => printer.id === id);
}
