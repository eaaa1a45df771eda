import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import type { RecallTally } from '../../retrieve/suggest/recall/recall-tally.ts';
import { printable } from '../../text/printable.ts';
import { terminalTable } from '../../text/terminal-table.ts';
import type { PrintOptions } from '../print-options.ts';

/** What was measured. */
export interface MeasuredRecall {
  /** Whose claims. */
  readonly name: string;
  /** Number of elements that were searched. */
  readonly searched: number;
  /** Claims of which no evidence set is in the articles that are searched: nobody can find it. */
  readonly outside: number;
  readonly tally: RecallTally;
}

/** The recall of suggestions for people. */
export function printRecall(
  { name, searched, outside, tally }: MeasuredRecall,
  { style, width }: PrintOptions,
): string {
  const shareOf = (count: number): string => `${((count / tally.questions) * 100).toFixed(1)} %`;
  const table = terminalTable(
    {
      columns: [{ head: 'among the first' }, { head: 'a whole evidence set' }, { head: 'any piece of it' }],
      rows: tally.figures.map(({ cutoff, whole, any }) => [String(cutoff), shareOf(whole), shareOf(any)]),
    },
    { width, style, overflow: 'below' },
  );
  const head = `${style.bold(printable(name))}: ${countWords(tally.questions, 'claim')} with evidence, ${countWords(searched, 'element')} searched`;
  const note =
    outside === 0
      ? ''
      : `${countWords(outside, 'claim')} with no evidence set in the articles that are searched: not found\n`;
  return `${head}\n${note}\n${[...table].join('')}`;
}

/** The same as one line of JSON: `wholeRecallAt` and `anyRecallAt` as shares by cutoff. */
export function printRecallRecord({ name, searched, outside, tally }: MeasuredRecall): string {
  const shares = (key: 'whole' | 'any') =>
    Object.fromEntries(tally.figures.map((figure) => [figure.cutoff, figure[key] / tally.questions]));
  return `${printJson({
    name,
    claims: tally.questions,
    searched,
    outside,
    wholeRecallAt: shares('whole'),
    anyRecallAt: shares('any'),
  })}\n`;
}
