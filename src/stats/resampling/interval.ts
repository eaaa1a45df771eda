/** A confidence interval of a figure. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
