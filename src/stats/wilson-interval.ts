import { normalQuantile } from './normal-quantile.ts';
import type { Interval } from './resampling/interval.ts';

/**
 * The interval that a share probably lies in, of which some of the trials are a sample: it stays between 0 and 1, and is no point where
 * none or all succeed. The trials count as independent. `undefined` without trials.
 *
 * @param successes from 0 to `trials`
 * @param confidence between 0 and 1
 * @see Wilson 1927, Probable inference, the law of succession, and statistical inference.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence: number = 0.95,
): Interval | undefined {
  if (trials === 0) return undefined;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / trials;
  const spread = (z * z) / trials;
  const centre = share + spread / 2;
  const reach = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  return {
    // Exactly, which rounding would miss.
    low: successes === 0 ? 0 : (centre - reach) / (1 + spread),
    high: successes === trials ? 1 : (centre + reach) / (1 + spread),
  };
}
