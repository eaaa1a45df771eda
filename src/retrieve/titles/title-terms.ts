import { foldedTitle } from './folded-title.ts';

/** Titles with the most in common with a text that are compared with it, at least. */
const minCompared = 300;
/** Runs of three characters that a word of one or two may begin: all that there are, as good as. */
export const maxTitleBeginnings = 256;
/** Such words of a text that are looked for so. */
const maxShort = 4;

/** How many titles are compared with a text for so many to be found. */
export function titlesCompared(count: number): number {
  return Math.max(minCompared, 4 * count);
}

/** Beginnings of runs of three characters that titles are found by, besides the runs of a text: its words of one or two may go on, and none of its own runs need stand in the title then. */
export function titleBeginnings(text: string): string[] {
  const short = new Set(
    foldedTitle(text)
      .split(' ')
      .filter((word) => word !== '' && [...word].length < 3),
  );
  return [...short].slice(0, maxShort).map((word) => ` ${word}`);
}
