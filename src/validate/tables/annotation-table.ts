import { labelSourceOf } from '../../claims/aggregation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { JournalEvent } from '../../claims/journal-event.ts';
import { type Label, labels } from '../../claims/label.ts';
import { invariant } from '../../errors.ts';
import { HashTable } from '../../text/hash-table.ts';
import type { Hash64 } from '../../text/hash64.ts';
import { toNfc } from '../../text/normalise.ts';
import { createUint32Column, NumberColumn } from '../../text/number-column.ts';
import type { AnnotationEntry, ClaimEntry } from '../record-entry.ts';
import { hashId } from './claim-identity.ts';
import type { ClaimTable } from './claim-table.ts';
import { PlaceTable } from './place-table.ts';

/** What one annotator said of a claim. */
export interface AnnotationRow {
  readonly annotator: string;
  readonly label: Label;
  /** In {@link AnnotationTable.places}. */
  readonly row: number;
}

/** A claim with all that was said of it. */
export interface AnnotatedClaim {
  /** As the annotation of the first annotator spells it. */
  readonly id: ClaimId;
  /** The claim itself, if it passed levels 1 to 3. */
  readonly gold: GoldRow | undefined;
  /** One for each annotator, in the order in which they came first; those that adjudicate are not among them. */
  readonly annotations: readonly AnnotationRow[];
  /** What was decided in the end: of several adjudications the latest. */
  readonly adjudication: AnnotationRow | undefined;
}

/** The label of a claim. */
export interface GoldRow {
  readonly label: Label;
  /** Whether the claim says that a model of annotators decided it, which may go against most of them. */
  readonly isModelled: boolean;
  /** In {@link ClaimTable.places}, with the place of its `label`. */
  readonly row: number;
}

interface Adjudication {
  readonly standing: AnnotationRow;
  readonly time: number;
}

/** An answer, or a skip that replaces one. */
interface Said {
  readonly label: number;
  /** Of the answer; of a skip that of the answer before. */
  readonly row: number;
}

/** More than the number of any label. */
const modelled = 16;
/** Stand for the label of who skipped the claim after all, and of who took back all that was said. */
const skipped = 254;
const nothing = 255;

/**
 * Which annotator said what of which claim: of several records by one annotator for one claim the last one stands. Some 60 bytes an
 * annotation, and 5 a claim.
 */
export class AnnotationTable {
  /** Of the annotations: of the claim they name, and of their `label`. */
  readonly places = new PlaceTable('claim');
  readonly #claims: ClaimTable;
  /** By row of the claim: the position of its label plus one, and {@link modelled} where a model decided it; 0 where it was not taken. */
  readonly #golds = new NumberColumn((length) => new Uint8Array(length));
  readonly #annotators: string[] = [];
  readonly #annotatorNumbers = new Map<string, number>();
  /** Numbers of the claims that were annotated, by the hash of their id. */
  readonly #numbers = new HashTable();
  /** By number of the claim: what the first and the last annotator said of it, plus one. */
  readonly #first = createUint32Column();
  readonly #last = createUint32Column();
  /** What stands, by number of the claim and of the annotator. */
  readonly #standing = new HashTable();
  /** Of what stands: annotator, label, row, and what the next annotator of the same claim said, plus one. */
  readonly #annotator = createUint32Column();
  readonly #label = new NumberColumn((length) => new Uint8Array(length));
  readonly #row = createUint32Column();
  readonly #next = createUint32Column();
  /** By number of the claim, in the order in which they came. */
  readonly #adjudications = new Map<number, Adjudication[]>();
  /** What an annotator said of a claim before, by the number of what stands; few are, and they only count where the last one is withdrawn. */
  readonly #earlier = new Map<number, Said[]>();
  /** Who has dropped a claim, by its id: once for each time. */
  readonly #drops = new Map<string, string[]>();
  readonly #hash: Hash64 = { high: 0, low: 0 };

  constructor(claims: ClaimTable) {
    this.#claims = claims;
  }

