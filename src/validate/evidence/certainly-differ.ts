/**
 * Whether two texts are certainly not the same in Unicode normal form C; `false` where it takes more to tell. Compared from
 * their ends, where ids differ: an ASCII character that nothing but ASCII follows is the same in each normal form.
 */
export function certainlyDiffer(one: string, other: string): boolean {
  let left = one.length - 1;
  let right = other.length - 1;
  while (left >= 0 && right >= 0) {
    const code = one.charCodeAt(left);
    if (code !== other.charCodeAt(right)) return code < 0x80 && other.charCodeAt(right) < 0x80;
    if (code >= 0x80) return false;
    left -= 1;
    right -= 1;
  }
  // One is the end of the other, or its equal; what the longer one has before it may be a mark without a letter.
  return left >= 0 ? one.charCodeAt(left) < 0x80 : right >= 0 && other.charCodeAt(right) < 0x80;
}
