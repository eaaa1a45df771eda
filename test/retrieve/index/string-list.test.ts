import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StringList } from '../../../src/retrieve/index/string-list.ts';
import { StringTable } from '../../../src/retrieve/index/string-table.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';

/** Short strings that often begin alike, with all that bytes can be. */
const texts = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\x7f', 'é', '\ud7ff', '\ue000', '😀'), maxLength: 7 }),
    fc.string({ unit: anyCharacter, maxLength: 20 }),
  ),
  { maxLength: 40 },
);

test('strings stand in the order of their bytes, equal ones as they were added', () => {
  fc.assert(
    fc.property(texts, (added) => {
      const list = new StringList();
      for (const text of added) {
        const bytes = Buffer.from(`<${text}>`);
        if (text.length % 2 === 0) list.add(text);
        else list.addBytes(bytes, 1, bytes.length - 1);
      }
      const { columns, places } = list.sorted();
      const expected = added
        .map((text, place) => ({ bytes: Buffer.from(text), place }))
        .sort((one, other) => Buffer.compare(one.bytes, other.bytes) || one.place - other.place);
      expect([...places]).toEqual(expected.map(({ place }) => place));
      const table = new StringTable(columns);
      expect(Array.from(places, (_, at) => table.at(at))).toEqual(
        expected.map(({ bytes }) => bytes.toString('utf8')),
      );
      expect(columns.bytes.length).toBe(columns.offsets.at(-1));
    }),
    { numRuns: runs(2000) },
  );
});

test('many strings are put in order', () => {
  const list = new StringList();
  const added = Array.from({ length: 20_000 }, (_, at) => `w${(at * 7919) % 20_000}`);
  for (const text of added) list.add(text);
  const { places } = list.sorted();
  expect(Array.from(places, (at) => added[at])).toEqual([...added].sort());
});
