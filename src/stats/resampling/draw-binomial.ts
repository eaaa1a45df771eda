import type { Rng } from '../../text/rng.ts';

/** Below as many expected successes counting them up is quicker than rejection, whose constants hold from 10 on. */
const leastForRejection = 10;
/** Logarithms of the factorials from 0! on, enough for Stirling's series to be exact in a double beyond them. */
const logFactorials = addLogarithms(64);
const halfLogOfTwoPi = 0.9189385332046727;

/**
 * How many of some independent trials succeed, each with the same chance: one draw of the binomial distribution, without approximation
 * beyond the rounding of doubles and the 32 bits of the generator. The cost does not grow with the number of trials.
 *
 * @param trials a whole number from 0 on
 * @param chance from 0 to 1
 * @see Kachitvichyanukul and Schmeiser 1988, Binomial random variate generation, algorithm BINV, for few expected successes.
 * @see Hörmann 1993, The generation of binomial random variates, algorithm BTRS, for many.
 */
export function drawBinomial(rng: Rng, trials: number, chance: number): number {
  if (chance > 0.5) return trials - drawRarer(rng, trials, 1 - chance);
  return drawRarer(rng, trials, chance);
}

function drawRarer(rng: Rng, trials: number, chance: number): number {
  if (trials <= 0 || chance <= 0) return 0;
  return trials * chance < leastForRejection
    ? drawByInversion(rng, trials, chance)
    : drawByRejection(rng, trials, chance);
}

function drawByInversion(rng: Rng, trials: number, chance: number): number {
  const odds = chance / (1 - chance);
  const ofNone = powerOf(1 - chance, trials);
  for (;;) {
    let left = rng();
    let probability = ofNone;
    let successes = 0;
    while (left >= probability && successes <= trials) {
      left -= probability;
      successes += 1;
      probability *= (odds * (trials + 1 - successes)) / successes;
    }
    // Rounded probabilities may add up to a little less than 1: what falls behind the last is drawn again.
    if (successes <= trials) return successes;
  }
}

/** A point under a table mountain that covers the distribution, drawn until it lies under the distribution itself. */
function drawByRejection(rng: Rng, trials: number, chance: number): number {
  const deviation = Math.sqrt(trials * chance * (1 - chance));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * chance;
  const centre = trials * chance + 0.5;
  const surelyInside = 0.92 - 4.2 / b;
  for (;;) {
    const across = rng() - 0.5;
    const up = rng();
    const fromEdge = 0.5 - Math.abs(across);
    const successes = Math.floor(((2 * a) / fromEdge + b) * across + centre);
    if (fromEdge >= 0.07 && up <= surelyInside) return successes;
    if (successes < 0 || successes > trials) continue;
    const height = (up * (2.83 + 5.1 / b) * deviation) / (a / (fromEdge * fromEdge) + b);
    // The paper leaves the logarithm of the height out by mistake.
    if (Math.log(height) <= logOfShareOfMode(successes, trials, chance)) return successes;
  }
}

/** Logarithm of the probability of as many successes, divided by that of the likeliest number. */
function logOfShareOfMode(successes: number, trials: number, chance: number): number {
  const mode = Math.floor((trials + 1) * chance);
  return (
    logFactorial(mode) +
    logFactorial(trials - mode) -
    logFactorial(successes) -
    logFactorial(trials - successes) +
    (successes - mode) * Math.log(chance / (1 - chance))
  );
}

function logFactorial(n: number): number {
  if (n < logFactorials.length) return logFactorials[n] as number;
  const inverse = 1 / n;
  const square = inverse * inverse;
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) * inverse;
  return (n + 0.5) * Math.log(n) - n + halfLogOfTwoPi + series;
}

function addLogarithms(length: number): Float64Array {
  const sums = new Float64Array(length);
  for (let n = 2; n < length; n++) sums[n] = (sums[n - 1] as number) + Math.log(n);
  return sums;
}

/** Multiplied out, because `Math.pow` may round otherwise in another engine, and the same seed shall draw the same. */
function powerOf(base: number, exponent: number): number {
  let power = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
