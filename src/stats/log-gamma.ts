/** Lanczos's coefficients for g = 7 and nine terms (Godfrey). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function of a number from 1/2 on, to about fourteen digits. @see Lanczos 1964 */
export function logGamma(value: number): number {
  const z = value - 1;
  const base = z + 7.5;
  const sum = lanczos.reduce(
    (total, coefficient, at) => (at === 0 ? coefficient : total + coefficient / (z + at)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}
