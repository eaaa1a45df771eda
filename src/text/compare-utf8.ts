/**
 * Which text comes first in the order of its bytes in UTF-8, as C's `strcmp` has it: below 0 for the first, above 0 for the second.
 * JavaScript's own order puts characters beyond U+FFFF before those from U+E000 on.
 */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return byteOrder(one) - byteOrder(other);
  }
  return a.length - b.length;
}

/** A number for a code unit; halves of surrogate pairs stand behind all others. */
function byteOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
