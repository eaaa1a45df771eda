import { locateInLine } from '../text/locate-in-line.ts';
import { splitLines, type TextLine } from '../text/source-line.ts';
import { lineFingerprint, noLine } from './line-fingerprint.ts';

/**
 * A journal whose lines were changed on purpose, with its chain as whole as it was: each line that followed the one before it does so
 * again. A text that is no journal stays as it is.
 */
export function renewChain(before: string, after: string): string {
  if (before === after || !before.includes('"prev"')) return after;
  const [old, lines] = [recordsOf(before), recordsOf(after)];
  // Which line was which, nobody can tell.
  if (old.length !== lines.length) return after;
  const pieces: string[] = [];
  let taken = 0;
  let [lastOld, last] = [noLine, noLine];
  for (const [at, line] of lines.entries()) {
    let { text } = line;
    const was = old[at]?.text ?? '';
    if (last !== lastOld && prevOf(was) === lastOld && prevOf(text) === lastOld) {
      const { start, end } = locateInLine(line, ['prev']);
      text = `${text.slice(0, start)}"${last}"${text.slice(end)}`;
      pieces.push(after.slice(taken, line.offset), text);
      taken = line.offset + line.text.length;
    }
    [lastOld, last] = [lineFingerprint(was), lineFingerprint(text)];
  }
  return pieces.join('') + after.slice(taken);
}

function recordsOf(text: string): TextLine[] {
  return [...splitLines('', text)].filter((line) => line.text.trim() !== '');
}

function prevOf(line: string): unknown {
  if (!line.includes('"prev"')) return undefined;
  try {
    return (JSON.parse(line) as { readonly prev?: unknown } | null)?.prev;
  } catch {
    return undefined;
  }
}
