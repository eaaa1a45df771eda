import { hash64 } from '../text/hash64.ts';

/** What the first line of a journal has for the line before it. */
export const noLine = '0'.repeat(16);

/**
 * The fingerprint of a line of a journal, without its end: 16 hexadecimal digits, which the next line keeps as `prev`. It shows a line
 * that was lost or changed by accident; who means to deceive can compute it as well.
 */
export function lineFingerprint(line: string): string {
  return hash64(line)
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
}
