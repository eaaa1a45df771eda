/** A query, taken apart: `ceasefire "Nagorno-Karabakh War" armen*`. Words as they were written. */
export interface ParsedQuery {
  /** Any of them, neighbours together as they were written. Words of phrases stand here, too: they are ranked as words. */
  readonly words: readonly string[];
  /** All of them must stand there, their words in a row and as they were written but for case and accents. */
  readonly phrases: readonly string[];
  /** Beginnings of words, any of which. */
  readonly prefixes: readonly string[];
  /** What of it is not looked for; absent where all is. */
  readonly beyond?: QueryCounts;
}

/** Numbers of words, of phrases and of beginnings. */
export interface QueryCounts {
  readonly words: number;
  readonly phrases: number;
  readonly prefixes: number;
}

/** A text of which every word is looked for and nothing is an instruction, such as a claim. */
export function plainQuery(text: string): ParsedQuery {
  return { words: [text], phrases: [], prefixes: [] };
}
