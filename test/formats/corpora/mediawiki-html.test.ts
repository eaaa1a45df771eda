import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mediawikiHtml } from '../../../src/formats/corpora/mediawiki-html.ts';
import { anyCharacter } from '../../any-character.ts';
import { readArticle, taggedText, wrongIn } from './read-article.ts';

const read = (html: string, options = {}) => readArticle(mediawikiHtml, html, options);
/** The page that a browser saves: legacy Vector has `mw-headline`, Vector 2022 `mw-heading`. */
const page = (content: string) =>
  `<!DOCTYPE html><html><head><title>Radio telescope - Wikipedia</title></head><body><div id="siteSub">From Wikipedia</div>
<h1 id="firstHeading" class="firstHeading"><span class="mw-page-title-main">Radio <i>telescope</i></span></h1>
<div id="mw-content-text"><div class="mw-content-ltr mw-parser-output" lang="en">${content}</div></div>
<div id="catlinks" class="catlinks">Categories</div></body></html>`;
/** The tagged text of the content of such a page. */
const tagged = (content: string) => taggedText(mediawikiHtml, page(content));

test('a page of Vector, as FEVEROUS’ generator numbers it', () => {
  const html = page(`
<div class="shortdescription" style="display:none">Antenna</div>
<div role="note" class="hatnote navigation-not-searchable">For dishes, see <a href="/wiki/Dish_(disambiguation)">Dish</a>.</div>
<table class="infobox vcard"><caption class="infobox-title">Effelsberg</caption><tbody>
<tr><td colspan="2" class="infobox-image"><img src="x.jpg"></td></tr>
<tr><th scope="row" rowspan="2">Built</th><td>1968–1971<br>by MAN</td></tr>
<tr><td><ul><li>Krupp</li><li><a href="/wiki/MAN_SE">MAN</a></li></ul></td></tr>
</tbody></table>
<p class="mw-empty-elt"></p>
<p>A <b>radio telescope</b> is an <a href="/wiki/Antenna_(radio)" title="x">antenna</a>.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> It has
a gain of <span class="mwe-math-element"><math alttext="{\\displaystyle G=x^{2}}"><mi>G</mi></math><img class="mwe-math-fallback-image-inline" src="y"></span>.</p>
<div class="mw-heading mw-heading2"><h2 id="History">History</h2><span class="mw-editsection">[edit]</span></div>
<figure typeof="mw:File/Thumb"><img src="z"><figcaption>Karl Jansky. He began.</figcaption></figure>
<p>See No. <a href="/wiki/No._10">10. Downing Street</a>.</p>
<h3><span class="mw-headline" id="D">Dishes</span><span class="mw-editsection">[edit]</span></h3>
<ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>
<dl><dt>Gain</dt><dd>what it adds</dd><dd>more</dd></dl>
<table class="wikitable"><tr><th>Name</th><th>Metres</th></tr><tr><td>Arecibo</td><td>305</td></tr></table>
<table class="multicol"><tr><td>layout</td></tr></table>
<h2><span class="mw-headline">References</span></h2>
<div class="reflist"><ol class="references"><li>Book.</li></ol></div><p>Not taken.</p><h3>Nor this</h3><p>Nor this.</p>
<h2>After</h2><p>Last one.</p>
<div class="navbox">nav</div><style>.a{}</style><script>alert(1)</script>`);
  const { article, leftOut, messages } = read(html);
  expect(messages).toEqual([]);
  expect(article?.title).toBe('Radio telescope');
  expect(leftOut).toEqual({
    image: 2,
    reference: 1,
    'other table': 1,
    'reference section': 1,
    'navigation panel': 1,
  });
  expect(article?.elements).toMatchInlineSnapshot(`
    [
      {
        "kind": "sentence",
        "links": [
          {
            "anchor": "Dish",
            "target": "Dish (disambiguation)",
          },
        ],
        "number": 0,
        "startsParagraph": true,
        "text": "For dishes, see Dish.",
      },
      {
        "caption": "Effelsberg",
        "cells": [
          {
            "column": 0,
            "isHeader": true,
            "row": 1,
            "rowSpan": 2,
            "text": "Built",
          },
          {
            "column": 1,
            "isHeader": false,
            "row": 1,
            "text": "1968–1971
    by MAN",
          },
          {
            "column": 1,
            "isHeader": false,
            "links": [
              {
                "anchor": "MAN",
                "target": "MAN SE",
              },
            ],
            "row": 2,
            "text": "Krupp
    MAN",
          },
        ],
        "kind": "table",
        "number": 0,
        "type": "infobox",
      },
      {
        "kind": "sentence",
        "links": [
          {
            "anchor": "antenna",
            "target": "Antenna (radio)",
          },
        ],
        "number": 1,
        "startsParagraph": true,
        "text": "A radio telescope is an antenna.",
      },
      {
        "kind": "sentence",
        "number": 2,
        "startsParagraph": false,
        "text": "It has a gain of G=x^{2}.",
      },
      {
        "kind": "section",
        "level": 2,
        "number": 0,
        "text": "History",
      },
      {
        "kind": "sentence",
        "links": [
          {
            "anchor": "10. Downing Street",
            "target": "No. 10",
          },
        ],
        "number": 3,
        "startsParagraph": true,
        "text": "See No. 10. Downing Street.",
      },
      {
        "kind": "section",
        "level": 3,
        "number": 1,
        "text": "Dishes",
      },
      {
        "items": [
          {
            "number": 0,
            "sublistType": "ordered_list",
            "text": "one",
          },
          {
            "level": 1,
            "number": 1,
            "text": "inner",
          },
          {
            "number": 2,
            "text": "two",
          },
        ],
        "kind": "list",
        "number": 0,
        "type": "unordered_list",
      },
      {
        "items": [
          {
            "number": 0,
            "text": "Gain: what it adds",
          },
          {
            "number": 1,
            "text": "more",
          },
        ],
        "kind": "list",
        "number": 1,
        "type": "description_list",
      },
      {
        "cells": [
          {
            "column": 0,
            "isHeader": true,
            "row": 0,
            "text": "Name",
          },
          {
            "column": 1,
            "isHeader": true,
            "row": 0,
            "text": "Metres",
          },
          {
            "column": 0,
            "isHeader": false,
            "row": 1,
            "text": "Arecibo",
          },
          {
            "column": 1,
            "isHeader": false,
            "row": 1,
            "text": "305",
          },
        ],
        "kind": "table",
        "number": 1,
        "type": "general",
      },
      {
        "kind": "section",
        "level": 2,
        "number": 2,
        "text": "After",
      },
      {
        "kind": "sentence",
        "number": 4,
        "startsParagraph": true,
        "text": "Last one.",
      },
    ]
  `);
  expect(taggedText(mediawikiHtml, html)).toMatchInlineSnapshot(`
    "For dishes, see Dish. T_sentence_0

    T_table_infobox_0

    EffelsbergT_table_caption_0

    BuiltT_header_cell_0_1_0 1968–1971
    by MANT_cell_0_1_1
    Krupp
    MANT_cell_0_2_1

    A radio telescope is an antenna. T_sentence_1

    It has a gain of G=x^{2}. T_sentence_2

    History T_section_0

    See No. 10. Downing Street. T_sentence_3

    Dishes T_section_1

    T_unordered_list_0

    oneT_item_0_0

    innerT_item_0_1

    twoT_item_0_2

    T_description_list_1

    Gain: what it addsT_item_1_0

    moreT_item_1_1

    T_table_general_1

    NameT_header_cell_1_0_0 MetresT_header_cell_1_0_1
    AreciboT_cell_1_1_0 305T_cell_1_1_1

    After T_section_2

    Last one. T_sentence_4
    "
  `);
});

