import { figureWords, probabilityWords, shareWords } from '../../figure-words.ts';
import type { AttributeTable, AttributeTables } from '../attribute-tables.ts';
import { type BiasBlock, type BiasColumn, type BiasSection, dataOf, paragraph } from '../bias-page.ts';
import type { ShownBias } from './shown-bias.ts';

/** Probability by chance below which the counts of an attribute are shown. */
const maxShownP = 0.05;

/** What attributes of the claims tell of their labels, with the counts of those that tell something. */
export function attributeSection({ labels, attributes }: AttributeTables, { top }: ShownBias): BiasSection {
  const measured = attributes.filter(({ association }) => association !== null);
  const blocks: BiasBlock[] = [];
  if (measured.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: 'attribute' },
        { head: 'counted' },
        { head: 'left out' },
        { head: 'χ²' },
        { head: 'df' },
        { head: 'p (Holm)' },
        { head: 'V' },
        { head: 'bits' },
        { head: 'of H(label)' },
      ],
      rows: measured.map(({ title, counted, leftOut, association }) => [
        title,
        String(counted),
        String(leftOut),
        association?.chiSquare.toFixed(1) ?? '',
        String(association?.degreesOfFreedom ?? ''),
        `${probabilityWords(association?.adjustedP ?? null)}${(association?.lowExpected ?? 0) > 0.2 ? '?' : ''}`,
        figureWords(association?.cramersV),
        figureWords(association?.information),
        association == null ? '' : shareWords(association.explained, 1),
      ]),
    });
  }
  if (measured.some(({ association }) => (association?.lowExpected ?? 0) > 0.2)) {
    blocks.push(
      paragraph('?: more than a fifth of the cells expect fewer than five; the probability is a rough one.'),
    );
  }
  for (const { title, reason } of attributes) {
    if (reason !== null) blocks.push(paragraph(`${title}: ${reason}`));
  }
  const telling = measured.filter(({ association }) => (association?.adjustedP ?? 1) < maxShownP);
  for (const table of telling) blocks.push(valueTable(table, labels, top));
  if (telling.length < measured.length) {
    blocks.push(paragraph(`Counts are shown where p is below ${maxShownP}; --json has all of them.`));
  }
  return { title: 'Attributes and labels', blocks };
}

function valueTable(
  { title, values, unit }: AttributeTable,
  labels: readonly string[],
  top: number,
): BiasBlock {
  const shown = Math.max(top, 10);
  const rows = values.slice(0, shown).map(({ value, counts }) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return [dataOf(value), String(all), ...counts.map((count) => `${count} (${shareWords(count, all)})`)];
  });
  const more = values.length - shown;
  return {
    kind: 'table',
    title: [more > 0 ? `${title} (the first ${shown} of ${values.length} values)` : title],
    columns: [{ head: '' }, { head: unit }, ...labels.map((label): BiasColumn => ({ head: dataOf(label) }))],
    rows,
  };
}
