import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import { measureEvidenceCoverage } from '../../../src/stats/artefacts/evidence-coverage.ts';

const text = `A

From Wikipedia for FEVERv2

One is a number. A_sentence_0

Two is a number. A_sentence_1

Numbers A_section_0

Three comes next. A_sentence_2

More numbers A_section_1

Four comes last. A_sentence_3

See also A_section_2
`;
const { articles } = parseCorpusFile('a.txt', new TextEncoder().encode(text));
const claim = (label: string | undefined, ...evidence: string[][]) => ({
  evidence,
  ...(label !== undefined && { label }),
});

describe('evidence coverage', () => {
  test('counts claims by label for each record and section, each claim once', () => {
    const coverage = measureEvidenceCoverage(articles, [
      claim('REFUTES', ['A_sentence_0', 'A_sentence_1'], ['A_sentence_0']),
      claim('SUPPORTS', ['A_sentence_0'], ['A_sentence_2']),
      claim('SUPPORTS', ['A_sentence_2', 'A_section_0', 'B_sentence_0']),
      claim('NOT ENOUGH INFO'),
      claim(undefined, ['A_sentence_3']),
    ]);
    const {
      articles: [article],
      ...all
    } = coverage;
    expect(all).toEqual({
      labels: ['SUPPORTS', 'REFUTES'],
      claims: 3,
      unlabelled: 1,
      unresolved: 1,
      citable: 4,
      cited: 3,
      sections: 3,
      covered: 2,
    });
    expect(article).toEqual({
      title: 'A',
      citable: 4,
      cited: 3,
      covered: 2,
      sections: [
        {
          heading: null,
          cited: 2,
          claims: [1, 1],
          records: [
            { id: 'A_sentence_0', kind: 'sentence', claims: [1, 1] },
            { id: 'A_sentence_1', kind: 'sentence', claims: [0, 1] },
          ],
        },
        {
          heading: { id: 'A_section_0', text: 'Numbers' },
          cited: 1,
          claims: [2, 0],
          records: [{ id: 'A_sentence_2', kind: 'sentence', claims: [2, 0] }],
        },
        {
          heading: { id: 'A_section_1', text: 'More numbers' },
          cited: 0,
          claims: [0, 0],
          records: [{ id: 'A_sentence_3', kind: 'sentence', claims: [0, 0] }],
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(coverage))).toEqual(coverage);
  });

  test('is nothing without claims and without articles', () => {
    expect(measureEvidenceCoverage(articles, [])).toMatchObject({
      claims: 0,
      cited: 0,
      covered: 0,
      labels: [],
    });
    expect(measureEvidenceCoverage([], [claim('SUPPORTS', ['A_sentence_0'])])).toMatchObject({
      claims: 1,
      unresolved: 1,
      citable: 0,
      articles: [],
    });
  });

  test('what is cited is citable, and adds up', () => {
    const id = fc.constantFrom(
      'A_sentence_0',
      'A_sentence_1',
      'A_sentence_2',
      'A_sentence_3',
      'A_section_0',
      'nothing',
    );
    const sets = fc.array(fc.array(id, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
    const label = fc.constantFrom('SUPPORTS', 'REFUTES', 'other');
    fc.assert(
      fc.property(fc.array(fc.record({ label, evidence: sets }), { maxLength: 12 }), (claims) => {
        const coverage = measureEvidenceCoverage(articles, claims);
        expect(coverage.cited).toBeLessThanOrEqual(coverage.citable);
        for (const { sections } of coverage.articles) {
          for (const section of sections) {
            const cited = section.records.filter(({ claims: counts }) => counts.some((count) => count > 0));
            expect(section.cited).toBe(cited.length);
            for (const [at, count] of section.claims.entries()) {
              const each = section.records.map((record) => record.claims[at] ?? 0);
              expect(count).toBeGreaterThanOrEqual(Math.max(...each));
              expect(count).toBeLessThanOrEqual(each.reduce((sum, one) => sum + one, 0));
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
