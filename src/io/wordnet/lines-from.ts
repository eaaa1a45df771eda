const lineEnd = 0x0a;

/** The lines that begin with some characters, of a file whose lines are in the order of their bytes. One byte is one character. */
export function* linesFrom(file: Buffer, start: string): Generator<string> {
  // The first of them begins at `low` or behind, and at `high` or before.
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const begin = middle === low ? low : endFrom(file, middle - 1) + 1;
    if (begin >= high) high = middle;
    else if (startAt(file, begin, start) < start) low = endFrom(file, begin) + 1;
    else high = begin;
  }
  while (low < file.length && startAt(file, low, start) === start) {
    const end = endFrom(file, low);
    yield file.toString('latin1', low, end);
    low = end + 1;
  }
}

function startAt(file: Buffer, at: number, { length }: string): string {
  return file.toString('latin1', at, at + length);
}

function endFrom(file: Buffer, at: number): number {
  const end = file.indexOf(lineEnd, at);
  return end < 0 ? file.length : end;
}
