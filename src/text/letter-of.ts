/** The letter of a position from 0: `A` to `Z`, then `AA`, as columns of a spreadsheet are named. */
export function letterOf(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : letterOf(Math.floor(position / 26) - 1) + letter;
}
