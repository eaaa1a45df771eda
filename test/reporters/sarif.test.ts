import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { version } from '../../src/version.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { renderText } from './render-text.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

/**
 * The published JSON Schema of SARIF 2.1.0, as a package has it. Its draft is 4, of which it uses nothing that draft 7 has not; the two
 * keywords that name the draft are left out for ajv, which knows only later ones.
 */
const { $schema: _draft, id: _id, ...draft7 } = schema;
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(draft7);

function runOf(text: string) {
  const log = JSON.parse(text);
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

test('two rules, one with a fix, one with another place', () => {
  const report = sampleReport({
    'claims/a b.jsonl': [
      claimLine(1, '😀 is one', 'A town_sentence_0'),
      claimLine(1, 'Two.', 'A town_sentence_0'),
    ],
  });
  const text = renderText('sarif', report);
  runOf(text);
  expect(text.replaceAll(version, '<version>')).toMatchInlineSnapshot(`
    "{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"claimset","version":"<version>","semanticVersion":"<version>","rules":[{"id":"claim/no-final-period","shortDescription":{"text":"A claim ends with a period."},"fullDescription":{"text":"Claims with and without a period tell where they come from."},"help":{"text":"Claims with and without a period tell where they come from.\\n\\nSource: The guidelines of FEVEROUS.\\n\\nExamples: claimset explain claim/no-final-period","markdown":"Claims with and without a period tell where they come from.\\n\\nSource: The guidelines of FEVEROUS.\\n\\nExamples: \`claimset explain claim/no-final-period\`"},"defaultConfiguration":{"level":"warning"},"properties":{"tags":["claim","level-4"],"problem.severity":"warning"}},{"id":"dataset/duplicate-id","shortDescription":{"text":"An id stands for one claim of the dataset."},"fullDescription":{"text":"With two claims of one id, annotations may mean either."},"help":{"text":"With two claims of one id, annotations may mean either.\\n\\nSource: FEVER: ids are unique.\\n\\nExamples: claimset explain dataset/duplicate-id","markdown":"With two claims of one id, annotations may mean either.\\n\\nSource: FEVER: ids are unique.\\n\\nExamples: \`claimset explain dataset/duplicate-id\`"},"defaultConfiguration":{"level":"error"},"properties":{"tags":["dataset","level-3"],"problem.severity":"error"}}]}},"invocations":[{"executionSuccessful":true}],"columnKind":"utf16CodeUnits","results":[
    {"ruleId":"claim/no-final-period","ruleIndex":0,"level":"warning","message":{"text":"The claim does not end with a period. End the claim with a period."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"claims/a%20b.jsonl","uriBaseId":"%SRCROOT%"},"region":{"startLine":1,"startColumn":17,"endLine":1,"endColumn":28}}}],"partialFingerprints":{"claimsetFinding/v1":"4141e41f3c62dad4"},"fixes":[{"description":{"text":"The change that \`claimset validate --fix\` makes."},"artifactChanges":[{"artifactLocation":{"uri":"claims/a%20b.jsonl","uriBaseId":"%SRCROOT%"},"replacements":[{"deletedRegion":{"startLine":1,"startColumn":27,"endLine":1,"endColumn":27},"insertedContent":{"text":"."}}]}]}],"properties":{"claimId":1,"pointer":"/claim"}},
    {"ruleId":"dataset/duplicate-id","ruleIndex":1,"level":"error","message":{"text":"The id 1 stands for a second claim. Give the second claim an id of its own."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"claims/a%20b.jsonl","uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":8}}}],"relatedLocations":[{"id":1,"message":{"text":"It stands here for the first time."},"physicalLocation":{"artifactLocation":{"uri":"claims/a%20b.jsonl","uriBaseId":"%SRCROOT%"},"region":{"startLine":1,"startColumn":7,"endLine":1,"endColumn":8}}}],"partialFingerprints":{"claimsetFinding/v1":"adaa76ae5cd99f1c"},"properties":{"claimId":1,"pointer":"/id"}}
    ]}]}
    "
  `);
});

test('every report is SARIF', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const { results, tool } = runOf(renderText('sarif', report));
      expect(results).toHaveLength(report.diagnostics.length);
      for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    }),
  );
});

