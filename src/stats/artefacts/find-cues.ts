import { findPhrases } from '../../text/phrases.ts';
import type { Span } from '../../text/span.ts';
import { emptyHash, hashLetter } from '../../text/word-classes.ts';
import { wordSpans } from '../../text/word-spans.ts';

/** A cue word or phrase where it stands in a claim for the first time. */
export interface CueInText {
  /** As the list of cues has it. */
  readonly cue: string;
  readonly span: Span;
}

/** Bits of a word's hash that are looked up; hardly any word that is no cue's has those of one. */
const mask = (1 << 14) - 1;
const nothing: readonly CueInText[] = [];

/**
 * A function that finds the cues of a list in claims, each once, in the order in which they stand. Of cues that begin at the same
 * word the longest counts. Linear, and quick where a claim has none.
 */
export function createCueFinder(cues: readonly string[]): (claim: string) => readonly CueInText[] {
  const mayBegin = new Uint8Array(mask + 1);
  for (const cue of cues) {
    // Up to the end of the cue's first word: the run of letters that a claim is looked through for.
    forRuns(cue, (hash) => {
      mayBegin[hash & mask] = 1;
      return true;
    });
  }
  return (claim) => (forRuns(claim, (hash) => mayBegin[hash & mask] === 1) ? find(claim, cues) : nothing);
}

/**
 * Asks about each run of ASCII letters, with the apostrophes between them, by its hash in lower case, until the answer is yes.
 * Whether it was; it is for a text with characters beyond ASCII too, of which nothing is known here.
 */
function forRuns(text: string, isWanted: (hash: number) => boolean): boolean {
  let hash = emptyHash;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (code === apostrophe && hash !== emptyHash && isLetter(text.charCodeAt(at + 1)))) {
      hash = hashLetter(hash, code | 0x20);
      continue;
    }
    if (code > 0x7f || isWanted(hash)) return true;
    hash = emptyHash;
  }
  return false;
}

const apostrophe = 0x27;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function find(claim: string, cues: readonly string[]): readonly CueInText[] {
  const words = wordSpans(claim);
  const found = new Map<string, CueInText>();
  for (const { from, to } of findPhrases(words, cues)) {
    const [first, last] = [words[from], words[to - 1]];
    if (first === undefined || last === undefined) continue;
    const cue = words
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
    if (!found.has(cue)) found.set(cue, { cue, span: { start: first.span.start, end: last.span.end } });
  }
  return [...found.values()];
}
