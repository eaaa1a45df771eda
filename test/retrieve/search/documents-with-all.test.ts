import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import { TextIndexBuilder } from '../../../src/retrieve/index/text-index-builder.ts';
import { documentsWithAll, includesSorted } from '../../../src/retrieve/search/documents-with-all.ts';
import { runs } from '../../runs.ts';

test('are those that have each of the terms', () => {
  const word = fc.constantFrom('aa', 'bb', 'cc', 'dd');
  const documents = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 200 });
  fc.assert(
    fc.property(documents, fc.array(fc.oneof(word, fc.constant('zz')), { maxLength: 4 }), (texts, terms) => {
      const builder = new TextIndexBuilder(defaultIndexSettings);
      for (const words of texts) builder.add([{ text: words.join(' '), times: 1 }]);
      const found = [...documentsWithAll(builder.finish(), terms)];
      const expected = [...texts.keys()].filter((at) =>
        terms.every((term) => texts[at]?.some((own) => own === term)),
      );
      expect(found).toEqual(terms.length === 0 ? [] : expected);
    }),
    { numRuns: runs(500) },
  );
});

test.each([
  [[], 1, false],
  [[1], 1, true],
  [[1, 4, 9], 4, true],
  [[1, 4, 9], 9, true],
  [[1, 4, 9], 5, false],
  [[1, 4, 9], 10, false],
])('%j has %d: %s', (list, wanted, expected) => {
  expect(includesSorted(Uint32Array.from(list), wanted)).toBe(expected);
});
