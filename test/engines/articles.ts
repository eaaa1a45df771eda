import fc from 'fast-check';
import type { Article, EvidenceRecord } from '../../src/corpus/article.ts';
import type { EvidenceKind } from '../../src/corpus/evidence-kind.ts';

const nowhere = { start: 0, end: 0 };
const beginning = { line: 1, column: 1, offset: 0 };

/** An article of elements, as far as it is searched. */
export function articleOf(
  title: string,
  elements: readonly (readonly [kind: EvidenceKind, text: string, section?: string])[],
): Article {
  const records = elements.map(
    ([kind, text, section], order): EvidenceRecord => ({
      id: `${title}_${kind}_${order}`,
      kind,
      title,
      text,
      raw: text,
      numbers: [order],
      order,
      rawSpan: nowhere,
      span: nowhere,
      idSpan: nowhere,
      start: beginning,
      ...(section !== undefined && { section: `${title}_section_${section}` }),
    }),
  );
  return {
    file: `${title}.txt`,
    title,
    firstLine: { file: `${title}.txt`, start: beginning, end: beginning, span: nowhere, lineText: title },
    head: '',
    records,
    foot: '',
    invalidBytes: [],
  };
}

/** Few enough that many records share them; with stems, accents, other scripts, numbers, and what means something to an engine. */
const words = [
  'war',
  'wars',
  'warring',
  'the',
  'of',
  'and',
  'café',
  'CAFE',
  'Ärger',
  'Ağdam',
  'Арцах',
  '戦争',
  '1994',
  '3.5',
  'ceasefire',
  'it’s',
  "o'neil",
  'a&b',
  '!x',
  ':*',
  '(',
  ')',
  '\\',
  '"',
  '<->',
  '_',
  'x_y',
  '𝔘nicode',
  'naïve',
  'running',
  'run',
  'runner',
];
const kind = fc.constantFrom<EvidenceKind>('sentence', 'sentence', 'sentence', 'cell', 'item');
const title = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '));

/** Articles that have much in common, titles different in every normal form, and texts of so many words at most. */
export function articlesOf(maxWords: number): fc.Arbitrary<Article[]> {
  const text = fc
    .array(fc.constantFrom(...words), { maxLength: maxWords })
    .map((some) => ['war', ...some].join(' '));
  return fc
    .uniqueArray(fc.tuple(title, fc.array(fc.tuple(kind, text), { maxLength: 12 })), {
      selector: ([one]) => one.normalize('NFC'),
      maxLength: 12,
    })
    .map((all) => all.map(([one, elements]) => articleOf(one, elements)));
}

/** Words as they are asked for. */
export const someQuery: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words, 'unknown'), { maxLength: 8 })
  .map((some) => some.join(' '));
export const someWord: fc.Arbitrary<string> = fc.constantFrom(...words);
