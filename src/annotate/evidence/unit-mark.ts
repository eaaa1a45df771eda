/** How an element of an article is marked. Colour is never the only sign. */
export interface UnitMark {
  /** Positions of the evidence sets that hold it, in order. */
  readonly sets: readonly number[];
  /** Position of the active set, where it is among them. */
  readonly activeSet: number | undefined;
  /** Whether it heads something that was chosen: a title, a heading, a header cell. */
  readonly isContext: boolean;
  readonly isConsulted: boolean;
  /** Of adjudication: letters of the answers that chose it. */
  readonly letters: readonly string[];
}
