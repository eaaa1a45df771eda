import type { ClaimId } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import { HashTable } from '../../text/hash-table.ts';
import { type Hash64, hashInto, withNumber } from '../../text/hash64.ts';
import { NumberColumn } from '../../text/number-column.ts';
import { ownValue } from '../line-entry.ts';
import type { ClaimEntry, LineEntry } from '../record-entry.ts';
import { hashId, identityOf } from './claim-identity.ts';
import { PlaceTable } from './place-table.ts';

/**
 * What is remembered of the claims that came: hashes and places, less than a hundred bytes each. Shared by the rules, which ask
 * about one claim after another: what one has asked about a claim is not found out again for the next.
 */
export class ClaimTable {
  readonly places = new PlaceTable('id');
  /** Rows by the hash of the id: of the first claim of each. */
  readonly #ids = new HashTable();
  /** Ids in lines that the first two levels refused, of claims without label, and of claims that were dropped. */
  readonly #refusedIds = new HashTable();
  #hasNamelessLines = false;
  /** Rows by the hash of what is claimed: of the first claim of each. */
  readonly #texts = new HashTable();
  /** By row in `#texts`: the position of the label. */
  readonly #labels = new NumberColumn((length) => new Uint8Array(length));
  /** Rows by the hash of what is claimed and the label, of those that have another label than the first. */
  readonly #otherVerdicts = new HashTable();
  readonly #hash: Hash64 = { high: 0, low: 0 };
  #idEntry: ClaimEntry | undefined;
  #firstOfId = 0;
  readonly #textHash: Hash64 = { high: 0, low: 0 };
  #textEntry: ClaimEntry | undefined;
  #firstOfText = 0;
  #firstOfVerdict = 0;

  /** The row of the first claim that has the id of this one: the row of this one itself where none had it before. */
  firstOfId(entry: ClaimEntry): number {
    if (entry !== this.#idEntry) {
      const { high, low } = hashId(entry.claim.id, this.#hash);
      this.#firstOfId = this.#ids.putFirst(high, low, this.places.rowOf(entry));
      this.#idEntry = entry;
    }
    return this.#firstOfId;
  }

  /** The row of the first claim of an id; `undefined` where there is none. */
  find(id: ClaimId): number | undefined {
    const { high, low } = hashId(id, this.#hash);
    const row = this.#ids.get(high, low);
    return row < 0 ? undefined : row;
  }

  /** Takes a line of a claims file that the first two levels refused. */
  addRefused({ json, line }: LineEntry): void {
    const id = ownValue(json, 'id');
    if (typeof id === 'string' || typeof id === 'number') {
      const { high, low } = hashId(id, this.#hash);
      this.#refusedIds.putFirst(high, low, 0);
    } else if (line.text.trim() !== '') this.#hasNamelessLines = true;
  }

  /** Takes a claim that waits for annotators: it is known, and no rule about labels looks at it. */
  addUnlabelled(entry: LineEntry): void {
    this.addRefused(entry);
  }

  /** Takes the id of a claim that was taken out of the dataset: annotations of it are not missing their claim. */
  addDropped(id: ClaimId): void {
    const { high, low } = hashId(id, this.#hash);
    this.#refusedIds.putFirst(high, low, 0);
  }

  /** Whether no claim has an id, and no line that was refused can be the claim. False where there are no claims at all. */
  isUnknown(id: ClaimId): boolean {
    if (this.#ids.size === 0 || this.#hasNamelessLines) return false;
    const { high, low } = hashId(id, this.#hash);
    return this.#ids.get(high, low) < 0 && this.#refusedIds.get(high, low) < 0;
  }

  /**
   * The row of the first claim that says the same as this one with the same label: the row of this one itself where there was none.
   */
  firstOfVerdict(entry: ClaimEntry): number {
    this.#addText(entry);
    return this.#firstOfVerdict;
  }

  /** The row of the first claim that says the same as this one with another label; `undefined` where there is none. */
  firstOfOther(entry: ClaimEntry, label: Label): number | undefined {
    this.#addText(entry);
    if (this.#firstOfText === this.places.rowOf(entry)) return undefined;
    const which = labels.indexOf(label);
    if (this.#labels.get(this.#firstOfText) === which) return this.#firstOfText;
    const { high, low } = this.#textHash;
    const row = this.#otherVerdicts.get(high, withNumber(low, which));
    return row < 0 ? undefined : row;
  }

  #addText(entry: ClaimEntry): void {
    if (entry === this.#textEntry) return;
    this.#textEntry = entry;
    const row = this.places.rowOf(entry);
    const which = labels.indexOf(entry.claim.label);
    const { high, low } = hashInto(identityOf(entry.claim.claim), this.#textHash);
    this.#firstOfText = this.#texts.putFirst(high, low, row);
    if (this.#firstOfText === row) this.#labels.set(row, which);
    this.#firstOfVerdict =
      this.#labels.get(this.#firstOfText) === which
        ? this.#firstOfText
        : this.#otherVerdicts.putFirst(high, withNumber(low, which), row);
  }
}
