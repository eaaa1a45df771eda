import type { WeekAgreement } from '../../../stats/agreement/agreement-by-week.ts';
import type { Block } from '../../block.ts';
import { intervalChart } from '../../chart/intervals.ts';
import { decimalWords } from '../../number-words.ts';
import { cellsOf } from './agreement-words.ts';

/** Of so many weeks figures are drawn: of more the last ones. */
const maxWeeks = 26;

/** Whether agreement rises or falls while people work: nothing where all was done in a week. */
export function* weekBlocks(weeks: readonly WeekAgreement[]): Generator<Block> {
  if (weeks.length < 2) return;
  const drawn = weeks.slice(-maxWeeks);
  const [first, last] = [drawn[0], drawn.at(-1)];
  const chart = intervalChart({
    name: `From week ${first?.id} to ${last?.id} α goes from ${decimalWords(first?.alpha.value ?? null, 3)} to ${decimalWords(last?.alpha.value ?? null, 3)}.`,
    caption: 'Agreement on labels by week: a claim counts in the week of its last annotation',
    rowName: 'week',
    valueName: 'α',
    rows: drawn.map(({ id, alpha }) => ({ name: id, value: alpha.value, interval: alpha.interval })),
    domain: [0, 1],
  });
  const number = (name: string) => ({ name, isNumber: true, digits: 3 });
  yield {
    ...chart,
    table: {
      caption: chart.table.caption,
      columns: [
        { name: 'week' },
        { name: 'its Monday' },
        { name: 'claims', isNumber: true },
        ...['same label', 'α', 'from', 'to'].map(number),
      ],
      rows: weeks.map(({ id, from, claims, observed, alpha }) => [
        id,
        from,
        claims,
        observed.value,
        ...cellsOf(alpha),
      ]),
    },
  };
}
