import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printRun } from '../../../src/retrieve/run/print-run.ts';
import { rankDocuments } from '../../../src/score/retrieval/rank-documents.ts';
import { readRun } from '../../../src/score/retrieval/read-run.ts';
import { splitLines } from '../../../src/text/source-line.ts';
import { runs } from '../../runs.ts';

test('lines of a run', () => {
  const ranked = [
    { id: 'A town_sentence_0', title: 'A town', kind: 'sentence', score: 2.5 },
    { id: 'A town_title', title: 'A town', kind: 'title', score: 2.5 },
    // Another article of the same title.
    { id: 'A town_sentence_0', title: 'A town', kind: 'sentence', score: 1 },
    { id: 'A town_sentence_1', title: 'A town', kind: 'sentence', score: 1 },
  ] as const;
  expect([...printRun('7', ranked, 'bm25')].join('')).toBe(
    '7 Q0 A%20town_sentence_0 1 2.5 bm25\n7 Q0 A%20town 2 2.49999976 bm25\n7 Q0 A%20town_sentence_1 3 1 bm25\n',
  );
});

test('programs that rank by the score rank as it stands', () => {
  const score = fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.constantFrom(0, 1, 1e-45, 17.5, -3),
  );
  fc.assert(
    fc.property(fc.array(score, { maxLength: 20 }), (scores) => {
      const ranked = scores
        .sort((a, b) => b - a)
        .map((value, at) => ({ id: `d${at}`, title: 'A town', kind: 'sentence' as const, score: value }));
      const text = [...printRun('q', ranked, 't')].join('');
      const [read] = readRun(splitLines('run', text), (diagnostic) => expect(diagnostic).toBeUndefined());
      const documents = ((read?.json as { ranking?: [string, number][] } | undefined)?.ranking ?? []).map(
        ([document, value]) => ({ document, score: Math.fround(value) }),
      );
      rankDocuments(documents);
      expect(documents.map(({ document }) => document)).toEqual(ranked.map(({ id }) => id));
    }),
    { numRuns: runs(500) },
  );
});
