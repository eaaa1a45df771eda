import { undefinedMark } from '../../stats/figure-words.ts';
import type { Cell, Column } from '../block.ts';
import { numberWords } from '../number-words.ts';

/** What stands in a cell of a table. */
export function cellWords(cell: Cell, column: Column | undefined): string {
  if (cell === null) return undefinedMark;
  return typeof cell === 'number' ? numberWords(cell, column?.digits) : cell;
}
