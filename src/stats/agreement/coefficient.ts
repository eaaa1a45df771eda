import type { Interval } from '../resampling/interval.ts';

/** A coefficient of agreement, or why there is none: a number that is not defined is never printed as 0 or 1. */
export type Coefficient = DefinedCoefficient | UndefinedCoefficient;

export interface DefinedCoefficient {
  /** 1 where all agree, 0 where they agree as often as by chance; below, less often. */
  readonly value: number;
}

export interface UndefinedCoefficient {
  readonly value: null;
  /** A sentence: what is missing, and what to look at instead. */
  readonly reason: string;
}

/** A coefficient of a sample of claims, with how sure it is. Plain JSON. */
export type MeasuredCoefficient = Coefficient & {
  /** `null` where none was asked for, and where resamples do not tell how much is chance. */
  readonly interval: Interval | null;
};
