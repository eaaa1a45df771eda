import type { ClaimId } from '../../claims/claim.ts';
import { words } from '../../text/words.ts';

/** A claim as it is compared with others. */
export interface ComparedClaim {
  readonly id: ClaimId;
  readonly claim: string;
}

/** A claim that says nearly the same as a text. */
export interface NearClaim extends ComparedClaim {
  /** Jaccard of the two sets of words, above 0 and up to 1. */
  readonly similarity: number;
}

/** A claim that is held, with what it has in common with the text in hand. */
interface HeldClaim {
  readonly claim: ComparedClaim;
  /** How many were added before. */
  readonly number: number;
  /** Different words. */
  readonly size: number;
  /** Words that it shares with the text; 0 between questions. */
  shared: number;
}

/**
 * Claims by their words, for asking again and again which of them say nearly the same as a text. Time follows the number of claims that
 * have the text's words.
 */
export class NearClaims {
  readonly #held = new Map<ComparedClaim, HeldClaim>();
  /** The claims that have a word, in the order in which they were added. */
  readonly #holders = new Map<string, Set<HeldClaim>>();
  #added = 0;

  add(claim: ComparedClaim): void {
    if (this.#held.has(claim)) return;
    const own = new Set(words(claim.claim));
    const held = { claim, number: this.#added++, size: own.size, shared: 0 };
    this.#held.set(claim, held);
    for (const word of own) {
      const holders = this.#holders.get(word);
      if (holders === undefined) this.#holders.set(word, new Set([held]));
      else holders.add(held);
    }
  }

  /** Takes out a claim that was added: the same object. */
  delete(claim: ComparedClaim): void {
    const held = this.#held.get(claim);
    if (held === undefined) return;
    this.#held.delete(claim);
    for (const word of new Set(words(claim.claim))) this.#holders.get(word)?.delete(held);
  }

  /** At most `count` claims that have at least this similarity with a text, the nearest first; of equal ones that which was added first. */
  find(text: string, least: number, count: number): NearClaim[] {
    const own = new Set(words(text));
    const met: HeldClaim[] = [];
    for (const word of own) {
      for (const held of this.#holders.get(word) ?? []) {
        if (held.shared === 0) met.push(held);
        held.shared += 1;
      }
    }
    const near: { readonly held: HeldClaim; readonly similarity: number }[] = [];
    for (const held of met) {
      const similarity = held.shared / (own.size + held.size - held.shared);
      held.shared = 0;
      if (similarity >= least) near.push({ held, similarity });
    }
    return near
      .sort((a, b) => b.similarity - a.similarity || a.held.number - b.held.number)
      .slice(0, count)
      .map(({ held: { claim }, similarity }) => ({ id: claim.id, claim: claim.claim, similarity }));
  }
}
