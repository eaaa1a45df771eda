/** What the page of a format says besides what the format itself tells; the page is made from it. */
export interface FormatPage {
  /** What the format is and who uses it: Markdown, a sentence or two. */
  readonly about: string;
  /** The keys, columns or elements of a record in order, and what each is made from. */
  readonly fields: readonly (readonly [name: string, meaning: string])[];
  /** What else a reader must know: Markdown, one item of a list each. */
  readonly notes?: readonly string[];
  /** The programs that read the written files in CI, with what was compared; empty where none exists. */
  readonly clients?: readonly string[];
}
