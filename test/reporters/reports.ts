import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { compareDiagnostics, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { readLines } from '../../src/text/source-line.ts';
import type { ValidateOptions } from '../../src/validate/validate.ts';
import { validateFiles } from '../validate/run-example.ts';

const encoder = new TextEncoder();

/** An article of two sentences, `A town_sentence_0` and `A town_sentence_1`. */
const articleText =
  'A town\n\nFrom Wikipedia for FEVERv2\n\nA town is a place. A town_sentence_0\n\nIt has 北京路 in it. A town_sentence_1\n';

/** The report of a finding list. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  counted: { files: number; records: number; fixed?: number },
): Report {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return {
    diagnostics: [...diagnostics].sort(compareDiagnostics),
    summary: {
      files: counted.files,
      records: counted.records,
      counts,
      fixable: diagnostics.filter(({ fix }) => fix !== undefined).length,
      fixed: counted.fixed ?? 0,
    },
  };
}

/** The report of the real rules on claim files, given as lines by file name. */
export function validateReport(
  files: Readonly<Record<string, readonly string[]>>,
  options: ValidateOptions = {},
): Report {
  const evidence = new EvidenceIndex(
    parseCorpusFile('corpus/a-town.txt', encoder.encode(articleText)).articles,
  );
  const diagnostics = validateFiles(
    Object.entries(files).map(([file, lines]) => ({
      kind: 'claim' as const,
      lines: readLines(file, [encoder.encode(lines.map((line) => `${line}\n`).join(''))]),
    })),
    evidence,
    options,
  );
  const records = Object.values(files).reduce((sum, lines) => sum + lines.length, 0);
  return reportOf(diagnostics, { files: Object.keys(files).length, records });
}

/** The line of a claim that cites an id. */
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
