import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordForm } from '../../src/claims/record-form.ts';
import type { JsonPath } from '../../src/text/json-text.ts';
import { PlaceTable } from '../../src/validate/tables/place-table.ts';
import { annotationsOf, claimsOf } from './entries-of.ts';

const idArbitrary = fc.oneof(
  fc.maxSafeInteger(),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const keyArbitrary = fc.constantFrom('note', '__proto__', 'ID', 'é"\\');

/** A line of JSON with its members in some order, blanks around them, and some escapes. */
const lineArbitrary = fc
  .record({
    id: idArbitrary,
    others: fc.dictionary(keyArbitrary, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
    first: fc.boolean(),
    blanks: fc.constantFrom('', ' ', '\t '),
  })
  .map(({ id, others, first, blanks }) => {
    const members = [
      ...Object.entries(others),
      ['label', 'SUPPORTS'],
      ...(first ? [] : [['id', id]]),
      ['claim', 'One "two" \\ é 😀.'],
    ];
    const all = first ? [['id', id], ...members] : members;
    const json = all.map(
      ([key, value]) => `${blanks}${JSON.stringify(key)}${blanks}:${blanks}${JSON.stringify(value)}`,
    );
    return `${blanks}{${json.join(',')}${blanks}}`;
  });

test('places are recalled as they were, without the text of the line', () => {
  const fileArbitrary = fc.record({
    lines: fc.array(lineArbitrary, { minLength: 1, maxLength: 5 }),
    mark: fc.constantFrom('', '\uFEFF'),
    end: fc.constantFrom('\n', '\r\n'),
  });
  fc.assert(
    fc.property(fc.array(fileArbitrary, { maxLength: 4 }), (files) => {
      const table = new PlaceTable('id');
      const expected = files.flatMap(({ lines, mark, end }, which) =>
        // Two names only, so that the table comes back to a file.
        claimsOf(mark + lines.join(which < 2 ? end : `${end}${end}`), `claims/${which % 2}.jsonl`).map(
          (entry) => {
            const row = table.remember(entry, 'label');
            expect(table.rowOf(entry)).toBe(row);
            return { row, id: entry.claim.id, places: [entry.place(['id']), entry.place(['label'])] };
          },
        ),
      );
      expect(expected.map(({ row }) => row)).toEqual(expected.map((_, which) => which));
      for (const { row, id, places } of expected) {
        expect(table.idOf(row)).toBe(id);
        expect([table.recall(row), table.recall(row, 'label')]).toEqual(
          places.map((place) => ({ ...place, lineText: '' })),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  [70_000, 1],
  [65_533, 65_533],
  [65_534, 65_535],
  [1, 70_000],
])('a value behind %d characters, of %d', (before, length) => {
  const table = new PlaceTable('id');
  for (const entry of claimsOf(`{"a":"${'x'.repeat(before)}","id":"${'i'.repeat(length)}"}`)) {
    expect(table.recall(table.rowOf(entry))).toEqual({ ...entry.place(['id']), lineText: '' });
  }
});

test('in the form of another dataset a value is where that has it', () => {
  const table = new PlaceTable('id');
  const form = {
    pathOf: ([key]: JsonPath) => (key === 'label' ? ['evidence', '7', 0, 'label'] : [key ?? '']),
  };
  const text = '{"evidence":{"7":[{"label":"SUPPORT"}]},"id":3}';
  for (const entry of claimsOf(text, 'claims.jsonl', { ...form, id: 'x' } as unknown as RecordForm)) {
    const row = table.remember(entry, 'label');
    expect(table.recall(row)).toEqual({ ...entry.place(['id']), lineText: '' });
    expect(table.recall(row, 'label')).toEqual({ ...entry.place(['label']), lineText: '' });
    expect(table.recall(row, 'label').pointer).toBe('/evidence/7/0/label');
  }
});

test('an annotation stands under the id of its claim', () => {
  const [entry] = annotationsOf('{"annotator":"a","claim":7,"label":"REFUTES"}');
  const table = new PlaceTable('claim');
  const row = entry === undefined ? -1 : table.rowOf(entry);
  expect(table.idOf(row)).toBe(7);
  expect(table.recall(row)).toMatchObject({ pointer: '/claim', claimId: 7, start: { line: 1, column: 26 } });
});

test('what was never remembered is a mistake of a rule', () => {
  const table = new PlaceTable('id');
  expect(() => table.idOf(0)).toThrow('claimset is broken');
  for (const entry of claimsOf('{"id":1}')) table.rowOf(entry);
  expect(() => table.recall(0, 'label')).toThrow('claimset is broken');
});
