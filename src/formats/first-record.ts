import { splitLines } from '../text/source-line.ts';

/** Lines looked at for one that is JSON. */
const maxLines = 20;

/** The first record of the beginning of a JSON Lines file, behind a byte order mark; `undefined` where no line is JSON. */
export function firstRecord(head: string): unknown {
  let left = maxLines;
  for (const { text } of splitLines('', head.replace(/^\uFEFF/, ''))) {
    if (left === 0) return undefined;
    left -= 1;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // A faulty line tells nothing about the form of the file.
    }
  }
  return undefined;
}
