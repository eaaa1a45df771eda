import type { ClaimId } from '../claims/claim.ts';
import { claimIdKey } from '../claims/claim-id-key.ts';
import { HashTable } from '../text/hash-table.ts';
import { type Hash64, hashInto } from '../text/hash64.ts';
import { createUint32Column } from '../text/number-column.ts';
import { type ClaimChange, changeOf, contentOf, type PlacedClaim } from './claim-change.ts';

/** The claims of a version of a dataset in order, all of them anew at each call. */
export type ClaimVersion = () => Iterable<PlacedClaim>;

/** A claim that only one of the versions has. */
export interface OtherClaim {
  readonly id: ClaimId;
  readonly claim: string;
  readonly label: string | undefined;
  readonly split: string | undefined;
}

/** What is different between two versions of a dataset, claim by claim. */
export interface ClaimsDiff {
  /** Number of claims, without those whose id stood before. */
  readonly before: number;
  readonly after: number;
  /** Claims of both versions, in the order of the old one; renamed ones too, which may have changed in nothing else. */
  readonly changed: readonly ClaimChange[];
  /** In the order of the new version. */
  readonly added: readonly OtherClaim[];
  /** In the order of the old version. */
  readonly removed: readonly OtherClaim[];
  /** Ids that stand a second time in their version, where only the first claim was compared. */
  readonly repeated: { readonly before: readonly ClaimId[]; readonly after: readonly ClaimId[] };
  /** Whether splits were compared: both versions say of some claim where it is. */
  readonly comparesSplits: boolean;
  /** Whether both versions say the same in the same order, keys included. */
  readonly isIdentical: boolean;
}

/**
 * The semantic difference of two versions. Claims are compared by id; an id is the same as text and as number (12 and "12"), and in
 * every Unicode normal form. A claim whose id is gone and whose text stands under one new id was renamed; where several claims have
 * the text, those that say all the same are taken for renamed, in order, and no others.
 *
 * Reads the old version twice and the new one once. Of claims that did not change some 50 bytes are kept, of others what they say.
 */
export function diffClaims(before: ClaimVersion, after: ClaimVersion): ClaimsDiff {
  const old = new OldClaims();
  for (const placed of before()) old.add(placed);
  /** What the new version says of the claims whose content differs. */
  const differing = new Map<number, PlacedClaim>();
  /** The new splits of claims of which nothing else differs. */
  const moved = new Map<number, string>();
  const candidates: (PlacedClaim | OtherClaim)[] = [];
  const seen = new IdTable();
  const sequence = new SequenceHash();
  const repeatedAfter: ClaimId[] = [];
  let isPlaced = false;
  for (const placed of after()) {
    const { claim, split } = placed;
    sequence.add(placed);
    if (!seen.add(claim.id)) {
      repeatedAfter.push(claim.id);
      continue;
    }
    isPlaced ||= split !== undefined;
    const row = old.find(claim.id);
    if (row < 0) candidates.push(old.hasText(claim.claim) ? placed : otherClaim(placed));
    else {
      old.meet(row);
      if (!old.hasContent(row, placed)) differing.set(row, placed);
      else if (split !== undefined && old.isElsewhere(row, split)) moved.set(row, split);
    }
  }
  const renamed = findRenamed(old, candidates);
  const changed: ClaimChange[] = [];
  const removed: OtherClaim[] = [];
  for (const [row, placed] of old.again(before())) {
    const next = differing.get(row) ?? renamed.get(row);
    if (next !== undefined) changed.push(changeOf(placed, next));
    else if (!old.wasMet(row)) removed.push(otherClaim(placed));
    else if (moved.has(row)) changed.push(changeOf(placed, { claim: placed.claim, split: moved.get(row) }));
  }
  const isRenamed = new Set<unknown>(renamed.values());
  return {
    before: old.size,
    after: seen.size,
    changed: changed.filter(isChange),
    added: candidates
      .filter((candidate) => !isRenamed.has(candidate))
      .map((candidate) => (isPlacedClaim(candidate) ? otherClaim(candidate) : candidate)),
    removed,
    repeated: { before: old.repeated, after: repeatedAfter },
    comparesSplits: isPlaced && old.isPlaced,
    isIdentical: sequence.equals(old.sequence),
  };
}

/** The claims of the old version, of which only hashes are kept. */
class OldClaims {
  readonly sequence = new SequenceHash();
  readonly repeated: ClaimId[] = [];
  isPlaced = false;
  readonly #ids = new IdTable();
  readonly #texts = new HashTable();
  /** By row: the halves of the hashes of content and text, the number of the split, whether the new version has the id. */
  readonly #columns = Array.from({ length: 6 }, createUint32Column);
  readonly #splits: (string | undefined)[] = [undefined];
  readonly #hash: Hash64 = { high: 0, low: 0 };

  get size(): number {
    return this.#ids.size;
  }

