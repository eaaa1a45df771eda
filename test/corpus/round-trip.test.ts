import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEvidenceId } from '../../src/corpus/evidence-id.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { isMarker, numbersOfKind } from '../../src/corpus/evidence-kind.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { printCorpusFile } from '../../src/corpus/print.ts';
import { decodeLossless } from '../../src/text/decode-utf8.ts';
import { runs } from '../runs.ts';
import { corpusBytes } from './arbitrary-text.ts';

test('any bytes are printed again as they were', () => {
  fc.assert(
    fc.property(corpusBytes, (bytes) => {
      expect(Buffer.compare(printCorpusFile(parseCorpusFile('a.txt', bytes)), bytes)).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test('the spans of any text are in order, without gaps, and slice back', () => {
  fc.assert(
    fc.property(corpusBytes, (bytes) => {
      const { text } = decodeLossless(bytes);
      let at = 0;
      for (const { head, records, foot } of parseCorpusFile('a.txt', bytes).articles) {
        expect(text.startsWith(head, at)).toBe(true);
        at += head.length;
        for (const { raw, rawSpan, text: own, span, id, idSpan, start } of records) {
          expect(rawSpan).toEqual({ start: at, end: idSpan.start });
          expect(text.slice(rawSpan.start, rawSpan.end)).toBe(raw);
          expect(raw.trim()).toBe(own);
          expect(text.slice(span.start, span.end)).toBe(own);
          expect(text.slice(idSpan.start, idSpan.end)).toBe(id);
          expect(start.offset).toBe(span.start);
          at = idSpan.end;
        }
        expect(text.startsWith(foot, at)).toBe(true);
        at += foot.length;
      }
      expect(at).toBe(text.length);
    }),
    { numRuns: runs(4000) },
  );
});

test('every record found is of the grammar, and the index resolves it', () => {
  fc.assert(
    fc.property(corpusBytes, (bytes) => {
      const { articles } = parseCorpusFile('a.txt', bytes);
      const index = new EvidenceIndex(articles);
      for (const { records } of articles) {
        for (const [order, record] of records.entries()) {
          const { id, kind, numbers, title, cell } = record;
          expect(record.order).toBe(order);
          expect(id).toBe([title, kind, ...numbers].join('_'));
          expect(numbers).toHaveLength(numbersOfKind[kind]);
          expect(index.get(id)?.id.normalize('NFC')).toBe(id.normalize('NFC'));
          expect(cell !== undefined).toBe(kind === 'cell' || kind === 'header_cell');
          // A title that ends with `_header` cannot be told from a header cell without the corpus.
          if (!title.endsWith('_header') && !title.endsWith('_table'))
            expect(parseEvidenceId(id)?.title).toBe(title);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('every finding points into the file', () => {
  fc.assert(
    fc.property(corpusBytes, (bytes) => {
      const { text } = decodeLossless(bytes);
      let last = 0;
      for (const { place, message, help, why } of parseCorpusFile('a.txt', bytes).diagnostics) {
        const { span, start, end, lineText } = place;
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(start.offset).toBe(span.start);
        expect(end.offset).toBe(span.end);
        // The last line has no line feed, so that a carriage return at its end is its own.
        const line = text.split(/\r?\n/)[start.line - 1];
        expect(lineText).toBe(line);
        expect([message, help, why].every((words) => words.length > 10)).toBe(true);
        last = span.start;
      }
    }),
    { numRuns: 300 },
  );
});

test('markers have no text in well-formed articles only by their line: what stands before one is kept', () => {
  const { articles } = parseCorpusFile('a.txt', new TextEncoder().encode('T\nlost T_ordered_list_0\n'));
  const [record] = articles[0]?.records ?? [];
  expect(record && isMarker(record.kind) && record.text).toBe('lost');
});
