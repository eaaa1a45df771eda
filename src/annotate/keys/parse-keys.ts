import { isCharacter, printStroke, type Stroke } from './stroke.ts';

/** Names of what is held beside a key; Meta counts as Ctrl. */
const one = /((?:(?:Ctrl|Meta|Alt|Shift)\+)*)( |[^ ]+)(?: |$)/y;
const maxStrokes = 4;

/**
 * The strokes of keys as text, one after another: `. .` is two, `Shift+ ` the space bar with Shift. `undefined` for what is not keys, and
 * for more than four of them.
 */
export function parseKeys(keys: string): readonly Stroke[] | undefined {
  const strokes: Stroke[] = [];
  one.lastIndex = 0;
  let at = 0;
  while (at < keys.length) {
    one.lastIndex = at;
    const found = one.exec(keys);
    if (found === null || strokes.length === maxStrokes) return undefined;
    const [whole, held = '', key = ''] = found;
    strokes.push({
      ctrl: held.includes('Ctrl+') || held.includes('Meta+'),
      alt: held.includes('Alt+'),
      shift: held.includes('Shift+') && !(isCharacter(key) && key !== ' '),
      key,
    });
    at += whole.length;
  }
  return strokes.length === 0 ? undefined : strokes;
}

/** Strokes as text, such that parsing it gives them back. */
export function printKeys(strokes: readonly Stroke[]): string {
  return strokes.map(printStroke).join(' ');
}

/** Whether the keys write characters and hold nothing but Shift: what can be switched off (WCAG 2.1.4). The space bar is none. */
export function areSingleKeys(keys: string): boolean {
  return (
    parseKeys(keys)?.some(({ ctrl, alt, key }) => !ctrl && !alt && isCharacter(key) && key !== ' ') ?? false
  );
}
