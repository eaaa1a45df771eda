const [blank, firstBeyondAscii] = [0x20, 0x80];

/** The text without outer white space, as `trim` has it. Most texts have none, and to ask costs less than to trim. */
export function trimmed(text: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  const isTrimmed = first > blank && first < firstBeyondAscii && last > blank && last < firstBeyondAscii;
  return isTrimmed ? text : text.trim();
}
