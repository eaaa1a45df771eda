import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { kindOfRecord } from '../../claims/standing-records.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ClaimWork, EventOf } from './work.ts';

/** Records of one kind about one claim, by annotator, in the order in which each made them. */
class Stacks<Kind extends JournalRecord> {
  readonly #byAnnotator = new Map<string, Kind[]>();

  push(annotator: string, record: Kind): void {
    const stack = this.#byAnnotator.get(annotator);
    if (stack === undefined) this.#byAnnotator.set(annotator, [record]);
    else stack.push(record);
  }

  /** Takes back the last one that is of a kind. */
  withdraw(annotator: string, kind: string): void {
    const stack = this.#byAnnotator.get(annotator) ?? [];
    const at = stack.findLastIndex((record) => kindOfRecord(record) === kind);
    if (at >= 0) stack.splice(at, 1);
  }

  /** By annotator in code unit order of the names, each one's in order. */
  *records(): Generator<Kind> {
    for (const [, stack] of this.#sorted()) yield* stack;
  }

  /** What each annotator made last, in code unit order of the names. */
  *last(): Generator<readonly [annotator: string, record: Kind]> {
    for (const [annotator, stack] of this.#sorted()) {
      const record = stack.at(-1);
      if (record !== undefined) yield [annotator, record];
    }
  }

  #sorted(): [string, Kind[]][] {
    return [...this.#byAnnotator].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** All that was done about one claim and not withdrawn, from which follows what stands. */
export class ClaimHistory {
  readonly #id: ClaimId;
  /** Answers and skips together: of an annotator the last of both stands. */
  readonly #acts = new Stacks<Annotation | EventOf<'skip'>>();
  readonly #adjudications = new Stacks<Annotation>();
  readonly #flags = new Stacks<EventOf<'flag'>>();
  readonly #sendBacks = new Stacks<EventOf<'send-back'>>();
  readonly #drops = new Stacks<EventOf<'drop'>>();
  readonly #writes = new Stacks<EventOf<'write'>>();
  readonly #verdicts = new Stacks<EventOf<'verdict'>>();

  constructor(id: ClaimId) {
    this.#id = id;
  }

  add(record: JournalRecord): void {
    const annotator = toNfc(record.annotator);
    if (isAnswer(record)) {
      (record.adjudication === true ? this.#adjudications : this.#acts).push(annotator, record);
      return;
    }
    switch (record.event) {
      case 'withdraw':
        this.#stacksOf(record.what).withdraw(annotator, record.what);
        return;
      case 'skip':
        this.#acts.push(annotator, record);
        return;
      case 'flag':
        this.#flags.push(annotator, record);
        return;
      case 'send-back':
        this.#sendBacks.push(annotator, record);
        return;
      case 'drop':
        this.#drops.push(annotator, record);
        return;
      case 'write':
        this.#writes.push(annotator, record);
        return;
      case 'verdict':
        this.#verdicts.push(annotator, record);
    }
  }

  /** What stands. */
  work(): ClaimWork {
    const answers = new Map<string, Annotation>();
    const skips = new Map<string, EventOf<'skip'>>();
    for (const [annotator, act] of this.#acts.last()) {
      if (isAnswer(act)) answers.set(annotator, act);
      else skips.set(annotator, act);
    }
    const adjudication = latest(this.#adjudications.records());
    const verdicts = [...this.#verdicts.last()].filter(
      ([, verdict]) => adjudication !== undefined && isAfter(verdict, adjudication),
    );
    return {
      id: this.#id,
      answers,
      skips,
      flags: new Map(this.#flags.last()),
      sentBack: this.#sentBack((annotator) => [answers.get(annotator), skips.get(annotator), adjudication]),
      adjudication,
      dropped: latest(this.#drops.records()),
      written: latest(this.#writes.records()),
      verdicts: new Map(verdicts),
    };
  }

  /** The latest send-back for each annotator that nothing has settled. */
  #sentBack(settledBy: (annotator: string) => readonly (JournalRecord | undefined)[]) {
    const open = new Map<string, EventOf<'send-back'>>();
    for (const record of this.#sendBacks.records()) {
      for (const annotator of new Set(record.to.map(toNfc))) {
        const before = open.get(annotator);
        if (before === undefined || !isAfter(before, record)) open.set(annotator, record);
      }
    }
    const outstanding = [...open].filter(([annotator, sendBack]) =>
      settledBy(annotator).every((record) => record === undefined || !isAfter(record, sendBack)),
    );
    return new Map(outstanding.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #stacksOf(what: EventOf<'withdraw'>['what']): { withdraw(annotator: string, kind: string): void } {
    switch (what) {
      case 'annotation':
      case 'skip':
        return this.#acts;
      case 'adjudication':
        return this.#adjudications;
      case 'flag':
        return this.#flags;
      case 'send-back':
        return this.#sendBacks;
      case 'drop':
        return this.#drops;
      case 'write':
        return this.#writes;
      case 'verdict':
        return this.#verdicts;
    }
  }
}

function isAnswer(record: JournalRecord): record is Annotation {
  return !Object.hasOwn(record, 'event');
}

/** The one with the latest time; of several at the same time the last. */
function latest<Kind extends JournalRecord>(records: Iterable<Kind>): Kind | undefined {
  let found: Kind | undefined;
  for (const record of records) if (found === undefined || !isAfter(found, record)) found = record;
  return found;
}

function isAfter(record: Pick<JournalRecord, 'at'>, other: Pick<JournalRecord, 'at'>): boolean {
  return Date.parse(record.at) > Date.parse(other.at);
}
