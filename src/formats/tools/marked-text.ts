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
  const marked = new MarkedEvidence();
  const carried = new Map<string, string>();
  const others: Mark[] = [];
  for (const mark of marks) {
    const set = setOfLabel(mark.label);
    const words = text.slice(mark.start, mark.end).trim();
    const cited: readonly Segment[] =
      segments === undefined
        ? words === ''
          ? []
          : [{ id: texts.idOf(title, words), start: mark.start, end: mark.end }]
        : segmentsAt(segments, mark);
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

function segmentsAt(segments: readonly Segment[], span: Span): readonly Segment[] {
  const met = segments.filter((segment) => overlapChars(segment, span) > 0);
  const halves = met.filter((segment) => overlapChars(segment, span) * 2 >= segment.end - segment.start);
  if (halves.length > 0) return halves;
  const most = Math.max(...met.map((segment) => overlapChars(segment, span)));
  return met.filter((segment) => overlapChars(segment, span) === most).slice(0, 1);
}
