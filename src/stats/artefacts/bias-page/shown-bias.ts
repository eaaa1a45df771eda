/** How much of long lists is shown. */
export interface ShownBias {
  /** N-grams of each label, cues, and values of an attribute. */
  readonly top: number;
  /** Likely label errors. */
  readonly errors: number;
}
