import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { renderText } from './render-text.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

/**
 * The messages of reviewdog's `proto/rdf/reviewdog.proto` that we write. Strict, because reviewdog reads JSON with protojson, which
 * refuses an unknown field and with it the whole report. Lines and columns start at 1 (its comments on `Position`); a range has a
 * column at both ends or at neither (its examples of `Range` know nothing else).
 */
const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1).optional() });
const range = z
  .strictObject({ start: position, end: position })
  .refine(({ start, end }) => (start.column === undefined) === (end.column === undefined));
const location = z.strictObject({ path: z.string(), range });
const severity = z.enum(['ERROR', 'WARNING', 'INFO']);
const diagnosticResult = z.strictObject({
  source: z.strictObject({ name: z.literal('claimset') }),
  severity: severity.optional(),
  diagnostics: z.array(
    z.strictObject({
      message: z.string(),
      location,
      severity,
      code: z.strictObject({ value: z.string() }),
      suggestions: z
        .array(
          z.strictObject({
            range: range.refine(({ start }) => start.column !== undefined),
            text: z.string(),
          }),
        )
        .min(1)
        .optional(),
      related_locations: z
        .array(z.strictObject({ message: z.string(), location }))
        .min(1)
        .optional(),
    }),
  ),
});

test('a finding with suggestions and one with another place', () => {
  const report = sampleReport({
    'claims/a.jsonl': [claimLine(1, '😀.', 'A town_sentence_8'), claimLine(1, 'Two.', 'A town_sentence_0')],
  });
  expect(renderText('rdjson', report)).toMatchInlineSnapshot(`
    "{"source":{"name":"claimset"},"severity":"ERROR","diagnostics":[
    {"message":"\`A town_sentence_8\`: the article \\"A town\\" has no such element.\\nDid you mean \`A town_sentence_1\`?","location":{"path":"claims/a.jsonl","range":{"start":{"line":1,"column":57},"end":{"line":1,"column":76}}},"severity":"ERROR","code":{"value":"evidence/unresolved"},"suggestions":[{"range":{"start":{"line":1,"column":57},"end":{"line":1,"column":76}},"text":"\\"A town_sentence_1\\""},{"range":{"start":{"line":1,"column":57},"end":{"line":1,"column":76}},"text":"\\"A town_sentence_0\\""}]},
    {"message":"The id 1 stands for a second claim.\\nGive the second claim an id of its own.","location":{"path":"claims/a.jsonl","range":{"start":{"line":2,"column":7},"end":{"line":2,"column":8}}},"severity":"ERROR","code":{"value":"dataset/duplicate-id"},"related_locations":[{"message":"It stands here for the first time.","location":{"path":"claims/a.jsonl","range":{"start":{"line":1},"end":{"line":1}}}}]}
    ]}
    "
  `);
});

test('every report is what reviewdog takes, and has no halves of surrogate pairs, which end its reader', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const text = renderText('rdjson', report);
      expect(diagnosticResult.safeParse(JSON.parse(text)).error).toBeUndefined();
      expect(JSON.stringify(JSON.parse(text))).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f]/);
    }),
  );
});

const { diagnostics } = sampleReport({ 'a.jsonl': [claimLine(1, '😀.', 'A town_sentence_8')] });
const [found] = diagnostics as [Diagnostic];

function suggestions(change: Partial<Diagnostic>): unknown {
  const { suggestions: _, ...rest } = found;
  const report = reportOf([{ ...rest, ...change }], { files: 1, records: 1 });
  return JSON.parse(renderText('rdjson', report)).diagnostics[0].suggestions;
}

const { start, end } = found.place.span;

test.each([
  [
    'two edits, of which each would be a choice',
    [
      { span: { start, end: start }, text: 'a' },
      { span: { start: end, end }, text: 'b' },
    ],
  ],
  ['an edit in another line', [{ span: { start: 5_000, end: 5_001 }, text: '' }]],
  ['no edit', []],
])('%s is no suggestion', (_, fix) => {
  expect(suggestions({ fix })).toBeUndefined();
});

test('an edit up to the next line ends at its first column', () => {
  const nextLine = found.place.lineText.length + 1;
  const place = { ...found.place, end: { line: 2, column: 1, offset: nextLine } };
  expect(suggestions({ place, fix: [{ span: { start: 0, end: nextLine }, text: '' }] })).toEqual([
    { range: { start: { line: 1, column: 1 }, end: { line: 2, column: 1 } }, text: '' },
  ]);
});

test('a place over several lines is whole lines, for the columns of its end are not known', () => {
  const place = { ...found.place, end: { line: 3, column: 7, offset: 400 } };
  const report = reportOf([{ ...found, place }], { files: 1, records: 1 });
  expect(JSON.parse(renderText('rdjson', report)).diagnostics[0].location.range).toEqual({
    start: { line: 1 },
    end: { line: 3 },
  });
});
