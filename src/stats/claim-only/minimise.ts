/** A function to minimise: gives its value at `point` and writes its gradient there, which is overwritten, into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** About how much the function curves in each direction, above 0: the nearer, the fewer steps are needed. */
  readonly curvature: Float64Array;
  /** Length of the gradient at which the search is over. */
  readonly tolerance: number;
  /** Steps after which it is over in any case. */
  readonly maxSteps: number;
}

/** A step that was made, and what it changed of the gradient. */
interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** One by the product of the two. */
  inverse: number;
  /** How far the next step is to go, in steps that the given curvature would make. */
  reach: number;
}

function newPair(size: number): Pair {
  return { step: new Float64Array(size), change: new Float64Array(size), inverse: 0, reach: 1 };
}

/** Steps that are remembered: more of them need fewer steps, but each takes longer (measured). */
const memory = 4;
/** Part of the descent that the gradient promises which a step must bring (Armijo), and what a step is shortened by. */
const [leastDescent, shortening] = [1e-4, 0.5];
const maxShortenings = 40;

/**
 * Moves `point` to the minimum of a smooth convex function by L-BFGS with backtracking, and gives back the length of the gradient there:
 * at most the tolerance, unless rounding or the number of steps ended the search before. Deterministic.
 *
 * @see Nocedal and Wright 2006, Numerical optimization, algorithms 7.4 and 7.5.
 */
export function minimise(objective: Objective, point: Float64Array, options: MinimiseOptions): number {
  const size = point.length;
  const pairs: Pair[] = [];
  let gradient = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const start = new Float64Array(size);
  const direction = new Float64Array(size);
  const shares = new Float64Array(memory);
  let value = objective(point, gradient);
  let length = Math.sqrt(dot(gradient, gradient));
  for (let step = 0; step < options.maxSteps && length > options.tolerance; step++) {
    direction.set(gradient);
    for (let at = pairs.length - 1; at >= 0; at--) {
      const pair = pairs[at] as Pair;
      const share = pair.inverse * dot(pair.step, direction);
      shares[at] = share;
      addScaled(direction, pair.change, -share);
    }
    for (let at = 0; at < size; at++)
      direction[at] = (direction[at] as number) / (options.curvature[at] as number);
    const last = pairs.at(-1);
    if (last !== undefined) scale(direction, last.reach);
    for (const [at, pair] of pairs.entries()) {
      const share = pair.inverse * dot(pair.change, direction);
      addScaled(direction, pair.step, (shares[at] as number) - share);
    }
    const slope = -dot(gradient, direction);
    start.set(point);
    let stride = 1;
    let next = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < maxShortenings; tries++, stride *= shortening) {
      for (let at = 0; at < size; at++)
        point[at] = (start[at] as number) - stride * (direction[at] as number);
      next = objective(point, nextGradient);
      if (next <= value + leastDescent * stride * slope) break;
    }
    // Where no step descends, rounding hides what is left.
    if (!(next < value)) {
      point.set(start);
      break;
    }
    const pair = (pairs.length === memory ? pairs.shift() : undefined) ?? newPair(size);
    let bent = 0;
    for (let at = 0; at < size; at++) {
      const change = (nextGradient[at] as number) - (gradient[at] as number);
      pair.step[at] = (point[at] as number) - (start[at] as number);
      pair.change[at] = change;
      bent += (change * change) / (options.curvature[at] as number);
    }
    const curved = dot(pair.step, pair.change);
    if (curved > 0) {
      pair.inverse = 1 / curved;
      pair.reach = curved / bent;
      pairs.push(pair);
    }
    value = next;
    [gradient, nextGradient] = [nextGradient, gradient];
    length = Math.sqrt(dot(gradient, gradient));
  }
  return length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function addScaled(sums: Float64Array, more: Float64Array, by: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + by * (more[at] as number);
}

function scale(numbers: Float64Array, by: number): void {
  for (let at = 0; at < numbers.length; at++) numbers[at] = (numbers[at] as number) * by;
}
