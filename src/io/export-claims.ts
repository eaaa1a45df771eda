import type { OpenClaim } from '../claims/open-claim.ts';
import type { FormatContext, Loss, WritableFormat } from '../formats/format.ts';
import { isReadable } from '../formats/format.ts';
import { applyLosses } from '../formats/loss.ts';
import { readFormat } from '../formats/read-format.ts';
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
 * Reads a written file back and compares it with the claims, one by one: what differs or is missing, in words, at most five times;
 * nothing where the file says all that the format can say.
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
  const expected = function* (): Generator<OpenClaim> {
    for (const claim of claims) {
      const kept = applyLosses(format.losses, claim, context).claim;
      if (kept !== undefined) yield kept;
    }
  };
  return firstOf(compareClaims(found(), expected()));
}

/** What differs between claims that were read back and those that should be there, in words. */
export function* compareClaims(
  found: Iterable<OpenClaim | string>,
  expected: Iterable<OpenClaim>,
): Generator<string> {
  const wanted = expected[Symbol.iterator]();
  const counts = { found: 0, expected: 0 };
  for (const back of found) {
    if (typeof back === 'string') {
      yield back;
      continue;
    }
    counts.found += 1;
    const next = wanted.next();
    if (next.done === true) continue;
    counts.expected += 1;
    if (canonical(back) !== canonical(next.value)) yield differenceOf(back, next.value);
  }
  const missing: string[] = [];
  for (let next = wanted.next(); next.done !== true; next = wanted.next()) {
    counts.expected += 1;
    if (missing.length < maxProblems) missing.push(JSON.stringify(next.value.id));
  }
  if (counts.found !== counts.expected) {
    const names = missing.length > 0 ? `; missing from the end: ${missing.join(', ')}` : '';
    yield `it holds ${counts.found} claims, not ${counts.expected}${names}`;
  }
}

/** In which parts a claim came back different. */
function differenceOf(back: OpenClaim, claim: OpenClaim): string {
  if (back.id !== claim.id)
    return `in the place of claim ${JSON.stringify(claim.id)} stands claim ${JSON.stringify(back.id)}`;
  const keys = [...new Set([...Object.keys(claim), ...Object.keys(back)])].filter(
    (key) => canonical(ownOf(back, key)) !== canonical(ownOf(claim, key)),
  );
  return `claim ${JSON.stringify(claim.id)} came back different in ${keys.map((key) => `\`${key}\``).join(', ')}`;
}

function ownOf(claim: OpenClaim, key: string): unknown {
  return Object.hasOwn(claim, key) ? (claim[key] ?? null) : null;
}

function firstOf(problems: Iterable<string>): string[] {
  const first: string[] = [];
  for (const problem of problems) {
    if (first.length === maxProblems) break;
    first.push(problem);
  }
  return first;
}

/** JSON in which the order of keys does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
