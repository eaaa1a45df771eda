import type { ToolError } from '../errors.ts';
import { cutText } from '../text/cut-text.ts';
import { printable } from '../text/printable.ts';

/** Longest message: it may quote a user's data or paths. */
const maxMessageChars = 2000;

/** The line that tells a failure of the tool on stderr: it cannot act on the terminal, nor flood it. */
export function errorLine({ message, code }: ToolError): string {
  const shown = printable(message);
  const cut = shown.length > maxMessageChars ? `${cutText(shown, maxMessageChars)}…` : shown;
  return `error: ${cut} (${code})\n`;
}
