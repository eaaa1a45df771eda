import { compareDiagnostics, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { readLines } from '../../src/text/source-line.ts';
import { findInLines, sampleRules } from './sample-rules.ts';

const encoder = new TextEncoder();

/** The report of a finding list. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  counted: { files: number; records: number; fixed?: number },
): Report {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return {
    diagnostics: [...diagnostics].sort(compareDiagnostics),
    rules: sampleRules,
    summary: {
      files: counted.files,
      records: counted.records,
      counts,
      fixable: diagnostics.filter(({ fix }) => fix !== undefined).length,
      fixed: counted.fixed ?? 0,
    },
  };
}

/** The report of the sample rules on claim files, given as lines by file name. */
export function sampleReport(files: Readonly<Record<string, readonly string[]>>): Report {
  const diagnostics = Object.entries(files).flatMap(([file, lines]) => [
    ...findInLines(readLines(file, [encoder.encode(lines.map((line) => `${line}\n`).join(''))])),
  ]);
  const records = Object.values(files).reduce((sum, lines) => sum + lines.length, 0);
  return reportOf(diagnostics, { files: Object.keys(files).length, records });
}

/** The line of a claim that cites ids. */
export function claimLine(id: string | number, claim: string, ...evidence: string[]): string {
  return JSON.stringify({
    id,
    claim,
    label: 'SUPPORTS',
    evidence: [evidence],
    challenge: 'Other',
    source: 'A town_sentence_0',
  });
}
