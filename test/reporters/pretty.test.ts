import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import type { Place } from '../../src/diagnostic/diagnostic.ts';
import { placeInLine } from '../../src/diagnostic/place-in-line.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

function render(report: Report): string {
  return [...pretty.render(report, { color: false })].join('');
}

function corpusReport(text: string): Report {
  const { diagnostics, articles } = parseCorpusFile('corpus/a.txt', new TextEncoder().encode(text));
  return reportOf(diagnostics, { files: 1, records: articles[0]?.records.length ?? 0 });
}

const banner = 'A\n\nFrom Wikipedia for FEVERv2\n\n';

test('two files; the reason is given the first time only', () => {
  const report = sampleReport({
    'claims/a.jsonl': [
      claimLine('a-1', 'The town has a street.', 'A town_sentence_1', 'A town_sentence_8'),
      claimLine('a-2', 'The town is a place.', 'A town_sentence_0'),
    ],
    'claims/b.jsonl': [claimLine(7, 'The town is a place.', 'the first sentence')],
  });
  expect(render(report)).toMatchInlineSnapshot(`
    "claims/a.jsonl

      1:98  error  evidence/unresolved  claim a-1
      \`A town_sentence_8\`: the article "A town" has no such element.
        1 │ …S","evidence":[["A town_sentence_1","A town_sentence_8"]],"challenge":"Other","source":"A …
          │                                      ^^^^^^^^^^^^^^^^^^^
      why   An id that resolves to nothing counts as a miss for every system that is scored, and hides
            copy errors.
      help  Did you mean \`A town_sentence_1\`?
      try   Replace it by \`A town_sentence_1\`.
      or    Replace it by \`A town_sentence_0\`.

    claims/b.jsonl

      1:72  error  evidence/unresolved  claim 7
      \`the first sentence\` is not an evidence id.
        1 │ ….","label":"SUPPORTS","evidence":[["the first sentence"]],"challenge":"Other","source":"A …
          │                                     ^^^^^^^^^^^^^^^^^^^^
      help  Copy the id from the article, or add the article to the corpus.

    2 errors in 3 records of 2 files
    "
  `);
});

test('wide and astral characters before the finding: the column counts characters, the underline columns of the terminal', () => {
  const line = '{"id":1,"claim":"😀 北京路","label":"SUPPORTS","evidence":[["A town_sentence_8"]]}';
  expect(render(sampleReport({ 'a.jsonl': [line] }))).toMatchInlineSnapshot(`
    "a.jsonl

      1:57  error  evidence/unresolved  claim 1
      \`A town_sentence_8\`: the article "A town" has no such element.
        1 │ {"id":1,"claim":"😀 北京路","label":"SUPPORTS","evidence":[["A town_sentence_8"]]}
          │                                                             ^^^^^^^^^^^^^^^^^^^
      why   An id that resolves to nothing counts as a miss for every system that is scored, and hides
            copy errors.
      help  Did you mean \`A town_sentence_1\`?
      try   Replace it by \`A town_sentence_1\`.
      or    Replace it by \`A town_sentence_0\`.

    1 error in 1 record of 1 file
    "
  `);
});

test('a line of 100 kB', () => {
  const report = sampleReport({ 'a.jsonl': [claimLine(1, 'x'.repeat(100_000), 'A town_sentence_8')] });
  expect(render(report)).toMatchInlineSnapshot(`
    "a.jsonl

      1:100052  error  evidence/unresolved  claim 1
      \`A town_sentence_8\`: the article "A town" has no such element.
        1 │ …xx","label":"SUPPORTS","evidence":[["A town_sentence_8"]],"challenge":"Other","source":"A …
          │                                      ^^^^^^^^^^^^^^^^^^^
      why   An id that resolves to nothing counts as a miss for every system that is scored, and hides
            copy errors.
      help  Did you mean \`A town_sentence_1\`?
      try   Replace it by \`A town_sentence_1\`.
      or    Replace it by \`A town_sentence_0\`.

    1 error in 1 record of 1 file
    "
  `);
});

test('terminal escapes and bidirectional marks in ids and file names', () => {
  const line = claimLine('\u001b]0;owned\u0007\u202e', 'One.', 'A town\u001b[2J_sentence_0').replace(
    'One',
    '\u202eOne',
  );
  expect(render(sampleReport({ 'a\u001b[31m.jsonl': [line] }))).toMatchInlineSnapshot(`
    "a\\u{1b}[31m.jsonl

      1:79  error  evidence/unresolved  claim \\u{1b}]0;owned\\u{7}\\u{202e}
      \`A town\\u{1b}[2J_sentence_0\`: no article "A town\\u{1b}[2J" in the corpus.
        1 │ …label":"SUPPORTS","evidence":[["A town\\u001b[2J_sentence_0"]],"challenge":"Other","source"…
          │                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      why   An id that resolves to nothing counts as a miss for every system that is scored, and hides
            copy errors.
      help  Copy the id from the article, or add the article to the corpus.

    1 error in 1 record of 1 file
    "
  `);
});

test('a related place has a frame of its own', () => {
  expect(render(corpusReport(`${banner}One. A_sentence_0\n\nTwo. A_sentence_0\n`))).toMatchInlineSnapshot(`
    "corpus/a.txt

      7:6  error  corpus/duplicate-id
      \`A_sentence_0\` stands for a second element.
        7 │ Two. A_sentence_0
          │      ^^^^^^^^^^^^
      why   A claim that cites the id would have two texts as evidence.
      help  Remove the copy, or give it the number that belongs to its place.
      see   corpus/a.txt:5:6  It stands here for the first time.
        5 │ One. A_sentence_0
          │      ^^^^^^^^^^^^

    1 error in 2 records of 1 file
    "
  `);
});

