import type { AttributeTable, AttributeTables } from '../../../stats/artefacts/attribute-tables.ts';
import { probabilityWords } from '../../../stats/figure-words.ts';
import type { Block, DataTable } from '../../block.ts';
import { barChart } from '../../chart/bars.ts';
import { decimalWords, percentWords } from '../../number-words.ts';

/** Values of an attribute that are listed. */
const listedValues = 20;

/** Above this share of cells in which chance expects fewer than five the probability is a rough one (Cochran 1954). */
const maxLowExpected = 0.2;

/** How far attributes of claims go with labels, and the labels by the values of each; nothing where none was measured. */
export function* attributeBlocks({ attributes, labels }: AttributeTables): Generator<Block> {
  const measured = attributes
    .flatMap(({ association, ...table }) => (association === null ? [] : [{ ...table, association }]))
    .sort((a, b) => b.association.cramersV - a.association.cramersV);
  if (measured.length === 0) return;
  yield { kind: 'heading', text: 'Attributes that go with labels' };
  yield {
    kind: 'paragraph',
    text: 'Systems see the text of a claim: its length, negations, numbers and names. Challenge, mutation and annotator they do not see; that these go with labels tells how the claims were made.',
  };
  const [top] = measured;
  const chart = barChart({
    name:
      (top?.association.adjustedP ?? 1) < 0.01
        ? `Labels go most with ${top?.title}: Cramér’s V ${decimalWords(top?.association.cramersV ?? null, 3)}.`
        : 'No attribute goes with labels more than chance has it.',
    caption: 'Attributes and labels: Cramér’s V, 0 where an attribute tells nothing, 1 where it tells all',
    rowName: 'attribute',
    valueName: 'Cramér’s V',
    rows: measured.map(({ title, association }) => ({ name: title, value: association.cramersV })),
    digits: 3,
  });
  yield {
    ...chart,
    table: {
      caption: chart.table.caption,
      columns: [
        { name: 'attribute' },
        { name: 'Cramér’s V', isNumber: true, digits: 3 },
        { name: 'p (Holm)', isNumber: true },
        { name: 'bits', isNumber: true, digits: 3 },
        { name: 'of the entropy', isNumber: true },
        { name: 'counted', isNumber: true },
        { name: 'left out', isNumber: true },
      ],
      rows: measured.map(({ title, association, counted, leftOut }) => [
        title,
        association.cramersV,
        `${probabilityWords(association.adjustedP)}${association.lowExpected > maxLowExpected ? ' (rough)' : ''}`,
        association.information,
        percentWords(association.explained),
        counted,
        leftOut,
      ]),
    },
  };
  if (measured.some(({ association }) => association.lowExpected > maxLowExpected)) {
    yield {
      kind: 'paragraph',
      text: 'A probability is rough where chance expects fewer than five in more than a fifth of the cells.',
    };
  }
  for (const table of measured) yield { kind: 'table', isFolded: true, table: valueTable(table, labels) };
}

function valueTable(
  { title, values, unit }: Pick<AttributeTable, 'title' | 'values' | 'unit'>,
  labels: readonly string[],
): DataTable {
  const more = values.length > listedValues ? `, the first ${listedValues} of ${values.length} values` : '';
  return {
    caption: `Labels by ${title}${more}`,
    columns: [
      { name: title },
      { name: unit, isNumber: true },
      ...labels.map((name) => ({ name, isNumber: true })),
    ],
    rows: values
      .slice(0, listedValues)
      .map(({ value, counts }) => [value, counts.reduce((sum, count) => sum + count, 0), ...counts]),
  };
}
