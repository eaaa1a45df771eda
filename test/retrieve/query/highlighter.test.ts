import { expect, test } from 'vitest';
import { defaultAnalysis } from '../../../src/retrieve/analysis/analysis-settings.ts';
import { createHighlighter } from '../../../src/retrieve/query/highlighter.ts';
import { parseQuery } from '../../../src/retrieve/query/parse-query.ts';

/** The text with brackets around what is marked. */
function marked(query: string, text: string, settings = {}): string {
  const marks = createHighlighter(parseQuery(query), { ...defaultAnalysis, ...settings })(text);
  return marks.reduceRight(
    (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
    text,
  );
}

test.each([
  ['other forms of a word', 'wars', 'The War of wars, warlike.', 'The [War] of [wars], warlike.'],
  ['accents and case', 'Lodz', 'ŁÓDŹ and Łódź, lódz', 'ŁÓDŹ and Łódź, [lódz]'],
  ['composed and decomposed', 'Müller', 'Mu\u0308ller and MULLER', '[Mu\u0308ller] and [MULLER]'],
  ['a beginning', 'armen*', 'Armenia, Armenians, harmen', '[Armenia], [Armenians], harmen'],
  [
    'a phrase is one mark',
    '"Nagorno-Karabakh War"',
    'The Nagorno Karabakh war in Karabakh',
    'The [Nagorno Karabakh war] in [Karabakh]',
  ],
  ['a phrase only as it stands', '"the wars"', 'the war, the wars', '[the] [war], [the wars]'],
  ['a phrase within itself', '"a a b"', 'a a a b', '[a] [a a b]'],
  ['numbers are no forms', '199', '199 1990 199s', '[199] 1990 199s'],
  ['no word', 'zzz', 'nothing here', 'nothing here'],
])('%s', (_, query, text, expected) => {
  expect(marked(query, text)).toBe(expected);
});

test('as the index takes words apart', () => {
  expect(marked('wars', 'war wars', { stem: false })).toBe('war [wars]');
  expect(marked('the war', 'the war', { dropStopWords: true })).toBe('the [war]');
  expect(marked('kriege', 'Krieg', { language: 'de' })).toBe('[Krieg]');
  expect(marked('wars', 'the war', { grams: 'hashed-bigrams' })).toBe('the [war]');
});
