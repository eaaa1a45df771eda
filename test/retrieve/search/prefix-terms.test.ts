import { expect, test } from 'vitest';
import { defaultAnalysis } from '../../../src/retrieve/analysis/analysis-settings.ts';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import { TextIndexBuilder } from '../../../src/retrieve/index/text-index-builder.ts';
import { PrefixTerms } from '../../../src/retrieve/search/prefix-terms.ts';

function prefixesOf(texts: readonly string[], stem = true): PrefixTerms {
  const builder = new TextIndexBuilder({ ...defaultIndexSettings, analysis: { ...defaultAnalysis, stem } });
  for (const text of texts) builder.add([{ text, times: 1 }]);
  return new PrefixTerms(builder.finish());
}

const texts = ['Armenia war', 'Armenia wars', 'Armenian', 'armies', 'army army army', 'Łódź', 'Ōsaka osaka'];

test.each([
  ['armen', ['armenia', 'armenian']],
  ['ARM', ['armenia', 'armi', 'armenian']],
  // A word that begins so has another beginning as a term.
  ['armies', ['armi']],
  ['wars', ['war']],
  ['o', ['osaka']],
  ['ō', ['osaka']],
  ['armenians', []],
  ['zz', []],
  ['', []],
])('%j begins %j', (prefix, terms) => {
  expect(prefixesOf(texts).startingWith(prefix, 10)).toEqual(terms);
});

test('the commonest, of equally common ones the first', () => {
  const prefixes = prefixesOf(['ab ac ad', 'ad ae', 'ae'], false);
  expect(prefixes.startingWith('a', 3)).toEqual(['ad', 'ae', 'ab']);
  expect(prefixes.startingWith('a', 0)).toEqual([]);
});