test('the REST interface wraps sections and has no heading of the page', () => {
  const html = `<!DOCTYPE html><html prefix="mw: http://mediawiki.org/rdf/"><head><title>Moon</title></head>
<body class="mw-body-content parsoid-body"><section data-mw-section-id="0"><p>One.</p></section>
<section data-mw-section-id="1"><h2 id="A">A</h2><p>See <a rel="mw:WikiLink" href="./Tide_pool">tide pools</a>.</p>
<section data-mw-section-id="2"><h3>B</h3><div class="div-col"><ul><li>x</li></ul></div></section></section></body></html>`;
  const { article } = read(html);
  expect(article).toEqual({
    title: 'Moon',
    elements: [
      { kind: 'sentence', number: 0, text: 'One.', startsParagraph: true },
      { kind: 'section', number: 0, text: 'A', level: 2 },
      {
        kind: 'sentence',
        number: 1,
        text: 'See tide pools.',
        startsParagraph: true,
        links: [{ anchor: 'tide pools', target: 'Tide pool' }],
      },
      { kind: 'section', number: 1, text: 'B', level: 3 },
      { kind: 'list', number: 0, type: 'unordered_list', items: [{ number: 0, text: 'x' }] },
    ],
  });
});

test('any other page is read by its headings, paragraphs, lists and tables', () => {
  const html = `<title>Site</title><nav>menu</nav><main><h1>Guide</h1>Loose <b>text</b>.<blockquote><p>Quoted.</p></blockquote>
<h2>Sources</h2><p>Kept here.</p><table><tr><td>1</td></tr></table><table role="presentation"><tr><td>x</td></tr></table>
<pre>code</pre></main><footer>foot</footer>`;
  const { article, leftOut } = read(html);
  expect(article?.title).toBe('Guide');
  expect(leftOut).toEqual({ 'other table': 1, 'code block': 1 });
  expect(taggedText(mediawikiHtml, html)).toMatchInlineSnapshot(`
    "Guide T_section_0

    Loose text. T_sentence_0

    Quoted. T_sentence_1

    Sources T_section_1

    Kept here. T_sentence_2

    T_table_general_0

    1T_cell_0_0_0
    "
  `);
});

