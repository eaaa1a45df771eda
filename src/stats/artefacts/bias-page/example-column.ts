import type { BiasColumn } from '../bias-page.ts';

/** The last column of tables of words: a claim that has them. */
export const exampleColumn: BiasColumn = { head: 'for example', align: 'left', isLong: true };
