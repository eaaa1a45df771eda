/** Position of the largest number, of several the first. */
export function likeliest(numbers: Float64Array): number {
  let best = 0;
  for (let at = 1; at < numbers.length; at++)
    if ((numbers[at] as number) > (numbers[best] as number)) best = at;
  return best;
}
