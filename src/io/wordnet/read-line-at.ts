import { readSync } from 'node:fs';

/** Most lines are shorter. */
const usualBytes = 1024;
/** No line of WordNet comes near: a longer one is broken. */
const maxBytes = 1 << 16;

/** The line of an open file from a byte on, without its end; empty where it has no end, or one too far off. One byte is one character. */
export function readLineAt(file: number, offset: number): string {
  for (let length = usualBytes; length <= maxBytes; length *= 4) {
    const bytes = Buffer.alloc(length);
    const count = readSync(file, bytes, 0, length, offset);
    const end = bytes.subarray(0, count).indexOf(0x0a);
    if (end >= 0) return bytes.toString('latin1', 0, end);
    if (count < length) return '';
  }
  return '';
}
