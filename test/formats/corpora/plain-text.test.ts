import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/formats/corpora/plain-text.ts';
import { anyCharacter } from '../../any-character.ts';
import { readArticle, taggedText, wrongIn } from './read-article.ts';

const read = (text: string, options = {}) => readArticle(plainText, text, options);
const elementsOf = (text: string) => read(text).article?.elements ?? [];
const sectionsOf = (text: string) =>
  elementsOf(text).flatMap((element) =>
    element.kind === 'section' ? `${element.text} ${element.level}` : [],
  );

test('paragraphs, headings and lists', () => {
  const text =
    'The dish\r\n\r\nOne came. Two\r\nwent.\r\n\r\n1 Parts\r\n\r\nMore text.\r\n\r\n1.1 Mirror\r\n\r\n- glass\r\n- steel\r\n  and iron\r\n\r\n2 End\r\n\r\nLast.\r\n\r\n* * *\r\n\r\nNotes\r\n-----\r\nA note.\r\n';
  expect(read(text).leftOut).toEqual({ 'line of signs': 1 });
  expect(read(text).article?.title).toBe('The dish');
  expect(sectionsOf(text)).toEqual(['1 Parts 2', '1.1 Mirror 3', '2 End 2', 'Notes 3']);
  expect(taggedText(plainText, text)).toMatchInlineSnapshot(`
    "One came. T_sentence_0

    Two went. T_sentence_1

    1 Parts T_section_0

    More text. T_sentence_2

    1.1 Mirror T_section_1

    T_unordered_list_0

    glassT_item_0_0

    steel and ironT_item_0_1

    2 End T_section_2

    Last. T_sentence_3

    Notes T_section_3

    A note. T_sentence_4
    "
  `);
});

test.each([
  ['Title\n\nText.', 'Title', 1],
  ['Title\n=====\n\nText.', 'Title', 1],
  ['This is a sentence.\n\nText.', 'My file', 2],
  ['Title', 'My file', 1],
  ['Two\nlines\n\nText.', 'My file', 2],
  ['- item\n\nText.', 'My file', 2],
  [`${'long '.repeat(40)}\n\nText.`, 'My file', 2],
  ['\uFEFFTitle\n\n\n\nText.', 'Title', 1],
])('the title of %j', (text, title, sentences) => {
  const { article } = read(text);
  expect(article?.title).toBe(title);
  expect(article?.elements).toHaveLength(sentences);
});

test.each([
  ['1. Apples\n\n2. Pears\n\n3. Plums\n\nText.', []],
  ['1. Intro\n\nText.\n\n3. End\n\nText.', []],
  ['1. Intro\n\nText.', []],
  ['IN CAPITALS\n\nText.\n\nMORE CAPITALS\n\nText.', []],
  ['1. It ends here.\n\nText.\n\n2. So does this.\n\nText.', []],
  [
    '1 Intro\n\nText.\n\n1.1 Sub\n\nText.\n\n1.2 Sub\n\nText.\n\n2 End\n\nText.',
    ['1 Intro 2', '1.1 Sub 3', '1.2 Sub 3', '2 End 2'],
  ],
  ['1 Intro\n\n1.1 Sub\n\nText.\n\n2 End\n\nText.', ['1 Intro 2', '1.1 Sub 3', '2 End 2']],
])('what is certainly a heading in %j', (text, expected) => {
  expect(sectionsOf(`A first sentence.\n\n${text}`)).toEqual(expected);
});

test('no word is lost: what is no heading is a sentence', () => {
  expect(taggedText(plainText, 'A sentence.\n\nCAPITALS\n\n3 Not a heading\n\n* only one')).toBe(
    'A sentence. T_sentence_0\n\nCAPITALS T_sentence_1\n\n3 Not a heading T_sentence_2\n\n* only one T_sentence_3\n',
  );
});

test.each(['', '\n \n', '* * *\n'])('%j is a finding', (text) => {
  expect(read(text).messages).toEqual(['No sentence, table or list was found in the file.']);
});

test('any text gives an article whose tagged text says it, or findings', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\n\n',
      '- ',
      '1. A',
      '2. B',
      '===',
      '---\n',
      'One. Two.',
      'T_sentence_0',
      '\uD800',
      '\t',
    ),
    fc.string({ unit: anyCharacter, maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { article, messages } = read(pieces.join(''), { title: 'T' });
      if (article === undefined) expect(messages).toHaveLength(1);
      else expect(wrongIn(article)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
