/** Evidence sets with colours of their own (`--set-0` to `--set-5`); further ones begin anew. */
const colours = 6;

/** Value of `data-set`, which gives an element the colour of a set. */
export function colourOfSet(position: number): string {
  return String(position % colours);
}
