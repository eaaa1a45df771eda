import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { github } from '../../src/reporters/github.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

test('columns are characters, of an astral character too', () => {
  const report = sampleReport({
    'claims/a.jsonl': [claimLine(1, 'One.', 'A town_sentence_8'), claimLine(2, '😀', 'A town_sentence_8')],
  });
  expect([...github.render(report, { color: false })].join('')).toMatchInlineSnapshot(`
    "::error file=claims/a.jsonl,line=1,col=56,endLine=1,endColumn=75,title=evidence/unresolved::\`A town_sentence_8\`: the article "A town" has no such element.%0ADid you mean \`A town_sentence_1\`?
    ::error file=claims/a.jsonl,line=2,col=53,endLine=2,endColumn=72,title=evidence/unresolved::\`A town_sentence_8\`: the article "A town" has no such element.%0ADid you mean \`A town_sentence_1\`?
    "
  `);
});

test('what a command takes apart is escaped', () => {
  const file = 'claims/50%, a:b;c.jsonl';
  const report = sampleReport({ [file]: [claimLine(1, 'One.', '100%::error::\r\nx')] });
  expect([...github.render(report, { color: false })].join('')).toMatchInlineSnapshot(`
    "::error file=claims/50%25%2C a%3Ab%3Bc.jsonl,line=1,col=56,endLine=1,endColumn=76,title=evidence/unresolved::\`100%25::error::\\u{d}\\u{a}x\` is not an evidence id.%0ACopy the id from the article, or add the article to the corpus.
    "
  `);
});

test('the heaviest first; a place over several lines has no columns', () => {
  const text =
    'A\n\nFrom Wikipedia for FEVERv2\n\nOne. A_sentence_0 Two.\n\nThree. A_sentence_2\n\nFour. A_sentence_2\n';
  const { diagnostics } = parseCorpusFile('corpus/a.txt', new TextEncoder().encode(text));
  expect(
    [...github.render(reportOf(diagnostics, { files: 1, records: 3 }), { color: false })].join(''),
  ).toMatchInlineSnapshot(`
    "::error file=corpus/a.txt,line=9,col=7,endLine=9,endColumn=19,title=corpus/duplicate-id::\`A_sentence_2\` stands for a second element.%0ARemove the copy, or give it the number that belongs to its place.%0ASee corpus/a.txt:7:8: It stands here for the first time.
    ::warning file=corpus/a.txt,line=5,endLine=7,title=corpus/untagged-text::A line break stands inside the text of \`A_sentence_2\`: what is above it has no id of its own.%0AGive the paragraph an id, or delete it.
    ::warning file=corpus/a.txt,line=7,col=8,endLine=7,endColumn=20,title=corpus/gap::\`A_sentence_2\` follows number 0: 1 is missing.%0ACopy the page again, or accept the gap if the element was removed on purpose.
    "
  `);
});

test('no more of a severity than GitHub shows; the rest is counted', () => {
  const lines = Array.from({ length: 12 }, (_, number) => claimLine(number, 'One.', 'A town_sentence_8'));
  const report = sampleReport({ 'a.jsonl': lines });
  const [first] = report.diagnostics;
  if (first === undefined) throw new Error('There are findings.');
  const infos = Array.from({ length: 1_011 }, () => ({ ...first, severity: 'info' as const }));
  const shown = [
    ...github.render(reportOf([...infos, ...report.diagnostics], { files: 1, records: 12 }), {
      color: false,
    }),
  ];
  expect(shown).toHaveLength(21);
  expect(shown.map((line) => line.slice(0, 5))).toEqual([
    ...Array(10).fill('::err'),
    ...Array(10).fill('::not'),
    '…and ',
  ]);
  expect(shown.at(-1)).toBe('…and 2 errors, 1,001 infos more in the step summary\n');
});

test('another place is named below; one without the text of its line has a line alone', () => {
  const { diagnostics } = sampleReport({
    'a.jsonl': [claimLine(1, 'One.', 'A town_sentence_0'), claimLine(1, 'Two.', 'A town_sentence_0')],
  });
  expect(
    [...github.render(reportOf(diagnostics, { files: 1, records: 2 }), { color: false })].join(''),
  ).toMatchInlineSnapshot(`
    "::error file=a.jsonl,line=2,col=7,endLine=2,endColumn=8,title=dataset/duplicate-id::The id 1 stands for a second claim.%0AGive the second claim an id of its own.%0ASee a.jsonl:1: It stands here for the first time.
    "
  `);
});

test('one command a finding, whatever is in it', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const lines = [...github.render(report, { color: false })].join('').split('\n').slice(0, -1);
      expect(lines).toHaveLength(report.diagnostics.length);
      for (const line of lines) {
        expect(line).toMatch(
          /^::(error|warning|notice) file=[^:,;]*,line=\d+(,col=\d+)?,endLine=\d+(,endColumn=\d+)?,title=[a-z/]+::/,
        );
        // Every percent sign is one of ours.
        expect(line).not.toMatch(/%(?!25|0A|3A|2C|3B)/);
      }
    }),
  );
});
