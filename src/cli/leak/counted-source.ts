import type { ReadSource } from '../../formats/format.ts';
import type { TextLine } from '../../text/source-line.ts';

/** A source that tells how far it was read. */
export interface CountedSource {
  readonly source: ReadSource;
  /** Number of the line that was read last; `null` where the format asks for all of the text and not for lines. */
  readonly line: () => number | null;
}

/** The same source, of which it is known which line the format has read last. */
export function countedSource(source: ReadSource): CountedSource {
  let line: number | null = null;
  const { lines } = source;
  if (lines === undefined) return { source, line: () => line };
  const counted = function* (): Generator<TextLine> {
    for (const one of lines) {
      line = one.number;
      yield one;
    }
  };
  // Its other members are asked for late: each reads the file.
  const copy = Object.create(source, { lines: { value: { [Symbol.iterator]: counted } } }) as ReadSource;
  return { source: copy, line: () => line };
}
