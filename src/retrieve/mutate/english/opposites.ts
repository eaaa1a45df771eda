const table = `
  before = after, earlier than = later than, earlier = later, earliest = latest, first = last, above = below
  more than = less than, more than = fewer than, at least = fewer than, at most = more than, most = least, over = under
  more often = less often, higher = lower, highest = lowest, larger = smaller, largest = smallest, bigger = smaller
  biggest = smallest, longer = shorter, longest = shortest, older = younger, oldest = youngest, oldest = newest
  older = newer, faster = slower, fastest = slowest, stronger = weaker, strongest = weakest, richer = poorer
  richest = poorest, nearest = farthest, wider = narrower, widest = narrowest, better = worse, best = worst
  greater = smaller, greatest = smallest, taller = shorter, tallest = shortest, heavier = lighter, heaviest = lightest
  with = without, inside = outside, within = outside, towards = away from, majority = minority
  always = never, all of = none of, everyone = no one, everybody = nobody, together = separately, alone = together
  failed to = managed to, fails to = manages to, refused to = agreed to, refuses to = agrees to, able to = unable to
  succeeded in = failed in, in favour of = against, in favor of = against, thanks to = despite, because of = despite
  overstated = understated, predates = postdates
  preceded = followed, precedes = follows, upper = lower, northern = southern, eastern = western, north = south, east = west`;

const pairs = table
  .split(/[,\n]/)
  .map((pair) => pair.trim())
  .filter((pair) => pair !== '')
  .map((pair) => pair.split(' = ').map((side) => side.trim()));

/** Words and phrases that turn a statement round, with what they turn into: also of words that are compared, which no thesaurus lists. */
export const opposites: ReadonlyMap<string, readonly string[]> = makeOpposites();

function makeOpposites(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    found.set(from, [...(found.get(from) ?? []), to]);
  };
  for (const [one = '', other = ''] of pairs) {
    add(one, other);
    add(other, one);
  }
  return found;
}
