import { undefinedMark } from '../../stats/figure-words.ts';
import type { Cell, Column } from '../block.ts';
import { numberWords } from '../number-words.ts';
import { quoted } from './quoted.ts';

/** What stands in a cell of a table. */
export function cellWords(cell: Cell, column: Column | undefined): string {
  if (cell === null) return undefinedMark;
  if (typeof cell === 'number') return numberWords(cell, column?.digits);
  return column?.isQuoted === true ? quoted(cell) : cell;
}
