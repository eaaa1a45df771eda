import { stringEnd } from './json-text.ts';

/** What can be missing behind a text that breaks off outside of its strings: a rest of a word or number, a value, a key. */
const rests = ['', '0', ':0', '"":0', 'rue', 'ue', 'e', 'alse', 'lse', 'se', 'ull', 'll', 'l'];

/**
 * Whether a text is the beginning of a JSON object and breaks off before its end. Linear; meant for texts that are no JSON, which
 * must not nest deeper than `maxJsonDepth`.
 */
export function isCutJson(text: string): boolean {
  if (!/^[ \t\r]*\{/.test(text)) return false;
  const closing: string[] = [];
  let whole = text;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"': {
        const end = stringEnd(text, at);
        if (isClosed(text, at, end)) at = end - 1;
        else {
          whole = `${withoutCutEscape(text, at)}"`;
          at = text.length;
        }
        break;
      }
      case '{':
        closing.push('}');
        break;
      case '[':
        closing.push(']');
        break;
      case '}':
      case ']':
        if (closing.pop() !== text[at]) return false;
        break;
    }
  }
  if (closing.length === 0) return false;
  const end = closing.reverse().join('');
  return rests.some((rest) => isJson(whole + rest + end));
}

/** Whether the string that begins at `start` has its closing quote before `end`. */
function isClosed(text: string, start: number, end: number): boolean {
  if (end === start + 1 || text[end - 1] !== '"') return false;
  let backslashes = 0;
  while (text[end - 2 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 0;
}

/** The text, which ends inside the string that begins at `start`, without an escape that is not whole. */
function withoutCutEscape(text: string, start: number): string {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '\\') continue;
    if (text[at + 1] === 'u' && at + 6 > text.length && /^[\da-f]*$/i.test(text.slice(at + 2)))
      return text.slice(0, at);
    if (at + 1 === text.length) return text.slice(0, at);
    at += 1;
  }
  return text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
