import { hash64 } from '../text/hash64.ts';
import { toNfc } from '../text/normalise.ts';

/**
 * The fingerprint of an element's text, 16 hexadecimal digits: the same for texts that differ only in white space and in how their
 * letters are composed, another one for nearly every other text. The same on every machine, for ever (a test pins some).
 */
export function fingerprintOfText(text: string): string {
  const [high, low] = hash64(toNfc(text).replace(/\s+/g, ' ').trim());
  return hex(high) + hex(low);
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0');
}