describe('tables', () => {
  const places = (rows: string) =>
    read(page(`<table class="wikitable">${rows}</table>`)).article?.elements.flatMap((element) =>
      element.kind === 'table'
        ? element.cells.map(({ row, column, text }) => `${text} ${row},${column}`)
        : [],
    );

  test.each([
    [
      'a span to the right and down',
      '<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d',
      'a 0,0 b 0,2 c 1,2 d 2,0',
    ],
    ['a span longer than the table', '<tr><td rowspan=99>a<td>b<tr><td>c', 'a 0,0 b 0,1 c 1,1'],
    ['to the end', '<tr><td rowspan=0>a<td>b<tr><td>c', 'a 0,0 b 0,1 c 1,1'],
    ['no number', '<tr><td rowspan=x colspan="-1">a<td>b', 'a 0,0 b 0,1'],
    ['an empty cell alone is no row, but has a number', '<tr><td>a<tr><td> <tr><td>b', 'a 0,0 b 2,0'],
    ['a row of empty cells stays', '<tr><td>a<td>b<tr><td><td>', 'a 0,0 b 0,1  1,0  1,1'],
    [
      'head, body and foot',
      '<thead><tr><th>h</thead><tbody><tr><td>b</tbody><tfoot><tr><td>f',
      'h 0,0 b 1,0 f 2,0',
    ],
    [
      'a table inside',
      '<tr><td>a<table><tr><td>x</td><td>y</td></tr><tr><td>z</table><td>b',
      'a\nx y\nz 0,0 b 0,1',
    ],
  ])('%s', (_, rows, expected) => {
    expect(places(rows)?.join(' ')).toBe(expected);
  });

  test('without text there is none', () => {
    expect(
      read(page('<table class=wikitable><tr><td><img></table><p>A.</p>')).article?.elements,
    ).toHaveLength(1);
  });

  test('spans of hostile sizes take no memory', () => {
    const rows = `<tr>${'<td colspan=1000 rowspan=65534>x'.repeat(200)}`;
    const found = places(`${rows}${rows}`);
    expect(found?.[0]).toBe('x 0,0');
    expect(found).toHaveLength(400);
  });
});

