import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { CarriedTexts } from '../../../src/formats/carried-texts.ts';
import { evidenceOfSpans, overlapChars, type Segment } from '../../../src/formats/tools/marked-text.ts';

function cited(segments: readonly Segment[], start: number, end: number): readonly string[] {
  const marks = [{ start, end, label: 'evidence 1' }];
  const texts = new CarriedTexts(new EvidenceIndex([]));
  const { evidence } = evidenceOfSpans({ text: 'x'.repeat(100), segments, title: 'T' }, marks, texts);
  return evidence[0] ?? [];
}

const offset = fc.integer({ min: 0, max: 60 });
const segmentsOf = fc.array(fc.tuple(offset, offset), { maxLength: 8 }).map((pairs) =>
  pairs
    .map(
      ([a, b], which): Segment => ({
        id: `T_sentence_${which}`,
        start: Math.min(a, b),
        end: Math.max(a, b),
      }),
    )
    .sort((a, b) => a.start - b.start),
);

test('a span cites what it covers half of, else what it covers most of', () => {
  fc.assert(
    fc.property(segmentsOf, offset, offset, (segments, a, b) => {
      const span = { start: Math.min(a, b), end: Math.max(a, b) };
      const met = segments.filter((segment) => overlapChars(segment, span) > 0);
      const halves = met.filter((segment) => overlapChars(segment, span) * 2 >= segment.end - segment.start);
      const most = Math.max(0, ...met.map((segment) => overlapChars(segment, span)));
      const best = met.filter((segment) => overlapChars(segment, span) === most).slice(0, 1);
      const expected = halves.length > 0 ? halves : best;
      expect(cited(segments, span.start, span.end)).toEqual(expected.map(({ id }) => id));
    }),
  );
});

test('very many segments that lie on each other are no stack of arguments', () => {
  const segments = Array.from({ length: 200_000 }, (_, which) => ({
    id: `T_sentence_${which}`,
    start: 0,
    end: 90,
  }));
  expect(cited(segments, 0, 1)).toEqual(['T_sentence_0']);
});

test('the ten thousandth set is one like others', () => {
  const marks = [{ start: 0, end: 4, label: 'evidence 12345' }];
  const segments = [{ id: 'T_sentence_0', start: 0, end: 4 }];
  const texts = new CarriedTexts(new EvidenceIndex([]));
  expect(evidenceOfSpans({ text: 'Text', segments, title: 'T' }, marks, texts).evidence).toEqual([
    ['T_sentence_0'],
  ]);
});