test('the schema would say so', () => {
  const log = JSON.parse(renderText('sarif', sampleReport({ 'a.jsonl': ['{'] })));
  log.runs[0].results[0].locations[0].physicalLocation.region.startColumn = 0;
  expect(isSarif(log)).toBe(false);
});

const { diagnostics } = sampleReport({ 'a.jsonl': [claimLine(1, '😀 is one', 'A town_sentence_0')] });
const [found] = diagnostics as [Diagnostic];

function resultOf(change: Partial<Diagnostic>) {
  const report = reportOf([{ ...found, ...change }], { files: 1, records: 1 });
  return runOf(renderText('sarif', report)).results[0];
}

test('more findings than GitHub takes: the lightest are left out, in a notification too', () => {
  const infos = Array.from({ length: 24_990 }, () => ({ ...found, severity: 'info' as const }));
  const rest = Array.from({ length: 20 }, (_, which) => ({
    ...found,
    severity: which < 10 ? ('error' as const) : ('warning' as const),
    place: { ...found.place, file: 'z.jsonl' },
  }));
  const { results, invocations } = JSON.parse(
    renderText('sarif', reportOf([...infos, ...rest], { files: 2, records: 1 })),
  ).runs[0];
  expect(results).toHaveLength(25_000);
  expect(results.filter(({ level }: { level: string }) => level !== 'note')).toHaveLength(20);
  expect(invocations[0].toolExecutionNotifications).toEqual([
    { level: 'warning', message: { text: 'The 25,000 heaviest findings are here; left out: 10 infos.' } },
  ]);
});

test('at most as many other places as GitHub shows', () => {
  const related = Array.from({ length: 101 }, () => ({ message: 'There.', place: found.place }));
  expect(resultOf({ related }).relatedLocations).toHaveLength(100);
});

test('braces are doubled, and what would be a link is none', () => {
  expect(resultOf({ message: 'Not {0} or [a](http://b.c).', help: '' }).message.text).toBe(
    'Not {{0}} or [a] (http://b.c).',
  );
});

test('an absolute path has no base', () => {
  const place = { ...found.place, file: '/data/a.jsonl' };
  expect(resultOf({ place }).locations[0].physicalLocation.artifactLocation).toEqual({
    uri: 'file:///data/a.jsonl',
  });
});

test('a place over several lines ends at the column of its last line', () => {
  const place = { ...found.place, end: { line: 3, column: 7, offset: 400 } };
  expect(resultOf({ place }).locations[0].physicalLocation.region).toEqual({
    startLine: 1,
    startColumn: 17,
    endLine: 3,
    endColumn: 7,
  });
});

test.each([
  ['an edit beyond the line', [{ span: { start: 5_000, end: 5_001 }, text: '' }]],
  [
    'one edit of two beyond the line',
    [
      { span: { start: 0, end: 1 }, text: '' },
      { span: { start: 5_000, end: 5_001 }, text: '' },
    ],
  ],
  ['no edit', []],
])('%s is no fix', (_, fix) => {
  expect(resultOf({ fix }).fixes).toBeUndefined();
});

test('a byte order mark is in no region of text, and its removal thus no fix', () => {
  const place = { ...found.place, lineText: `\uFEFF${found.place.lineText}` };
  expect(resultOf({ place, fix: [{ span: { start: 0, end: 1 }, text: '' }] }).fixes).toBeUndefined();
  expect(resultOf({ place, fix: [{ span: { start: 1, end: 2 }, text: '' }] }).fixes).toHaveLength(1);
});
