import { type ClaimLengths, type LengthFigures, measureClaimLengths } from '../../stats/claim-lengths.ts';
import { plural } from '../../text/plural.ts';
import type { Block, DataTable } from '../block.ts';
import { lengthChart } from '../chart/length-chart.ts';
import { countWords, decimalWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

/** How long claims are: a label whose claims are longer or shorter gives itself away. */
export const lengths = defineSection<ClaimLengths>({
  id: 'lengths',
  title: 'Words per claim',
  measure: ({ claims }) =>
    claims.length === 0 ? { missing: 'There are no claims.' } : measureClaimLengths(claims),
  headline: ({ all }) => rangeOf(all),
  *blocks(data): Generator<Block> {
    yield {
      kind: 'paragraph',
      text: `Claims have ${rangeOf(data.all)}. Where the lengths of one label lie elsewhere than those of the others, length alone tells something of the label.`,
    };
    yield lengthChart(data);
    yield { kind: 'table', table: figuresTable(data) };
  },
});

function rangeOf({ min, median, max }: LengthFigures): string {
  return min === max
    ? `${countWords(min)} ${plural('word', min)}`
    : `${countWords(min)} to ${countWords(max)} words, the median is ${decimalWords(median, median % 1 === 0 ? 0 : 1)}`;
}

function figuresTable({ labels, all }: ClaimLengths): DataTable {
  const number = (name: string) => ({ name, isNumber: true });
  const mean = (name: string) => ({ name, isNumber: true, digits: 1 });
  return {
    caption: 'Words per claim by label',
    columns: [
      { name: 'label' },
      number('claims'),
      number('least'),
      mean('lower quartile'),
      mean('median'),
      mean('mean'),
      mean('upper quartile'),
      number('most'),
    ],
    rows: [...(labels.length > 1 ? labels : []), all].map((row) => [
      row.name,
      row.claims,
      row.min,
      row.lowerQuartile,
      row.median,
      row.mean,
      row.upperQuartile,
      row.max,
    ]),
  };
}