/** A finding of the second `key` of a line, with the place of the first, and of more of them, beside it. */
function withRelated(line: string, key: string, places: number): Report {
  const at = (from: number): Place =>
    placeInLine(
      { file: 'a.jsonl', number: 1, offset: 0, text: line },
      { start: from, end: from + key.length },
    );
  const first = { message: 'It stands here for the first time.', place: at(line.indexOf(key)) };
  const [found] = sampleReport({ 'a.jsonl': ['{'] }).diagnostics;
  if (found === undefined) throw new Error('There is a finding.');
  const related = Array.from({ length: places }, () => first);
  return reportOf([{ ...found, place: at(line.lastIndexOf(key)), related }], { files: 1, records: 1 });
}

test('two places of one line share a frame, each with its label', () => {
  expect(render(withRelated('{"id":1,"claim":"😀 北京.","id":2}', '"id"', 1))).toMatchInlineSnapshot(`
    "a.jsonl

      1:25  error  file/json-syntax
      The line is not JSON.
        1 │ {"id":1,"claim":"😀 北京.","id":2}
          │                            ^^^^
          │  ---- It stands here for the first time.
      why   What is not JSON cannot be read.
      help  The line ends too early.

    1 error in 1 record of 1 file
    "
  `);
});

test('two places too far apart for one frame have two', () => {
  const line = `{"id":1,"claim":"${'x'.repeat(200)}","id":2}`;
  expect(render(withRelated(line, '"id"', 1))).toMatchInlineSnapshot(`
    "a.jsonl

      1:220  error  file/json-syntax
      The line is not JSON.
        1 │ …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","id":2}
          │                                                                                     ^^^^
      why   What is not JSON cannot be read.
      help  The line ends too early.
      see   a.jsonl:1:2  It stands here for the first time.
        1 │ {"id":1,"claim":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          │  ^^^^

    1 error in 1 record of 1 file
    "
  `);
});

test('of many other places three are shown', () => {
  const report = withRelated('{"id":1,"id":2}', '"id"', 9);
  expect(render(report).match(/It stands here/g)).toHaveLength(3);
  expect(render(report)).toContain('\n  see   6 more places.\n');
});

test('a place that a rule remembered has a line alone: its column in characters is not known', () => {
  const report = sampleReport({
    'a.jsonl': [claimLine('a', 'One.', 'A town_sentence_0'), claimLine('a', 'Two.', 'A town_sentence_0')],
  });
  expect(render(report)).toMatchInlineSnapshot(`
    "a.jsonl

      2:7  error  dataset/duplicate-id  claim a
      The id "a" stands for a second claim.
        2 │ {"id":"a","claim":"Two.","label":"SUPPORTS","evidence":[["A town_sentence_0"]],"challenge"…
          │       ^^^
      why   With two claims of one id, annotations may mean either.
      help  Give the second claim an id of its own.
      see   a.jsonl:1  It stands here for the first time.

    1 error in 2 records of 1 file
    "
  `);
});

test('only infos', () => {
  expect(render(corpusReport(`${banner}One. A_sentence_0 Two. A_sentence_1\n`))).toMatchInlineSnapshot(`
    "corpus/a.txt

      5:1  info  corpus/sentence-cut
      One line holds 2 sentence ids, from \`A_sentence_0\` to \`A_sentence_1\`.
        5 │ One. A_sentence_0 Two. A_sentence_1
          │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      why   The sentence splitter cut inside a link, so that one sentence has several ids: a claim about
            it needs all of them.
      help  Cite all of them together in one evidence set.

    1 info in 2 records of 1 file
    "
  `);
});

test('a fixable finding says so', () => {
  const { diagnostics } = sampleReport({ 'a.jsonl': [claimLine(1, 'One.', 'A town_sentence_8')] });
  const [found] = diagnostics;
  const fixable = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    fix: [{ span: diagnostic.place.span, text: '"A town_sentence_0"' }],
    suggestions: [],
  }));
  expect(found?.fix).toBeUndefined();
  expect(render(reportOf(fixable, { files: 1, records: 1 }))).toMatchInlineSnapshot(`
    "a.jsonl

      1:56  error  evidence/unresolved  claim 1  fixable
      \`A town_sentence_8\`: the article "A town" has no such element.
        1 │ …e.","label":"SUPPORTS","evidence":[["A town_sentence_8"]],"challenge":"Other","source":"A …
          │                                      ^^^^^^^^^^^^^^^^^^^
      why   An id that resolves to nothing counts as a miss for every system that is scored, and hides
            copy errors.
      help  Did you mean \`A town_sentence_1\`?

    1 error in 1 record of 1 file; 1 fixable with --fix
    "
  `);
});

test('colours', () => {
  const report = corpusReport(`${banner}One. A_sentence_1\n`);
  expect(
    [...pretty.render(report, { color: true })].join('').replaceAll('\u001b', 'ESC'),
  ).toMatchInlineSnapshot(`
    "ESC[4mcorpus/a.txtESC[24m

      ESC[1m5:6ESC[22m  ESC[33mwarningESC[39m  ESC[2mcorpus/gapESC[22m
      ESC[1m\`A_sentence_1\` follows number none: 0 is missing.ESC[22m
    ESC[2m    5 │ESC[22m One. A_sentence_1
    ESC[2m      │ESC[22m ESC[33m     ^^^^^^^^^^^^ESC[39m
      ESC[2mwhy ESC[22m  A missing number means that an element was lost when the page was copied; claims may cite
            it.
      ESC[36mhelpESC[39m  Copy the page again, or accept the gap if the element was removed on purpose.

    ESC[33m1 warning in 1 record of 1 fileESC[39m
    "
  `);
});

test('no line is wider than 100 columns', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const widths = render(report).split('\n').map(displayWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(100);
    }),
  );
});
