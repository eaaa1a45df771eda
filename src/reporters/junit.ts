import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { severities } from '../diagnostic/severity.ts';
import { printable } from '../text/printable.ts';
import { countWords } from './count-words.ts';
import { printPlace } from './position.ts';
import type { Reporter } from './reporter.ts';

/** What one rule found in one record: a test case. */
interface TestCase {
  readonly ruleId: string;
  /** The claim, or the line where there is none. */
  readonly record: string;
  /** At least one. */
  readonly findings: Diagnostic[];
}

/**
 * For test reports of CI servers: JUnit XML. A file with findings is a test suite, a rule and a record that breaks it a test case; it
 * fails unless its findings are only infos. A clean run is one test that passes, because some servers take no tests for a mistake.
 *
 * One failure a test case, and no `file` on it: readers differ in what they make of more, and the schema of Jenkins has no more.
 *
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junit: Reporter = {
  id: 'junit',
  title: 'For test reports of CI servers: JUnit XML.',
  *render({ diagnostics, summary }) {
    const suites = groupByFile(diagnostics);
    const cases = [...suites.values()].flat();
    const clean = suites.size === 0 ? 1 : 0;
    const totals = `tests="${cases.length + clean}" failures="${countFailures(cases)}" errors="0" time="0"`;
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<testsuites name="claimset" ${totals}>\n`;
    for (const [file, inFile] of suites) yield* renderSuite(file, inFile);
    if (clean > 0) {
      const name = `${countWords(summary.records, 'record')} of ${countWords(summary.files, 'file')}`;
      yield '  <testsuite name="claimset" tests="1" failures="0" errors="0" time="0">\n';
      yield `    <testcase name="${escapeXml(name)}" classname="claimset" time="0"/>\n`;
      yield '  </testsuite>\n';
    }
    yield '</testsuites>\n';
  },
};

function groupByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, TestCase[]> {
  const suites = new Map<string, Map<string, TestCase>>();
  for (const diagnostic of diagnostics) {
    const { place, ruleId } = diagnostic;
    const suite = suites.get(place.file) ?? new Map<string, TestCase>();
    suites.set(place.file, suite);
    const record = place.claimId === undefined ? `line ${place.start.line}` : `claim ${place.claimId}`;
    const key = JSON.stringify([ruleId, record]);
    const found = suite.get(key);
    if (found === undefined) suite.set(key, { ruleId, record, findings: [diagnostic] });
    else found.findings.push(diagnostic);
  }
  return new Map([...suites].map(([file, suite]) => [file, [...suite.values()]]));
}

function countFailures(cases: readonly TestCase[]): number {
  return cases.filter(isFailure).length;
}

function isFailure({ findings }: TestCase): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

function* renderSuite(file: string, cases: readonly TestCase[]): Generator<string> {
  const counts = `tests="${cases.length}" failures="${countFailures(cases)}" errors="0" time="0"`;
  yield `  <testsuite name="${escapeXml(file)}" ${counts}>\n`;
  for (const testCase of cases) yield renderCase(testCase);
  yield '  </testsuite>\n';
}

function renderCase(testCase: TestCase): string {
  const { ruleId, record, findings } = testCase;
  const head = `    <testcase name="${escapeXml(record)}" classname="${escapeXml(ruleId)}" time="0">\n`;
  const text = findings.map(renderFinding).join('\n');
  if (!isFailure(testCase)) return `${head}      <system-out>${text}</system-out>\n    </testcase>\n`;
  const worst = severities.flatMap((severity) => findings.filter((other) => other.severity === severity))[0];
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  const message = escapeXml(`${worst?.message ?? ''}${more}`);
  return `${head}      <failure type="${escapeXml(ruleId)}" message="${message}">${text}</failure>\n    </testcase>\n`;
}

function renderFinding({ place, severity, message, help, related }: Diagnostic): string {
  const lines = [
    `${printPlace(place)} ${severity}: ${message}`,
    ...(help === '' ? [] : [`help: ${help}`]),
    ...related.map((other) => `see ${printPlace(other.place)}: ${other.message}`),
  ];
  return lines.map(escapeXml).join('\n');
}

/**
 * A text as XML 1.0 may hold it, in an element or an attribute. What has no place in XML is shown like all characters that cannot be
 * seen; U+FFFE and U+FFFF, which stand for no character, become U+FFFD.
 */
function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return printable(text)
    .replace(/[\ufffe\uffff]/g, '\uFFFD')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
