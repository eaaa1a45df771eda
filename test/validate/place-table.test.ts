import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlaceTable } from '../../src/validate/place-table.ts';
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
        claimsOf(mark + lines.join(end), `claims/${which % 2}.jsonl`).map((entry) => {
          const row = table.remember(entry, 'label');
          expect(table.rowOf(entry)).toBe(row);
          return { row, id: entry.claim.id, places: [entry.place(['id']), entry.place(['label'])] };
        }),
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
