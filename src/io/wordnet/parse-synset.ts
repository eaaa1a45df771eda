import { fields } from './fields.ts';

/** A pointer from one synset to another. */
export interface Pointer {
  readonly symbol: string;
  /** Where the other begins in its file. */
  readonly offset: number;
  /** `n`, `v`, `a` or `r`. */
  readonly part: string;
  /** Numbers from 1 of the words in both that it joins; 0 for all of them. */
  readonly from: number;
  readonly to: number;
}

/** A line of a data file: words of one meaning. */
export interface Synset {
  readonly offset: number;
  readonly field: string;
  /** With blanks, as they are spelt. */
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** A line as wndb(5WN) describes it; `undefined` where it is none. */
export function parseSynset(line: string): Synset | undefined {
  const [data = ''] = line.split(' | ', 1);
  const [offset = '', field = '', , count = '', ...rest] = data.trim().split(' ');
  const words = Number.parseInt(count, 16);
  if (!/^\d{8}$/.test(offset) || !(words > 0) || rest.length < words * 2 + 1) return undefined;
  const pointers = Number.parseInt(rest[words * 2] ?? '', 10);
  if (!(pointers >= 0) || rest.length < words * 2 + 1 + pointers * 4) return undefined;
  return {
    offset: Number(offset),
    field: fields[Number.parseInt(field, 10)] ?? 'unknown',
    words: Array.from({ length: words }, (_, at) => spelt(rest[at * 2] ?? '')),
    pointers: Array.from({ length: pointers }, (_, which) => {
      const at = words * 2 + 1 + which * 4;
      const joined = rest[at + 3] ?? '';
      return {
        symbol: rest[at] ?? '',
        offset: Number.parseInt(rest[at + 1] ?? '', 10),
        part: rest[at + 2] ?? '',
        from: Number.parseInt(joined.slice(0, 2), 16),
        to: Number.parseInt(joined.slice(2), 16),
      };
    }),
  };
}

/** Without the mark that says where an adjective may stand: `(p)`. */
function spelt(word: string): string {
  return word.replace(/\([a-z]+\)$/, '').replaceAll('_', ' ');
}