  add(placed: PlacedClaim): void {
    const { claim, split } = placed;
    this.sequence.add(placed);
    const row = this.#ids.size;
    if (!this.#ids.add(claim.id)) {
      this.repeated.push(claim.id);
      return;
    }
    this.isPlaced ||= split !== undefined;
    this.#set(row, 0, hashInto(contentOf(claim), this.#hash));
    const { high, low } = hashInto(claim.claim, this.#hash);
    this.#texts.putFirst(high, low, row);
    this.#set(row, 2, this.#hash);
    this.#columns[4]?.set(row, this.#numberOf(split));
  }

  /** The row of an id; -1 where there is none. */
  find(id: ClaimId): number {
    return this.#ids.find(id);
  }

  hasContent(row: number, { claim }: PlacedClaim): boolean {
    return this.#has(row, 0, hashInto(contentOf(claim), this.#hash));
  }

  hasText(text: string): boolean {
    const { high, low } = hashInto(text, this.#hash);
    return this.#texts.get(high, low) >= 0;
  }

  /** Whether the claim was in another split than this one. */
  isElsewhere(row: number, split: string): boolean {
    const before = this.#splits[this.#columns[4]?.get(row) ?? 0];
    return before !== undefined && before !== split;
  }

  meet(row: number): void {
    this.#columns[5]?.set(row, 1);
  }

  wasMet(row: number): boolean {
    return this.#columns[5]?.get(row) === 1;
  }

  /** A text that tells the text of a claim that the new version lacks from every other. */
  textKey(row: number): string {
    return `${this.#columns[2]?.get(row)} ${this.#columns[3]?.get(row)}`;
  }

  /** The claims of the old version with their rows, those of repeated ids left out. */
  *again(claims: Iterable<PlacedClaim>): Generator<readonly [row: number, placed: PlacedClaim]> {
    let next = 0;
    for (const placed of claims) {
      const row = this.#ids.find(placed.claim.id);
      if (row !== next) continue;
      next += 1;
      yield [row, placed];
    }
  }

  #numberOf(split: string | undefined): number {
    const known = this.#splits.indexOf(split);
    return known >= 0 ? known : this.#splits.push(split) - 1;
  }

  #set(row: number, column: number, { high, low }: Hash64): void {
    this.#columns[column]?.set(row, high);
    this.#columns[column + 1]?.set(row, low);
  }

  #has(row: number, column: number, { high, low }: Hash64): boolean {
    return (
      this.#columns[column]?.get(row) === high >>> 0 && this.#columns[column + 1]?.get(row) === low >>> 0
    );
  }
}

/** Ids with the order in which they came first. */
class IdTable {
  readonly #table = new HashTable();
  readonly #hash: Hash64 = { high: 0, low: 0 };

  get size(): number {
    return this.#table.size;
  }

  /** Whether the id was not there. */
  add(id: ClaimId): boolean {
    const { high, low } = hashInto(claimIdKey(id), this.#hash);
    const row = this.#table.size;
    return this.#table.putFirst(high, low, row) === row;
  }

  find(id: ClaimId): number {
    const { high, low } = hashInto(claimIdKey(id), this.#hash);
    return this.#table.get(high, low);
  }
}

/** Tells sequences of claims apart by all that they say, in whatever order. */
class SequenceHash {
  #high = 0;
  #low = 0;
  readonly #hash: Hash64 = { high: 0, low: 0 };

  add({ claim, split }: PlacedClaim): void {
    const { high, low } = hashInto(JSON.stringify([split ?? null, claim]), this.#hash);
    this.#high = (Math.imul(this.#high, 0x5f356495) + high) | 0;
    this.#low = (Math.imul(this.#low, 0x9e3779b1) + low) | 0;
  }

  equals(other: SequenceHash): boolean {
    return this.#high === other.#high && this.#low === other.#low;
  }
}

/** The claims of the new version that were renamed, by the row of the old one. */
function findRenamed(
  old: OldClaims,
  candidates: readonly (PlacedClaim | OtherClaim)[],
): Map<number, PlacedClaim> {
  const hash: Hash64 = { high: 0, low: 0 };
  const byText = new Map<string, { readonly rows: number[]; readonly claims: PlacedClaim[] }>();
  for (const candidate of candidates) {
    if (!isPlacedClaim(candidate)) continue;
    const { high, low } = hashInto(candidate.claim.claim, hash);
    const key = `${high >>> 0} ${low >>> 0}`;
    const same = byText.get(key);
    if (same === undefined) byText.set(key, { rows: [], claims: [candidate] });
    else same.claims.push(candidate);
  }
  if (byText.size === 0) return new Map();
  for (let row = 0; row < old.size; row++) {
    if (!old.wasMet(row)) byText.get(old.textKey(row))?.rows.push(row);
  }
  const renamed = new Map<number, PlacedClaim>();
  for (const { rows, claims } of byText.values()) {
    const [row] = rows;
    const [only] = claims;
    if (row !== undefined && only !== undefined && rows.length === 1 && claims.length === 1) {
      renamed.set(row, only);
      continue;
    }
    const left = [...claims];
    for (const which of rows) {
      const at = left.findIndex((claim) => old.hasContent(which, claim));
      const [same] = at < 0 ? [] : left.splice(at, 1);
      if (same !== undefined) renamed.set(which, same);
    }
  }
  return renamed;
}

function isPlacedClaim(candidate: PlacedClaim | OtherClaim): candidate is PlacedClaim {
  return typeof candidate.claim === 'object';
}

function otherClaim({ claim, split }: PlacedClaim): OtherClaim {
  return { id: claim.id, claim: claim.claim, label: claim.label, split };
}

/** Whether anything changed besides the split that was not compared. */
function isChange({ id: _id, claim: _claim, ...changes }: ClaimChange): boolean {
  return Object.keys(changes).length > 0;
}
