import type { Place } from '../diagnostic/diagnostic.ts';
import type { Article, EvidenceRecord } from './article.ts';

/** The place of an element's text in the article's file. Takes time in proportion to the article. */
export function placeOfRecord({ file, head, records, foot }: Article, record: EvidenceRecord): Place {
  const text = head + records.map(({ raw, id }) => raw + id).join('') + foot;
  // Offsets count in the file, which can hold articles before this one.
  const offset = (records[0]?.rawSpan.start ?? head.length) - head.length;
  const lineStart = record.span.start - (record.start.column - 1);
  const lineEnd = text.indexOf('\n', record.span.start - offset);
  const line = text.slice(lineStart - offset, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  const end = Math.min(record.span.end, lineStart + line.length);
  return {
    file,
    span: { start: record.span.start, end },
    start: record.start,
    end: { line: record.start.line, column: end - lineStart + 1, offset: end },
    lineText: line,
  };
}
