import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type Severity, severities } from '../diagnostic/severity.ts';
import { plural } from '../text/plural.ts';
import { countSeverities, countWords, formatNumber, severityWords, subtractCounts } from './count-words.ts';
import { markdownCode } from './markdown-code.ts';
import { printPlace } from './position.ts';
import type { Report } from './reporter.ts';
import { summaryLine } from './summary-line.ts';

/** Longest pieces of a user's data, in characters. */
const [maxPlaceChars, maxTextChars] = [200, 500];
/** Other places of one finding that are named at most. */
const maxRelated = 3;
/** Kept free for what closes the report. */
const closingBytes = 300;

/**
 * The report as GitHub Flavored Markdown of at most `maxBytes` bytes of UTF-8: the summary, a table of the rules, and the findings
 * folded away by severity, the heaviest first. Findings that do not fit are counted at the end. The first line is a comment by which
 * a workflow finds the report again.
 */
export function* renderMarkdown({ diagnostics, summary }: Report, maxBytes: number): Generator<string> {
  let left = maxBytes - closingBytes;
  const fits = (text: string): boolean => {
    left -= byteLength(text);
    return left >= 0;
  };
  const head = `<!-- claimset report -->\n## claimset\n\n${summaryLine(summary)}\n`;
  const table = diagnostics.length === 0 ? '' : renderTable(diagnostics);
  yield head;
  if (fits(head) && table !== '' && fits(table)) yield table;

  const counts = countSeverities(diagnostics);
  const shown: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const severity of severities) {
    if (counts[severity] === 0) continue;
    const begin = `\n<details>\n<summary>${countWords(counts[severity], severity)}</summary>\n\n`;
    const end = '\n</details>\n';
    const ofSeverity = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (!fits(begin + end)) break;
    let isOpen = false;
    for (const diagnostic of ofSeverity) {
      const item = renderItem(diagnostic);
      if (!fits(item)) break;
      if (!isOpen) yield begin;
      isOpen = true;
      shown[severity] += 1;
      yield item;
    }
    if (isOpen) yield end;
    if (left < 0) break;
  }

  const leftOut = severityWords(subtractCounts(counts, shown));
  if (leftOut !== '') yield `\nLeft out for want of room: ${leftOut}.\n`;
}

function renderTable(diagnostics: readonly Diagnostic[]): string {
  const rows = new Map<string, { severity: Severity; ruleId: string; count: number; fixable: number }>();
  for (const { severity, ruleId, fix } of diagnostics) {
    const key = `${severity} ${ruleId}`;
    const row = rows.get(key) ?? { severity, ruleId, count: 0, fixable: 0 };
    row.count += 1;
    if (fix !== undefined) row.fixable += 1;
    rows.set(key, row);
  }
  const sorted = [...rows.values()].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      b.count - a.count ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
  const lines = sorted.map(
    ({ severity, ruleId, count, fixable }) =>
      `| ${severity} | ${markdownCode(ruleId, maxPlaceChars).replaceAll('|', '\\|')} | ${formatNumber(count)} | ${fixable > 0 ? formatNumber(fixable) : ''} |`,
  );
  return `\n| | rule | findings | fixable |\n|-|-|-:|-:|\n${lines.join('\n')}\n`;
}

function renderItem({ place, ruleId, message, help, related, fix }: Diagnostic): string {
  const claim =
    place.claimId === undefined ? '' : `, claim ${markdownCode(String(place.claimId), maxPlaceChars)}`;
  const lines = [
    `${markdownCode(printPlace(place), maxPlaceChars)}${claim}, ${markdownCode(ruleId, maxPlaceChars)}${fix === undefined ? '' : ', fixable'}`,
    markdownCode(message, maxTextChars),
    ...(help === '' ? [] : [`help: ${markdownCode(help, maxTextChars)}`]),
    ...related
      .slice(0, maxRelated)
      .map(
        (other) =>
          `see ${markdownCode(printPlace(other.place), maxPlaceChars)}: ${markdownCode(other.message, maxTextChars)}`,
      ),
  ];
  const more = related.length - maxRelated;
  if (more > 0) lines.push(`see ${formatNumber(more)} more ${plural('place', more)}`);
  return `- ${lines.filter((line) => line !== '').join('<br>')}\n`;
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
