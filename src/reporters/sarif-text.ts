/** SARIF's names of our severities. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * A text as a SARIF message means it: braces, which set off placeholders, are doubled, and a bracket followed by a parenthesis, which
 * would be a link, is kept from it by a blank.
 *
 * @see SARIF 2.1.0, §3.11.5 and §3.11.6.
 */
export function sarifText(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}
