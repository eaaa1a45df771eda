import { type ClaimLengths, measureClaimLengths } from '../../stats/claim-lengths.ts';
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
  *blocks(data): Generator<Block> {
    const { min, median, max } = data.all;
    yield {
      kind: 'paragraph',
      text: `Claims have ${countWords(min)} to ${countWords(max)} words, in the middle ${decimalWords(median, median % 1 === 0 ? 0 : 1)}. Where the lengths of one label lie elsewhere than those of the others, length alone tells something of the label.`,
    };
    yield lengthChart(data);
    yield { kind: 'table', table: figuresTable(data) };
  },
});

function figuresTable({ labels, all }: ClaimLengths): DataTable {
  const number = (name: string) => ({ name, isNumber: true });
  const mean = (name: string) => ({ name, isNumber: true, digits: 1 });
  return {
    caption: 'Words per claim by label',
    columns: [
      { name: 'label' },
      number('claims'),
      number('least'),
      mean('quarter'),
      mean('median'),
      mean('mean'),
      mean('three quarters'),
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
