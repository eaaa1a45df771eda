const lineEnd = 0x0a;

/**
 * The line that begins with a key and a blank, of a file whose lines are in the order of their bytes; `undefined` where there is none. One
 * byte is one character.
 */
export function findLine(file: Buffer, key: string): string | undefined {
  // A line that begins with the key begins at `low` or behind, and before `high`.
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const begin = middle === low ? low : endFrom(file, middle - 1) + 1;
    if (begin >= high) {
      high = middle;
      continue;
    }
    const end = endFrom(file, begin);
    const blank = file.indexOf(0x20, begin);
    const found = file.toString('latin1', begin, blank < 0 ? end : Math.min(blank, end));
    if (found === key) return file.toString('latin1', begin, end);
    if (found < key) low = end + 1;
    else high = middle;
  }
  return undefined;
}

function endFrom(file: Buffer, at: number): number {
  const end = file.indexOf(lineEnd, at);
  return end < 0 ? file.length : end;
}
