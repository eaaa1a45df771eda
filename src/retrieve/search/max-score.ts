import { firstFrom } from '../index/first-from.ts';
import { longLength, Saturation } from '../index/saturation.ts';
import { manyTimes, type TextIndex } from '../index/text-index.ts';
import type { Weighting } from '../weighting/weighting.ts';
import { BestDocuments } from './best-documents.ts';
import type { Found, TermSearch } from './found.ts';
import { type QueryTerm, queryTermsOf } from './query-terms.ts';
import { rounded } from './rounded.ts';

/** Documents that are scored together: as many as fit in the processor's nearest memory. */
const windowSize = 4096;

/** A term while it is searched for. */
interface Cursor {
  readonly weight: number;
  /** The most that it adds to a score, not below 0. */
  readonly most: number;
  /** Its next posting. */
  at: number;
  end: number;
  readonly last: number;
}

/**
 * Finds the best documents without scoring all: terms that together cannot lift a document over the worst of the best so far are looked up only for documents that
 * have another term of the query (Turtle and Flood 1995, MaxScore). What is left is scored term by term for some thousand documents at a time.
 *
 * The result is that of {@link searchExhaustively}, to the last bit. Can be used again and again, not by two searches at once.
 */
export class MaxScore {
  readonly #index: TextIndex;
  readonly #weighting: Weighting;
  readonly #saturation: Saturation;
  /** By term; of another weighting than the index was made with they are found when a term is first looked for. */
  readonly #peaks: Float64Array;
  /** By document of the window; all 0 between windows. */
  readonly #scores = new Float64Array(windowSize);
  /** A bit for each document of the window that was met. */
  readonly #met = new Int32Array(windowSize / 32);

  /** @param weighting The one of the index's settings, unless `isOwn` is false. */
  constructor(index: TextIndex, weighting: Weighting, isOwn = true) {
    this.#index = index;
    this.#weighting = weighting;
    this.#saturation = new Saturation(index, weighting);
    this.#peaks = isOwn ? index.columns.peaks : new Float64Array(index.columns.peaks.length).fill(-1);
  }

  search({ terms, count, ranges = [[0, this.#index.size]], accepts }: TermSearch): Found[] {
    const cursors = queryTermsOf(this.#index, this.#weighting, terms)
      .map((term) => this.#cursorOf(term))
      .sort((a, b) => a.most - b.most);
    const best = new BestDocuments(count);
    for (const [from, to] of ranges) this.#searchRange(cursors, from, to, best, accepts);
    return best.ranked();
  }

  #cursorOf({ term, weight }: QueryTerm): Cursor {
    const { offsets } = this.#index.columns;
    const [from, to] = [offsets[term] as number, offsets[term + 1] as number];
    if ((this.#peaks[term] as number) < 0) this.#peaks[term] = this.#saturation.peak(from, to);
    const most = Math.max(0, rounded(weight * (this.#peaks[term] as number)));
    return { weight, most, at: from, end: to, last: to };
  }

  /** Cursors stand in ascending order of what they add at most. */
  #searchRange(
    cursors: readonly Cursor[],
    from: number,
    to: number,
    best: BestDocuments,
    accepts: ((document: number) => boolean) | undefined,
  ): void {
    const { documents } = this.#index.columns;
    /** What the terms up to each add together at most. */
    const most: number[] = [];
    for (const cursor of cursors) {
      cursor.at = firstFrom(documents, cursor.at, cursor.last, from);
      cursor.end = to >= this.#index.size ? cursor.last : firstFrom(documents, cursor.at, cursor.last, to);
      most.push((most.at(-1) ?? 0) + cursor.most);
    }
    for (let needed = 0; ; ) {
      while (needed < cursors.length && (most[needed] as number) <= best.least) needed += 1;
      let start = to;
      for (let which = needed; which < cursors.length; which++) {
        const { at, end } = cursors[which] as Cursor;
        if (at < end && (documents[at] as number) < start) start = documents[at] as number;
      }
      if (start >= to) return;
      for (let which = needed; which < cursors.length; which++)
        this.#scoreWindow(cursors[which] as Cursor, start);
      this.#takeBest(cursors, needed, most, start, best, accepts);
    }
  }

  /** Adds what a term gives to the documents of the window that begins at `start`. */
  #scoreWindow(cursor: Cursor, start: number): void {
    const { documents, counts, lengths } = this.#index.columns;
    const { norms, logarithms, shortLengths } = this.#saturation;
    const { weight, end } = cursor;
    const [scores, met] = [this.#scores, this.#met];
    let at = cursor.at;
    for (; at < end; at++) {
      const document = documents[at] as number;
      const place = document - start;
      if (place >= windowSize) break;
      const count = counts[at] as number;
      const short = shortLengths[document] as number;
      const length = short === longLength ? (lengths[document] as number) : short;
      const value =
        count === manyTimes
          ? this.#saturation.of(at)
          : norms === undefined
            ? (logarithms[count] as number)
            : count / (count + (norms[length] as number));
      (scores[place] as number) += rounded(weight * value);
      (met[place >>> 5] as number) |= 1 << (place & 31);
    }
    cursor.at = at;
  }

  /** Offers the documents of the window that may be good enough, and empties it. */
  #takeBest(
    cursors: readonly Cursor[],
    needed: number,
    most: readonly number[],
    start: number,
    best: BestDocuments,
    accepts: ((document: number) => boolean) | undefined,
  ): void {
    const { documents } = this.#index.columns;
    const [scores, met] = [this.#scores, this.#met];
    const mostOfRest = needed === 0 ? 0 : (most[needed - 1] as number);
    for (let group = 0; group < met.length; group++) {
      let bits = met[group] as number;
      if (bits === 0) continue;
      met[group] = 0;
      for (; bits !== 0; bits &= bits - 1) {
        const place = (group << 5) + 31 - Math.clz32(bits & -bits);
        let score = scores[place] as number;
        scores[place] = 0;
        if (score + mostOfRest <= best.least) continue;
        const document = start + place;
        let which = needed - 1;
        for (; which >= 0 && score + (most[which] as number) > best.least; which--) {
          const cursor = cursors[which] as Cursor;
          const at = firstFrom(documents, cursor.at, cursor.end, document);
          cursor.at = at;
          if (at < cursor.end && documents[at] === document)
            score += rounded(cursor.weight * this.#saturation.of(at));
        }
        if (which < 0 && score > best.least && (accepts === undefined || accepts(document)))
          best.offer(document, score);
      }
    }
  }
}
