import type { ClaimId } from '../claims/claim.ts';
import { claimIdKey } from '../claims/claim-id-key.ts';
import type { OpenClaim } from '../claims/open-claim.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { toNfc } from '../text/normalise.ts';

/** A claim of one version of a dataset. */
export interface PlacedClaim {
  readonly claim: OpenClaim;
  /** `undefined` where the version does not say. */
  readonly split: string | undefined;
}

/** What stood there and what stands there now; `undefined` for nothing. */
export interface Change<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** What is different in a claim that both versions have. Only what changed is there. */
export interface ClaimChange {
  /** As the new version has it. */
  readonly id: ClaimId;
  /** The id in the old version, of a claim that was renamed. */
  readonly formerId?: ClaimId;
  /** The text as it is now. */
  readonly claim: string;
  readonly label?: Change<string>;
  readonly text?: Change<string>;
  /** Whole evidence sets, as they are spelt; their order and the order of their ids is no change. */
  readonly evidence?: {
    readonly added: readonly (readonly string[])[];
    readonly removed: readonly (readonly string[])[];
  };
  readonly challenge?: Change<string>;
  readonly mutation?: Change<string>;
  readonly source?: Change<string>;
  /** Only where both versions say where the claim is: a lock file is behind its claims until the next split. */
  readonly split?: Change<string>;
  /** Names of all other keys. */
  readonly keys?: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
}

/** Keys whose change has a place of its own. */
const ownChange = ['id', 'claim', 'label', 'evidence', 'challenge', 'mutation', 'source', 'split'];

/** What changed from one version of a claim to the next. */
export function changeOf(before: PlacedClaim, after: PlacedClaim): ClaimChange {
  const [old, now] = [before.claim, after.claim];
  const [oldSets, newSets] = [setsByKey(old), setsByKey(now)];
  const added = [...newSets].filter(([key]) => !oldSets.has(key)).map(([, set]) => set);
  const removed = [...oldSets].filter(([key]) => !newSets.has(key)).map(([, set]) => set);
  const keys = changedKeys(old, now);
  return {
    id: now.id,
    ...(!isSameId(old.id, now.id) && { formerId: old.id }),
    claim: now.claim,
    ...difference('label', old.label, now.label),
    ...difference('text', old.claim, now.claim),
    ...(added.length + removed.length > 0 && { evidence: { added, removed } }),
    ...difference('challenge', ownOf(old, 'challenge'), ownOf(now, 'challenge')),
    ...difference('mutation', ownOf(old, 'mutation'), ownOf(now, 'mutation')),
    ...difference('source', ownOf(old, 'source'), ownOf(now, 'source')),
    ...(before.split !== undefined &&
      after.split !== undefined &&
      difference('split', before.split, after.split)),
    ...(Object.values(keys).some(({ length }) => length > 0) && { keys }),
  };
}

/**
 * All that a claim says but its id and its split, as one text: the same for claims that differ only in the order of keys, of evidence
 * sets and of ids in a set, and in the Unicode normal form of ids.
 */
export function contentOf(claim: OpenClaim): string {
  return JSON.stringify([
    claim.label ?? null,
    claim.claim,
    [...setsByKey(claim).keys()].sort(),
    ownOf(claim, 'challenge') ?? null,
    ownOf(claim, 'mutation') ?? null,
    ownOf(claim, 'source') ?? null,
    otherKeys(claim)
      .sort()
      .map((key) => [key, canonicalJson(claim[key])]),
  ]);
}

/** 12 and "12" are one id, as they are in formats where ids are text. */
function isSameId(one: ClaimId, other: ClaimId): boolean {
  return claimIdKey(one) === claimIdKey(other);
}

/** Evidence sets by what makes them the same set. */
function setsByKey({ evidence }: OpenClaim): Map<string, readonly string[]> {
  return new Map(evidence.map((set) => [JSON.stringify([...new Set(set.map(toNfc))].sort()), set]));
}

function changedKeys(old: OpenClaim, now: OpenClaim): Required<ClaimChange>['keys'] {
  const [before, after] = [otherKeys(old), otherKeys(now)];
  return {
    added: after.filter((key) => !before.includes(key)),
    changed: after.filter(
      (key) => before.includes(key) && canonicalJson(old[key]) !== canonicalJson(now[key]),
    ),
    removed: before.filter((key) => !after.includes(key)),
  };
}

function otherKeys(claim: OpenClaim): string[] {
  return Object.keys(claim).filter((key) => claim[key] !== undefined && !ownChange.includes(key));
}

function difference<Name extends string>(
  name: Name,
  before: unknown,
  after: unknown,
): Partial<Record<Name, Change<string>>> {
  if (before === after) return {};
  return { [name]: { before: textOf(before), after: textOf(after) } } as Record<Name, Change<string>>;
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function ownOf(claim: OpenClaim, key: string): unknown {
  return Object.hasOwn(claim, key) ? claim[key] : undefined;
}
