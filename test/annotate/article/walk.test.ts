import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutArticle, type Unit } from '../../../src/annotate/article/article-layout.ts';
import {
  beyondTable,
  cellAtEnd,
  cellBeyond,
  columnOf,
  nextSection,
  nextTable,
  nextUnit,
  rangeBetween,
  rowOf,
} from '../../../src/annotate/article/walk.ts';
import { smallArticle } from './small-article.ts';

const layout = layOutArticle(smallArticle);
const all = () => true;
const short = (unit: Unit | undefined) => unit?.id.replace('The Film_', '');
const unit = (name: string): Unit => {
  const found = layout.units.get(`The Film_${name}`);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

/** Where one gets to by doing the same until it leads nowhere. */
function way(from: string | undefined, next: (from: string | undefined) => Unit | undefined): string[] {
  const reached: string[] = [];
  for (let at = next(from); at !== undefined; at = next(at.id)) {
    reached.push(short(at) ?? '');
    if (reached.length > 100) break;
  }
  return reached;
}

describe('nextUnit', () => {
  test('goes through the text, and down through tables', () => {
    expect(way(undefined, (from) => nextUnit(layout, from, 1, all))).toMatchInlineSnapshot(`
      [
        "sentence_0",
        "sentence_1",
        "header_cell_0_0_0",
        "header_cell_0_1_0",
        "sentence_2",
        "item_0_0",
        "item_0_1",
        "table_caption_1",
        "header_cell_1_0_0",
        "header_cell_1_1_0",
        "header_cell_1_2_0",
        "header_cell_1_3_0",
        "sentence_3",
      ]
    `);
  });

  test('goes back by what follows the last cell', () => {
    expect(way('The Film_sentence_3', (from) => nextUnit(layout, from, -1, all))).toMatchInlineSnapshot(`
      [
        "header_cell_1_3_0",
        "header_cell_1_2_0",
        "header_cell_1_1_0",
        "header_cell_1_0_0",
        "table_caption_1",
        "item_0_1",
        "item_0_0",
        "sentence_2",
        "header_cell_0_1_0",
        "header_cell_0_0_0",
        "sentence_1",
        "sentence_0",
      ]
    `);
  });

  test('keeps to the column, or the cell that reaches into it', () => {
    const down = (name: string) => short(nextUnit(layout, unit(name).id, 1, all));
    expect([down('header_cell_1_0_1'), down('cell_1_1_1'), down('cell_1_1_2')]).toEqual([
      'cell_1_1_1',
      'header_cell_1_2_0',
      'cell_1_2_2',
    ]);
  });

  test('comes back to the column behind a cell that reaches over it', () => {
    expect(short(nextUnit(layout, unit('header_cell_1_2_0').id, 1, all, 2))).toBe('cell_1_3_2');
  });

  test('passes over what is not shown, whole tables too', () => {
    const shown = new Set(['sentence_1', 'cell_1_3_2', 'sentence_3']);
    const isShown = (other: Unit) => shown.has(short(other) ?? '');
    expect(way(undefined, (from) => nextUnit(layout, from, 1, isShown))).toEqual([...shown]);
    expect(way(undefined, (from) => nextUnit(layout, from, -1, isShown))).toEqual([...shown].toReversed());
    expect(nextUnit(layout, undefined, 1, () => false)).toBeUndefined();
  });

  test('starts anew from an id that is not there', () => {
    expect(short(nextUnit(layout, 'Other_sentence_0', 1, all))).toBe('sentence_0');
  });

  test('every step down leads on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...layout.units.values()), (from) => {
        const next = nextUnit(layout, from.id, 1, all);
        return next === undefined || next.record.order > from.record.order;
      }),
    );
  });
});

