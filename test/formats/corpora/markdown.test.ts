import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdown } from '../../../src/formats/corpora/markdown.ts';
import { anyCharacter } from '../../any-character.ts';
import { readArticle, taggedText, wrongIn } from './read-article.ts';

const read = (text: string, options = {}) => readArticle(markdown, text, options);

test('a document with everything', () => {
  const text = `---
title: "The \\"big\\" dish" # draft
author: A
---

<!-- a comment -->
One &amp; *two* with \`code\`. Three[^1] has a [link](https://example.org) and
goes on.\\
A \\*star\\*. ![an image](x.png) <b>Bold</b><br>text.

[^1]: A footnote.

# First

> Quoted one. Quoted two.

## Second

1. a
   - b
     with more

     and a paragraph

   - c
2. [x] d

| Name | Metres |
|------|-------:|
| Arecibo | **305** |
| FAST | |

\`\`\`js
alert(1);
\`\`\`

<div>not read</div>

---

[ref]: https://example.org
`;
  const { article, leftOut, messages } = read(text);
  expect(messages).toEqual([]);
  expect(article?.title).toBe('The "big" dish');
  expect(leftOut).toEqual({
    comment: 1,
    'footnote mark': 1,
    image: 1,
    footnote: 1,
    'code block': 1,
    'block of HTML': 1,
  });
  expect(
    article?.elements.flatMap((element) =>
      element.kind === 'section' ? `${element.text} ${element.level}` : [],
    ),
  ).toEqual(['First 2', 'Second 3']);
  expect(article?.elements.find(({ kind }) => kind === 'list')).toEqual({
    kind: 'list',
    number: 0,
    type: 'ordered_list',
    items: [
      { number: 0, text: 'a', sublistType: 'unordered_list' },
      { number: 1, text: 'b with more and a paragraph', level: 1 },
      { number: 2, text: 'c', level: 1 },
      { number: 3, text: 'd' },
    ],
  });
  expect(taggedText(markdown, text)).toMatchInlineSnapshot(`
    "One & two with code. T_sentence_0

    Three has a link and goes on. T_sentence_1

    A *star*. T_sentence_2

    Bold text. T_sentence_3

    First T_section_0

    Quoted one. T_sentence_4

    Quoted two. T_sentence_5

    Second T_section_1

    T_ordered_list_0

    aT_item_0_0

    b with more and a paragraphT_item_0_1

    cT_item_0_2

    dT_item_0_3

    T_table_general_0

    NameT_header_cell_0_0_0 MetresT_header_cell_0_0_1
    AreciboT_cell_0_1_0 305T_cell_0_1_1
    FASTT_cell_0_2_0 T_cell_0_2_1
    "
  `);
});

test.each([
  ['---\ntitle: A\n---\n# B\n\nText.', 'A', ['B 2']],
  ["---\ntitle: 'It''s' \n---\nText.", "It's", []],
  ['+++\ntitle = "A"\n+++\nText.', 'A', []],
  ['---\ntitle: >\n  folded\n---\nText.', 'My file', []],
  ['---\n---\nText.', 'My file', []],
  ['# A\n\nText.\n\n## B\n\n#### C\n', 'A', ['B 2', 'C 4']],
  ['# A\n\nText.\n\n# B\n', 'My file', ['A 2', 'B 2']],
  ['Text.\n\n# A\n', 'My file', ['A 2']],
  ['A\n===\n\nText.\n\nB\n---\n', 'A', ['B 2']],
  ['\uFEFF# A *b* &lt;c&gt;\n\nText.', 'A b <c>', []],
])('the title and the sections of %j', (text, title, sections) => {
  const { article } = read(text);
  expect(article?.title).toBe(title);
  expect(
    article?.elements.flatMap((element) =>
      element.kind === 'section' ? `${element.text} ${element.level}` : [],
    ),
  ).toEqual(sections);
});

test.each([
  ['', 'No sentence, table or list was found in the file.'],
  ['# Only a heading', 'No sentence, table or list was found in the file.'],
  ['>'.repeat(20_000), 'The elements of the file nest deeper than 100 levels: it is not read.'],
])('a file without text is a finding %#', (text, message) => {
  expect(read(text)).toEqual({ article: undefined, leftOut: {}, messages: [message] });
});

test.each([
  ['# A\n', true],
  ['---\ntitle: A\n---\n', true],
  ['| a | b |\n|---|---|\n', true],
  ['A plain text. # not a heading\n', false],
  ['#hashtag\n', false],
  ['{"a": 1}\n', false],
  ['<html>\n# A', false],
])('%j looks like Markdown: %s', (head, expected) => {
  expect(markdown.sniff(head)).toBe(expected);
});

test('any text gives an article whose tagged text says it, or findings', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '# ',
      '\n',
      '\n\n',
      '- ',
      '  ',
      '1. ',
      '| a | b |\n|--|--|\n',
      '> ',
      '```\n',
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
    ),
    fc.constantFrom(
      'One. Two.',
      'T_sentence_0',
      '&#xD800;',
      '<b>',
      '---\n',
      'From Wikipedia for FEVERv2',
      '[^1]',
      '\\',
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
