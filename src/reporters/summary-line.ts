import { countWords, formatNumber, severityWords } from './count-words.ts';
import type { ReportSummary } from './reporter.ts';

/** The closing sentence of a report, such as `2 errors, 1 warning in 292 records of 5 files; 1 fixable with --fix`. */
export function summaryLine(summary: ReportSummary): string {
  const { counts, records, files } = summary;
  const findings = severityWords(counts) || 'No findings';
  const where = `in ${countWords(records, 'record')} of ${countWords(files, 'file')}`;
  return [`${findings} ${where}`, ...besides(summary)].join('; ');
}

function* besides({
  fixed,
  fixable,
  suppressed = 0,
  known = 0,
  unchanged = 0,
}: ReportSummary): Generator<string> {
  if (fixed > 0) yield `${formatNumber(fixed)} fixed`;
  if (fixable > 0) yield `${formatNumber(fixable)} fixable with --fix`;
  if (suppressed > 0) yield `${formatNumber(suppressed)} suppressed`;
  if (known > 0) yield `${formatNumber(known)} known from the baseline`;
  if (unchanged > 0) yield `${formatNumber(unchanged)} in unchanged records left out`;
}