  /** Takes a claim that passed levels 1 to 3. Of two with one id the first stands. */
  addClaim(entry: ClaimEntry): void {
    const row = this.#claims.places.rowOf(entry);
    if (this.#claims.firstOfId(entry) !== row) return;
    this.#claims.places.remember(entry, 'label');
    const source = labelSourceOf(entry.claim);
    const isModelled = source === 'dawid-skene' || source === 'mace';
    this.#golds.set(row, labels.indexOf(entry.claim.label) + 1 + (isModelled ? modelled : 0));
  }

  /** Takes an annotation that passed levels 1 to 3. */
  addAnnotation(entry: AnnotationEntry): void {
    const { annotation } = entry;
    const annotator = toNfc(annotation.annotator);
    const row = this.places.remember(entry, 'label');
    const { high, low } = hashId(annotation.claim, this.#hash);
    const number = this.#numbers.putFirst(high, low, this.#numbers.size);
    if (annotation.adjudication === true) {
      const standing = { annotator, label: annotation.label, row };
      const own = this.#adjudications.get(number) ?? [];
      this.#adjudications.set(number, [...own, { standing, time: Date.parse(annotation.at) }]);
      return;
    }
    const before = this.#standing.size;
    const which = this.#standing.putFirst(number, this.#annotatorNumber(annotator), before);
    if (which === before) {
      this.#append(number, which, annotator);
      this.#label.set(which, nothing);
    }
    this.#say(which, { label: labels.indexOf(annotation.label), row });
  }

  /** Takes an event of a journal: by `standingAnswers`, a skip, a withdrawal and a drop change what stands of the answers. */
  addEvent(event: JournalEvent): void {
    const kind = event.event === 'withdraw' ? event.what : event.event;
    const isWithdrawal = event.event === 'withdraw';
    const annotator = toNfc(event.annotator);
    if (kind === 'drop') {
      if (!isWithdrawal) this.#claims.addDropped(event.claim);
      this.#drop(event.claim, annotator, isWithdrawal);
      return;
    }
    const { high, low } = hashId(event.claim, this.#hash);
    const number = this.#numbers.get(high, low);
    if (number < 0) return;
    if (kind === 'adjudication') {
      const own = this.#adjudications.get(number) ?? [];
      const last = own.findLastIndex(({ standing }) => standing.annotator === annotator);
      this.#adjudications.set(
        number,
        own.filter((_, at) => at !== last),
      );
      return;
    }
    if (kind !== 'annotation' && kind !== 'skip') return;
    const which = this.#standing.get(number, this.#annotatorNumber(annotator));
    // A skip that no answer came before replaces none.
    if (which < 0) return;
    if (isWithdrawal) this.#takeBack(which, kind === 'skip');
    else this.#say(which, { label: skipped, row: this.#row.get(which) });
  }

  /** Lets an answer or a skip stand, and keeps what stood before. */
  #say(which: number, { label, row }: Said): void {
    const before = this.#label.get(which);
    if (before !== nothing) {
      const own = this.#earlier.get(which);
      const earlier = { label: before, row: this.#row.get(which) };
      if (own === undefined) this.#earlier.set(which, [earlier]);
      else own.push(earlier);
    }
    this.#label.set(which, label);
    this.#row.set(which, row);
  }

  /** Takes back the last answer, or the last skip: what was said before stands again. */
  #takeBack(which: number, isSkip: boolean): void {
    const isMeant = (label: number) => label !== nothing && (label === skipped) === isSkip;
    const earlier = this.#earlier.get(which) ?? [];
    if (!isMeant(this.#label.get(which))) {
      const at = earlier.findLastIndex(({ label }) => isMeant(label));
      if (at >= 0) earlier.splice(at, 1);
      return;
    }
    const { label, row } = earlier.pop() ?? { label: nothing, row: this.#row.get(which) };
    this.#label.set(which, label);
    this.#row.set(which, row);
  }

  #drop(claim: ClaimId, annotator: string, isWithdrawal: boolean): void {
    const key = claimIdKey(claim);
    const own = this.#drops.get(key) ?? [];
    this.#drops.set(key, own);
    const last = own.lastIndexOf(annotator);
    if (!isWithdrawal) own.push(annotator);
    else if (last >= 0) own.splice(last, 1);
  }

  /** The claims that were annotated and not dropped, in the order of their first annotation. */
  *[Symbol.iterator](): Generator<AnnotatedClaim> {
    for (let number = 0; number < this.#numbers.size; number++) {
      const adjudication = this.#latest(number)?.standing;
      const annotations: AnnotationRow[] = [];
      for (let next = this.#first.get(number); next > 0; next = this.#next.get(next - 1)) {
        if (this.#label.get(next - 1) < skipped) annotations.push(this.#standingRow(next - 1));
      }
      const [first = adjudication] = annotations;
      // All that was said of it was taken back.
      if (first === undefined) continue;
      const id = this.places.idOf(first.row);
      if ((this.#drops.get(claimIdKey(id))?.length ?? 0) > 0) continue;
      yield { id, gold: this.#goldOf(id), annotations, adjudication };
    }
  }

  /** Of several adjudications the one with the latest time; of those with the same time the last. */
  #latest(number: number): Adjudication | undefined {
    return this.#adjudications
      .get(number)
      ?.reduce<Adjudication | undefined>(
        (latest, other) => (latest !== undefined && latest.time > other.time ? latest : other),
        undefined,
      );
  }

  #goldOf(id: ClaimId): GoldRow | undefined {
    const row = this.#claims.find(id);
    if (row === undefined) return undefined;
    const gold = this.#golds.get(row);
    const isModelled = gold >= modelled;
    const label = labels[gold - 1 - (isModelled ? modelled : 0)];
    return label === undefined ? undefined : { label, isModelled, row };
  }

  #standingRow(which: number): AnnotationRow {
    const annotator = this.#annotators[this.#annotator.get(which)];
    const label = labels[this.#label.get(which)];
    invariant(annotator !== undefined && label !== undefined, `annotation ${which} is not there`);
    return { annotator, label, row: this.#row.get(which) };
  }

  #annotatorNumber(annotator: string): number {
    let number = this.#annotatorNumbers.get(annotator);
    if (number === undefined) {
      number = this.#annotators.push(annotator) - 1;
      this.#annotatorNumbers.set(annotator, number);
    }
    return number;
  }

  /** Puts what an annotator says for the first time behind what others said of the same claim. */
  #append(number: number, which: number, annotator: string): void {
    this.#annotator.set(which, this.#annotatorNumber(annotator));
    const last = this.#last.get(number);
    if (last === 0) this.#first.set(number, which + 1);
    else this.#next.set(last - 1, which + 1);
    this.#last.set(number, which + 1);
  }
}
