import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { printable } from '../text/printable.ts';
import { printPlace } from './position.ts';
import type { Reporter } from './reporter.ts';
import { summaryLine } from './summary-line.ts';

/**
 * For programs that read text, such as coding agents and editors: `file:line:column severity rule message (help)`, one finding a line,
 * nothing else unless there is no finding. Columns are characters.
 */
export const agent: Reporter = {
  id: 'agent',
  title: 'For coding agents and editors: one line a finding.',
  *render({ diagnostics, summary }) {
    for (const diagnostic of diagnostics) yield `${renderLine(diagnostic)}\n`;
    if (diagnostics.length === 0) yield `${summaryLine(summary)}\n`;
  },
};

function renderLine({ place, severity, ruleId, message, help, fix }: Diagnostic): string {
  const line = [printPlace(place), severity, ruleId, printable(message)];
  if (help !== '') line.push(`(${printable(help)})`);
  if (fix !== undefined) line.push('[fixable]');
  return line.join(' ');
}
