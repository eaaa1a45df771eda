import { parseKeys } from './parse-keys.ts';
import type { Stroke } from './stroke.ts';

/** Keys that have a sign everybody knows, or a name that is short. */
const shown: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Enter',
  Escape: 'Esc',
  Delete: 'Del',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};

/** Keys as somebody reads them, such as `Ctrl+Enter`, on a Mac `⌘⏎`, and `. .`; empty for what is not keys. */
export function showKeys(keys: string, isMac: boolean): string {
  return (parseKeys(keys) ?? []).map((stroke) => showStroke(stroke, isMac)).join(' ');
}

function showStroke({ ctrl, alt, shift, key }: Stroke, isMac: boolean): string {
  const name = (isMac && key === 'Enter' ? '⏎' : shown[key]) ?? key;
  const isUpper = ctrl && key.length === 1 && key !== key.toLowerCase();
  const isLetter = key.length === 1 && key !== ' ';
  const big = ctrl && isLetter ? key.toUpperCase() : name;
  if (isMac) {
    // The Command key with the space bar is the system's own.
    const command = key === ' ' ? '⌃' : '⌘';
    return `${alt ? '⌥' : ''}${shift || isUpper ? '⇧' : ''}${ctrl ? command : ''}${big}`;
  }
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift || isUpper ? 'Shift+' : ''}${big}`;
}

/** Keys for the attribute `aria-keyshortcuts`; `undefined` where none can be said in it, such as keys one after another. */
export function ariaShortcuts(keys: readonly string[]): string | undefined {
  const said = keys.flatMap((text) => {
    const strokes = parseKeys(text) ?? [];
    const [first] = strokes;
    if (first === undefined || strokes.length > 1) return [];
    const { ctrl, alt, shift, key } = first;
    const isUpper = key.length === 1 && key !== key.toLowerCase();
    return [
      `${ctrl ? 'Control+' : ''}${alt ? 'Alt+' : ''}${shift || isUpper ? 'Shift+' : ''}${key === ' ' ? 'Space' : key}`,
    ];
  });
  return said.length === 0 ? undefined : said.join(' ');
}
