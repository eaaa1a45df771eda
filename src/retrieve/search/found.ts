/** A document that was found. */
export interface Found {
  /** Its number in the index. */
  readonly document: number;
  /** Above 0; only good for comparison within one search. */
  readonly score: number;
}

/** What is looked for. */
export interface TermSearch {
  /** Terms as the analyzer makes them; one that stands several times counts more. A document with any of them is found. */
  readonly terms: readonly string[];
  /** Documents at most. */
  readonly count: number;
  /** Documents among which is searched: ascending ranges from a number to before another. All by default. */
  readonly ranges?: readonly (readonly [from: number, to: number])[] | undefined;
  /** Whether a document may be found. Asked only of those that are good enough. */
  readonly accepts?: ((document: number) => boolean) | undefined;
}
