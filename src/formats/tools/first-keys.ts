import { skipBlanks, stringEnd, valueEnd } from '../../text/json-text.ts';
import { byteOrderMarkLength } from '../../text/source-line.ts';

/** What a value of JSON begins with: `{`, `[`, `"`, or something else. */
export type ValueKind = 'object' | 'list' | 'text' | 'other';

const kinds: Readonly<Record<string, ValueKind>> = { '{': 'object', '[': 'list', '"': 'text' };

/**
 * The keys of the first record of a file, in a list or by itself, and what stands under them; as many as the beginning of the file
 * shows, because tasks of annotation tools hold whole articles.
 */
export function firstKeys(head: string): ReadonlyMap<string, ValueKind> {
  const found = new Map<string, ValueKind>();
  let at = skipBlanks(head, byteOrderMarkLength({ offset: 0, text: head }));
  if (head[at] === '[') at = skipBlanks(head, at + 1);
  if (head[at] !== '{') return found;
  do {
    const key = skipBlanks(head, at + 1);
    if (head[key] !== '"') break;
    const keyEnd = stringEnd(head, key);
    const colon = skipBlanks(head, keyEnd);
    if (head[colon] !== ':') break;
    const value = skipBlanks(head, colon + 1);
    found.set(head.slice(key + 1, keyEnd - 1), kinds[head.charAt(value)] ?? 'other');
    at = skipBlanks(head, valueEnd(head, value));
  } while (head[at] === ',');
  return found;
}
