import type { Span } from '../../text/span.ts';
import type { CarriedTexts } from '../carried-texts.ts';
import type { CarriedText } from '../format.ts';
import { MarkedEvidence, setOfLabel } from './evidence-labels.ts';
import { type ShownElement, textOfShown } from './shown-elements.ts';

/** Where an element of an article stands in a text. Offsets are UTF-16 code units. */
export interface Segment extends Span {
  readonly id: string;
}

/** Elements one a line behind a beginning, and where each stands. */
export function layOutElements(
  beginning: string,
  elements: readonly ShownElement[],
): { readonly text: string; readonly segments: readonly Segment[] } {
  const segments: Segment[] = [];
  const lines: string[] = [];
  let start = beginning.length;
  for (const { id, text } of elements) {
    segments.push({ id, start, end: start + text.length });
    lines.push(text);
    start += text.length + 1;
  }
  return { text: beginning + lines.join('\n'), segments };
}

/** A span that an annotator marked. Offsets are UTF-16 code units. */
export interface MarkedSpan extends Span {
  readonly label: string;
}

/** A text to be marked. */
export interface MarkedText {
  readonly text: string;
  /** Absent in a record that claimset did not make: then the marked words themselves are the evidence. */
  readonly segments: readonly Segment[] | undefined;
  /** What made ids begin with. */
  readonly title: string;
}

/** What marked spans cite. */
export interface SpanEvidence<Mark extends MarkedSpan> {
  readonly evidence: string[][];
  /** The texts of what is cited. */
  readonly carried: readonly CarriedText[];
  /** Spans that mark no evidence. */
  readonly others: readonly Mark[];
}

/**
 * The evidence that spans mark. A span cites each element of which it covers half or more, and where there is none the one that
 * it covers most of: browsers and servers do not always agree about an offset.
 */
export function evidenceOfSpans<Mark extends MarkedSpan>(
  { text, segments, title }: MarkedText,
  marks: readonly Mark[],
  texts: CarriedTexts,
): SpanEvidence<Mark> {
  const at = segments === undefined ? undefined : new SegmentIndex(segments);
  const marked = new MarkedEvidence(marks.length);
  const carried = new Map<string, string>();
  const others: Mark[] = [];
  for (const mark of marks) {
    const set = setOfLabel(mark.label);
    const words = text.slice(mark.start, mark.end).trim();
    const cited: readonly Segment[] =
      at === undefined
        ? words === ''
          ? []
          : [{ id: texts.idOf(title, words), start: mark.start, end: mark.end }]
        : at.segmentsAt(mark);
    if (set === undefined || cited.length === 0) {
      others.push(mark);
      continue;
    }
    for (const { id, start, end } of cited) {
      if (!marked.add(set, id)) {
        others.push(mark);
        break;
      }
      const shown = segments === undefined ? words : textOfShown(id, text.slice(start, end));
      if (shown !== undefined) carried.set(id, shown);
    }
  }
  return {
    evidence: marked.sets,
    carried: [...carried].map(([id, shown]) => ({ id, text: shown })),
    others,
  };
}

/** How much of a span another one covers. */
export function overlapChars(span: Span, other: Span): number {
  return Math.max(0, Math.min(span.end, other.end) - Math.max(span.start, other.start));
}

/** Segments to be looked up by where they stand: neither many segments nor many marks make each other slow. */
class SegmentIndex {
  readonly #sorted: readonly Segment[];
  /** How far the segments up to a position reach. */
  readonly #ends: readonly number[];

  constructor(segments: readonly Segment[]) {
    this.#sorted = [...segments].sort((a, b) => a.start - b.start);
    let end = 0;
    this.#ends = this.#sorted.map((segment) => {
      end = Math.max(end, segment.end);
      return end;
    });
  }

  /** The segments that a span covers half of, in order; where there is none, the one it covers most of. */
  segmentsAt(span: Span): readonly Segment[] {
    const halves: Segment[] = [];
    let most: Segment | undefined;
    let mostChars = 0;
    for (let at = this.#before(span.end) - 1; at >= 0 && (this.#ends[at] ?? 0) > span.start; at--) {
      const segment = this.#sorted[at];
      const chars = segment === undefined ? 0 : overlapChars(segment, span);
      if (segment === undefined || chars === 0) continue;
      if (chars * 2 >= segment.end - segment.start) halves.push(segment);
      // Of two that are covered alike the first counts: they are met from the last one on.
      if (chars >= mostChars) [most, mostChars] = [segment, chars];
    }
    if (halves.length > 0) return halves.reverse();
    return most === undefined ? [] : [most];
  }

  /** Number of segments that begin before an offset. */
  #before(offset: number): number {
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#sorted[middle]?.start ?? 0) < offset) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
