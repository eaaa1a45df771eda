import type { Severity } from '../../diagnostic/severity.ts';
import type { TerminalStyle } from '../../text/terminal-style.ts';

/** The colour of a severity. */
export function severityPaint(severity: Severity | 'off', style: TerminalStyle): (text: string) => string {
  return { error: style.red, warning: style.yellow, info: style.blue, off: style.dim }[severity];
}
