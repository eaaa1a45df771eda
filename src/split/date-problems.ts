import type { Claim } from '../claims/claim.ts';
import type { ClaimDates } from './claim-dates.ts';
import type { PlacedComponent } from './placed-component.ts';
import { countClaims, idsAt, nameSome, type SplitProblem } from './split-problem.ts';

/** A split by date that was made. */
export interface DatedSplits {
  readonly claims: readonly Claim[];
  readonly components: readonly PlacedComponent[];
  /** Key that the dates stand under. */
  readonly key: string;
  readonly dates: ClaimDates;
  /** By position of the claim. */
  readonly splitOf: readonly string[];
  /** In the order of the ratios. */
  readonly names: readonly string[];
}

/** A value that is told as an example is cut after so many characters. */
const maxShownChars = 40;

/** What dates leave unclear: claims without one, and splits that begin before an earlier one ends. All of it warnings. */
export function* findDateProblems(dataset: DatedSplits): Generator<SplitProblem> {
  yield* findUndated(dataset);
  const { names, splitOf, dates } = dataset;
  let ended = Number.NEGATIVE_INFINITY;
  const earlier: string[] = [];
  for (const name of names) {
    const members = [...splitOf.keys()].filter((at) => splitOf[at] === name);
    if (earlier.length > 0) yield* findOverlap(dataset, name, earlier, ended, members);
    for (const at of members) ended = Math.max(ended, dates.times[at] ?? ended);
    earlier.push(name);
  }
}

function* findUndated({ claims, key, dates, names }: DatedSplits): Generator<SplitProblem> {
  const { missing, bad } = dates;
  if (missing.length + bad.length === 0) return;
  const [example] = bad;
  const value = example === undefined ? '' : (JSON.stringify(claims[example]?.[key]) ?? '');
  const parts = [
    missing.length > 0 &&
      `${countClaims(missing.length)} ${missing.length === 1 ? 'has' : 'have'} no \`${key}\` (${nameSome(idsAt(missing, claims))})`,
    bad.length > 0 &&
      `${countClaims(bad.length)} ${bad.length === 1 ? 'has' : 'have'} a \`${key}\` that is no date, such as ${cut(value)} (${nameSome(idsAt(bad, claims))})`,
  ].filter((part) => part !== false);
  yield {
    kind: 'undated',
    severity: 'warning',
    message: `${parts.join('; ')}.`,
    help: `Write 2024, 2024-05, 2024-05-31 or 2024-05-31T12:00:00Z. Claims without a date go with what they hang together with, else into the first split, \`${names[0]}\`.`,
    claimIds: idsAt([...missing, ...bad], claims),
    links: [],
  };
}

/** What of a split is earlier than the latest claim of the splits before it. */
function* findOverlap(
  { claims, components, dates, splitOf }: DatedSplits,
  name: string,
  earlier: readonly string[],
  ended: number,
  members: readonly number[],
): Generator<SplitProblem> {
  const early = new Set(members.filter((at) => (dates.times[at] ?? ended) < ended));
  if (early.size === 0) return;
  const spanning: number[] = [];
  const others: number[] = [];
  let groups = 0;
  for (const { claims: own } of components) {
    const inSplit = own.filter((at) => splitOf[at] === name && early.has(at));
    const spans = own.some((at) => (dates.times[at] ?? Number.NEGATIVE_INFINITY) >= ended);
    if (inSplit.length > 0 && spans) groups += 1;
    // Not spread into one call: a group may have more claims than a call takes arguments.
    for (const at of inSplit) (spans ? spanning : others).push(at);
  }
  const before = `earlier than the latest claim of ${nameSome(earlier)}`;
  if (spanning.length > 0) {
    yield {
      kind: 'dates-overlap',
      severity: 'warning',
      message: `${countClaims(spanning.length)} in \`${name}\` ${spanning.length === 1 ? 'is' : 'are'} ${before}: ${groups === 1 ? '1 group spans' : `${groups} groups span`} the cut (${nameSome(idsAt(spanning, claims))}).`,
      help: 'Claims that hang together go by the latest of them. Nothing can be done but to leave the early ones out, or to group by less in split.groupBy.',
      claimIds: idsAt(spanning, claims),
      links: [],
    };
  }
  if (others.length > 0) {
    yield {
      kind: 'dates-overlap',
      severity: 'warning',
      message: `${countClaims(others.length)} in \`${name}\` ${others.length === 1 ? 'is' : 'are'} ${before}, with all that hangs together with ${others.length === 1 ? 'it' : 'them'} (${nameSome(idsAt(others, claims))}).`,
      help: 'The lock, or the `split` of claims, keeps claims where they are. Split anew with --relock, which may move every claim, or correct their `split`.',
      claimIds: idsAt(others, claims),
      links: [],
    };
  }
}

function cut(value: string): string {
  return value.length > maxShownChars ? `${value.slice(0, maxShownChars)}…` : value;
}