describe('lists', () => {
  test.each([
    ['<ul><ul><li>a</ul><li>b</ul>', 'a 1, b 0'],
    ['<ul><li><ul><li>a</ul><li>b</ul>', 'a 1, b 0'],
    ['<dl><dt>t<dt>u<dd>d</dl>', 't 0, u: d 0'],
    ['<dl><dd>a<dl><dd>b</dl></dl>', 'a 0, b 1'],
    ['<dl><dt>t<ul><li>x</ul><dd>d</dl>', 't 0, x 1, d 0'],
    ['<dl><dt>t</dl>', 't 0'],
    ['<ul><li>a<p>b</p>c<li> </ul>', 'a b c 0'],
    ['<ul class=gallery><li>a</ul><p>x</p>', ''],
  ])('%s', (html, expected) => {
    const elements = read(page(html)).article?.elements ?? [];
    const items = elements.flatMap((element) => (element.kind === 'list' ? element.items : []));
    expect(items.map(({ text, level = 0 }) => `${text} ${level}`).join(', ')).toBe(expected);
  });
});

test.each([
  [
    '<p>A<br>b <span style="display: none">c</span><!-- d -->e &amp; f&nbsp;g.</p>',
    'A b e & f\u00a0g. T_sentence_0\n',
  ],
  ['<p>10<sup>3</sup> and H<sub>2</sub>O.</p>', '103 and H2O. T_sentence_0\n'],
  ['<p><a class="external" href="https://x.org">X</a> is.</p>', 'X is. T_sentence_0\n'],
  ['<div>a<div>b</div>c</div>', 'a T_sentence_0\n\nb T_sentence_1\n\nc T_sentence_2\n'],
])('%s', (html, expected) => {
  expect(tagged(html)).toBe(expected);
});

test('the title: asked for, else of the page, else of its head, else of the file', () => {
  expect(read(page('<p>A.</p>'), { title: ' My\n title ' }).article?.title).toBe('My title');
  const html = '<div class="mw-parser-output"><p>A.</p></div>';
  expect(read(`<title>Foo – bar - Wikipedia</title>${html}`).article?.title).toBe('Foo – bar');
  expect(read(html).article?.title).toBe('My file');
  expect(read(html, { file: '<stdin>' }).messages).toEqual([
    'Neither the file nor its name says what the title is.',
  ]);
});

test.each([
  ['', 'No sentence, table or list was found in the file.'],
  ['<h2>Only a heading</h2>', 'No sentence, table or list was found in the file.'],
  ['<div>'.repeat(100_000), 'The elements of the file nest deeper than 500 levels: it is not read.'],
  ['<b>'.repeat(100_000), 'The elements of the file nest deeper than 500 levels: it is not read.'],
])('a page without text is a finding %#', (html, message) => {
  expect(read(html)).toEqual({ article: undefined, leftOut: {}, messages: [message] });
});

test.each([
  ['<!DOCTYPE html>', true],
  ['\uFEFF\n<!-- saved --><html>', true],
  ['<div class="mw-parser-output">', true],
  ['Text <p>', false],
  ['{"a":"<html>"}', false],
  ['<mediawiki>', false],
])('%j looks like HTML: %s', (head, expected) => {
  expect(mediawikiHtml.sniff(head)).toBe(expected);
});

test('any page gives an article whose tagged text says it, or findings', () => {
  const tags = [
    'p',
    'div',
    'table',
    'tr',
    'td',
    'th',
    'caption',
    'ul',
    'li',
    'dl',
    'dt',
    'dd',
    'h2',
    'a',
    'b',
    'br',
    'span',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
    fc.constantFrom(
      '<table class=infobox>',
      '<table class="wikitable">',
      '<td rowspan=2>',
      '<td colspan=3 rowspan=2>',
      '<a href="/wiki/X">',
      'One. Two.',
      'T_sentence_0',
      'From Wikipedia for FEVERv2',
      '\n',
      '&#xD800;',
    ),
    fc.string({ unit: anyCharacter, maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { article, messages } = read(page(pieces.join('')), { title: 'T' });
      if (article === undefined) expect(messages).toHaveLength(1);
      else expect(wrongIn(article)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
