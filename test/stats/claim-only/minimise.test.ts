import { describe, expect, test } from 'vitest';
import { minimise, type Objective } from '../../../src/stats/claim-only/minimise.ts';

/** ½ Σ scale · (x - target)² + Σ coupling between neighbours. */
function bowl(scales: readonly number[], targets: readonly number[]): Objective {
  return (point, gradient) => {
    let value = 0;
    for (const [at, scale] of scales.entries()) {
      const apart = (point[at] as number) - (targets[at] ?? 0);
      gradient[at] = scale * apart;
      value += (scale * apart * apart) / 2;
    }
    for (let at = 1; at < scales.length; at++) {
      const apart =
        (point[at] as number) - (targets[at] ?? 0) - (point[at - 1] as number) + (targets[at - 1] ?? 0);
      value += (apart * apart) / 2;
      gradient[at] = (gradient[at] as number) + apart;
      gradient[at - 1] = (gradient[at - 1] as number) - apart;
    }
    return value;
  };
}

describe('minimise', () => {
  test('finds the bottom of a bowl that is a thousand times steeper in one direction than in another', () => {
    const scales = [1, 1000, 3, 30, 0.5];
    const targets = [4, -2, 0, 100, 1e-3];
    const point = new Float64Array(5);
    const left = minimise(bowl(scales, targets), point, {
      curvature: new Float64Array(5).fill(1),
      tolerance: 1e-9,
      maxSteps: 500,
    });
    expect(left).toBeLessThanOrEqual(1e-9);
    for (const [at, target] of targets.entries()) expect(point[at]).toBeCloseTo(target, 7);
  });

  test('takes fewer steps the better it is told how the function curves', () => {
    const scales = Array.from({ length: 40 }, (_, at) => 1.4 ** at);
    const targets = scales.map((_, at) => at % 7);
    const evaluations = (curvature: readonly number[]) => {
      let count = 0;
      const objective = bowl(scales, targets);
      const counting: Objective = (point, gradient) => {
        count += 1;
        return objective(point, gradient);
      };
      const options = { curvature: Float64Array.from(curvature), tolerance: 1e-6, maxSteps: 10_000 };
      expect(minimise(counting, new Float64Array(40), options)).toBeLessThanOrEqual(1e-6);
      return count;
    };
    expect(evaluations(scales.map((scale) => scale + 2))).toBeLessThan(evaluations(scales.map(() => 1)) / 3);
  });

  test('ends where rounding hides the rest of the descent, and after as many steps as it may', () => {
    const point = Float64Array.of(5);
    const flat: Objective = (at, gradient) => {
      gradient[0] = at[0] as number;
      return 1e18 + ((at[0] as number) * (at[0] as number)) / 2;
    };
    const options = { curvature: Float64Array.of(1), tolerance: 0, maxSteps: 100 };
    expect(minimise(flat, point, options)).toBe(5);
    expect([...point]).toEqual([5]);
    expect(
      minimise(bowl([1, 9], [3, 4]), new Float64Array(2), {
        ...options,
        curvature: Float64Array.of(1, 1),
        maxSteps: 1,
      }),
    ).toBeGreaterThan(0.01);
  });
});
