import type { OpenClaim } from '../claims/open-claim.ts';
import type { FormatContext, Loss, WritableFormat } from '../formats/format.ts';
import { isReadable } from '../formats/format.ts';
import { applyLosses, keptClaims } from '../formats/loss.ts';
import { readFormat } from '../formats/read-format.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { readText } from './files.ts';
import { openReadSource } from './open-read-source.ts';

/** What a format keeps of some claims. */
export interface KeptClaims {
  /** The claims as they come back, without those it leaves out. */
  readonly claims: readonly OpenClaim[];
  /** How many claims lose something, by loss; only losses that happen, in the order of the format. */
  readonly losses: Readonly<Record<string, number>>;
}

/** The claims as they come back from a format, and what is lost on the way. */
export function keptBy(
  { losses }: { readonly losses: readonly Loss[] },
  claims: Iterable<OpenClaim>,
  context: FormatContext,
): KeptClaims {
  const counts = new LossCounts(losses);
  const kept: OpenClaim[] = [];
  for (const claim of claims) {
    const left = counts.take(claim, context);
    if (left !== undefined) kept.push(left);
  }
  return { claims: kept, losses: counts.found() };
}

/** Counts what claims lose, one by one. */
export class LossCounts {
  readonly #losses: readonly Loss[];
  readonly #counts: Map<string, number>;
  #kept = 0;

  constructor(losses: readonly Loss[]) {
    this.#losses = losses;
    this.#counts = new Map(losses.map(({ id }) => [id, 0]));
  }

  /** The claim as it comes back; `undefined` where it is left out. */
  take(claim: OpenClaim, context: FormatContext): OpenClaim | undefined {
    const { claim: left, losses } = applyLosses(this.#losses, claim, context);
    if (left !== undefined) this.#kept += 1;
    for (const { id } of losses) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
    return left;
  }

  /** Number of claims that were not left out. */
  get kept(): number {
    return this.#kept;
  }

  /** How many claims lost something, by loss; only losses that happened. */
  found(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].filter(([, count]) => count > 0));
  }
}

/** Problems that are told; what else is wrong is likely the same. */
const maxProblems = 5;

/**
 * Reads a written file back and compares it with the claims, one by one: what differs or is missing, in words, the first five and how
 * many more; nothing where the file says all that the format can say.
 */
export function verifyExport(
  path: string,
  format: WritableFormat,
  claims: Iterable<OpenClaim>,
  context: FormatContext,
): string[] {
  if (!isReadable(format)) {
    const problems = format.compare?.(readText(path), claims, context) ?? [
      'it cannot be read back: its format is only written',
    ];
    return firstOf(problems);
  }
  const anyContext: FormatContext = { ...context, anyLabel: true };
  const found = function* (): Generator<OpenClaim | string> {
    for (const { claim, diagnostic } of readFormat(format, openReadSource(path, path), anyContext)) {
      if (claim !== undefined) yield claim;
      else if (diagnostic?.severity === 'error') yield diagnostic.message;
    }
  };
  return firstOf(compareClaims(found(), keptClaims(format.losses, claims, context)));
}

/** Claims that are looked through for the one that was read, so that one missing claim is not told as all behind it. */
const maxAhead = 1_000;

/** What differs between claims that were read back and those that should be there, in words: what is missing by its id. */
export function* compareClaims(
  found: Iterable<OpenClaim | string>,
  expected: Iterable<OpenClaim>,
): Generator<string> {
  const source = expected[Symbol.iterator]();
  const ahead: OpenClaim[] = [];
  const counts = { found: 0, expected: 0 };
  const look = (count: number): void => {
    while (ahead.length < count) {
      const next = source.next();
      if (next.done === true) return;
      counts.expected += 1;
      ahead.push(next.value);
    }
  };
  for (const back of found) {
    if (typeof back === 'string') {
      yield back;
      continue;
    }
    counts.found += 1;
    look(1);
    if (ahead[0]?.id !== back.id) look(maxAhead);
    const at = ahead.findIndex(({ id }) => id === back.id);
    if (at < 0) {
      yield `claim ${JSON.stringify(back.id)} stands where it should not`;
      continue;
    }
    for (const { id } of ahead.splice(0, at)) yield missing(id);
    const claim = ahead.shift();
    if (claim !== undefined && canonicalJson(back) !== canonicalJson(claim)) yield differenceOf(back, claim);
  }
  for (look(1); ahead[0] !== undefined; look(1)) yield missing(ahead.shift()?.id);
  if (counts.found !== counts.expected) yield `it holds ${counts.found} claims, not ${counts.expected}`;
}

function missing(id: unknown): string {
  return `claim ${JSON.stringify(id)} is missing`;
}

/** In which parts a claim came back different. */
function differenceOf(back: OpenClaim, claim: OpenClaim): string {
  const keys = [...new Set([...Object.keys(claim), ...Object.keys(back)])].filter(
    (key) => canonicalJson(ownOf(back, key)) !== canonicalJson(ownOf(claim, key)),
  );
  return `claim ${JSON.stringify(claim.id)} came back different in ${keys.map((key) => `\`${key}\``).join(', ')}`;
}

function ownOf(claim: OpenClaim, key: string): unknown {
  return Object.hasOwn(claim, key) ? (claim[key] ?? null) : null;
}

function firstOf(problems: Iterable<string>): string[] {
  const first: string[] = [];
  let more = 0;
  for (const problem of problems) {
    if (first.length < maxProblems) first.push(problem);
    else more += 1;
  }
  return more === 0 ? first : [...first, `and ${more} more`];
}
