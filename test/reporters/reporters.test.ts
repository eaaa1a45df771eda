import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { findReporter, reporters } from '../../src/reporters/index.ts';
import { summaryLine } from '../../src/reporters/summary-line.ts';
import { version } from '../../src/version.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { reportOf } from './reports.ts';

/** Control characters but LF, line separators, bidirectional controls, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of our own colours
const colourCode = /\u001b\[\d{1,2}m/g;

test('the registry is sorted and finds each by its id', () => {
  const ids = reporters.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(ids.map(findReporter)).toEqual(reporters);
});

test.each([
  ['prety', 'There is no report format "prety". Did you mean "pretty"?'],
  [
    'xml',
    'There is no report format "xml". Use one of agent, github, gitlab, json, junit, markdown, pretty, rdjson, sarif.',
  ],
])('an unknown format %s is a wrong use', (id, message) => {
  expect(() => findReporter(id)).toThrow(new UsageError(message));
});

test.each(reporters)('$id: hostile data acts on no terminal, with and without colour', ({ render }) => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const plain = [...render(report, { color: false })].join('');
      expect(plain).not.toMatch(unsafe);
      const coloured = [...render(report, { color: true })].join('');
      expect(coloured.replace(colourCode, '')).toBe(plain);
    }),
  );
});

test.each(reporters)('$id: the same report is the same text', ({ render }) => {
  fc.assert(
    fc.property(arbitraryReport, fc.boolean(), (report, color) => {
      expect([...render(structuredClone(report), { color })]).toEqual([...render(report, { color })]);
    }),
  );
});

test.each(reporters)('$id: ends with one line feed, unless it is empty', ({ render }) => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      expect([...render(report, { color: false })].join('')).toMatch(/^$|[^\n]\n$/);
    }),
  );
});

const clean: Readonly<Record<string, string>> = {
  agent: 'No findings in 1,292 records of 5 files; 2 fixed\n',
  github: '',
  gitlab: '[]\n',
  json: '{"version":1,"summary":{"files":5,"records":1292,"counts":{"error":0,"warning":0,"info":0},"fixable":0,"fixed":2,"suppressed":0,"known":0,"unchanged":0},"diagnostics":[]}\n',
  junit: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="claimset" tests="1" failures="0" errors="0" time="0">
  <testsuite name="claimset" tests="1" failures="0" errors="0" time="0">
    <testcase name="1,292 records of 5 files" classname="claimset" time="0"/>
  </testsuite>
</testsuites>
`,
  markdown: '<!-- claimset report -->\n## claimset\n\nNo findings in 1,292 records of 5 files; 2 fixed\n',
  pretty: 'No findings in 1,292 records of 5 files; 2 fixed\n',
  rdjson: '{"source":{"name":"claimset"},"diagnostics":[]}\n',
  sarif: `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"claimset","version":"${version}","semanticVersion":"${version}","rules":[]}},"invocations":[{"executionSuccessful":true}],"columnKind":"utf16CodeUnits","results":[]}]}\n`,
};

test.each(reporters)('$id of a clean run', ({ id, render }) => {
  const report = reportOf([], { files: 5, records: 1292, fixed: 2 });
  expect([...render(report, { color: false })].join('')).toBe(clean[id]);
});

test('the closing line counts what was left out, and how', () => {
  const { summary } = reportOf([], { files: 1, records: 1292 });
  expect(summaryLine({ ...summary, suppressed: 1, known: 1204, unchanged: 3 })).toBe(
    'No findings in 1,292 records of 1 file; 1 suppressed; 1,204 known from the baseline; 3 in unchanged records left out',
  );
});
