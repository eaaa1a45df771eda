import { logGamma } from './log-gamma.ts';

/** Terms after which a series or fraction that has not come to rest is taken as it is. */
const maxTerms = 10_000;
const smallest = 1e-300;

/**
 * The regularised upper incomplete gamma function Q(a, x): from 1 for x = 0 down to 0. Of an `a` up to thousands to about twelve digits,
 * also where the value is tiny.
 *
 * @param a above 0
 * @param x from 0 on
 * @see Press et al., Numerical Recipes in C (2nd edition), 6.2: the series below a + 1, the continued fraction by Lentz's method above.
 */
export function upperGammaShare(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < maxTerms; step++) {
    term *= x / (a + step);
    sum += term;
    if (term < sum * Number.EPSILON) break;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / smallest;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < maxTerms; step++) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < smallest ? smallest : value;
}