describe('nextSection', () => {
  test.each([
    [undefined, 1, 'sentence_0'],
    ['sentence_0', 1, 'sentence_2'],
    ['cell_1_1_1', 1, 'sentence_3'],
    ['sentence_3', 1, undefined],
    ['sentence_3', -1, 'sentence_2'],
    ['item_0_1', -1, 'sentence_2'],
    ['sentence_0', -1, undefined],
  ] as const)('from %s by %i to %s', (from, step, to) => {
    expect(short(nextSection(layout, from && unit(from).id, step, all))).toBe(to);
  });

  test('passes over sections with nothing shown', () => {
    const isShown = (other: Unit) => other === unit('sentence_3') || other === unit('sentence_0');
    expect(short(nextSection(layout, unit('sentence_0').id, 1, isShown))).toBe('sentence_3');
  });
});

describe('tables', () => {
  test.each([
    [undefined, 'header_cell_0_0_0'],
    ['sentence_1', 'header_cell_0_0_0'],
    ['cell_0_1_1', 'header_cell_1_0_0'],
    ['sentence_3', 'header_cell_1_0_0'],
    ['cell_1_1_1', undefined],
  ])('the next one from %s begins with %s', (from, to) => {
    expect(short(nextTable(layout, from && unit(from).id, all))).toBe(to);
  });

  test('are left for what follows, or for what stands before', () => {
    expect(short(beyondTable(layout, unit('cell_1_1_1'), all))).toBe('sentence_3');
    expect(short(beyondTable(layout, unit('cell_1_1_1'), (other) => other !== unit('sentence_3')))).toBe(
      'table_caption_1',
    );
  });

  test.each([
    ['header_cell_1_0_0', { rows: 0, columns: 1 }, 'header_cell_1_0_1'],
    ['header_cell_1_2_0', { rows: 0, columns: 1 }, 'cell_1_2_2'],
    ['cell_1_2_2', { rows: 0, columns: -1 }, 'header_cell_1_2_0'],
    ['cell_1_2_2', { rows: 0, columns: 1 }, undefined],
    ['cell_1_3_2', { rows: 1, columns: 0 }, undefined],
    ['sentence_0', { rows: 1, columns: 0 }, undefined],
  ] as const)('a step from %s by %o leads to %s', (from, step, to) => {
    expect(short(cellBeyond(unit(from), step, all))).toBe(to);
  });

  test('have ends', () => {
    const ends = (['row-start', 'row-end', 'start', 'end'] as const).map((end) =>
      short(cellAtEnd(unit('cell_1_2_2'), end, all)),
    );
    expect(ends).toEqual(['header_cell_1_2_0', 'cell_1_2_2', 'header_cell_1_0_0', 'cell_1_3_2']);
  });

  test('rows and columns leave out gaps and empty cells', () => {
    expect(rowOf(unit('cell_1_3_2')).map(short)).toEqual(['header_cell_1_3_0', 'cell_1_3_2']);
    expect(columnOf(unit('cell_1_1_1')).map(short)).toEqual(['header_cell_1_0_1', 'cell_1_1_1']);
    expect(rowOf(unit('sentence_0'))).toEqual([]);
  });
});

describe('rangeBetween', () => {
  const range = (from: string, to: string) =>
    rangeBetween(layout, unit(from).id, unit(to).id).map(short).join(' ');

  test.each([
    ['sentence_0', 'sentence_1', 'sentence_0 sentence_1'],
    ['sentence_2', 'sentence_1', 'sentence_1 sentence_2'],
    ['item_0_1', 'sentence_3', 'item_0_1 table_caption_1 sentence_3'],
    ['cell_1_2_2', 'cell_1_1_1', 'cell_1_1_1 cell_1_1_2 cell_1_2_2'],
    ['cell_1_3_1', 'cell_1_3_2', 'cell_1_3_2'],
    ['cell_0_1_1', 'sentence_2', 'sentence_2'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(range(from, to)).toBe(expected);
  });

  test('is the same both ways', () => {
    const names = fc.constantFrom(...layout.units.keys());
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(rangeBetween(layout, a, b)).toEqual(rangeBetween(layout, b, a));
      }),
    );
  });

  test('of ids that are not there is empty', () => {
    expect(rangeBetween(layout, 'X_sentence_0', unit('sentence_0').id)).toEqual([]);
  });
});
