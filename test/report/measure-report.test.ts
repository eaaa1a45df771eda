import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/claims/default-config.ts';
import type { GroupKind } from '../../src/claims/group-kind.ts';
import { measureReport } from '../../src/report/measure-report.ts';
import { json } from '../../src/report/print/json.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { coverage } from '../../src/report/sections/coverage.ts';
import { sections } from '../../src/report/sections/index.ts';
import { labels } from '../../src/report/sections/labels.ts';
import { overview } from '../../src/report/sections/overview.ts';
import { splits } from '../../src/report/sections/splits.ts';
import { splitsFingerprint } from '../../src/report/splits-fingerprint.ts';
import type { PlacedClaim } from '../../src/stats/claim-change.ts';
import { printSection } from './print-section.ts';
import { emptyInput, exampleInput } from './report-input.ts';

const claim = (id: number, label: string, change: object = {}): PlacedClaim => ({
  claim: { id, claim: `Claim number ${id} of many.`, label, evidence: [], ...change },
  split: id % 2 === 0 ? 'train' : 'dev',
});

/** What a section says of claims. */
const measured = (section: (typeof sections)[number], input: Partial<ReportInput>): object =>
  section.measure(emptyInput(input)).data;

describe('sections', () => {
  test('have ids in kebab-case, each once, and titles', () => {
    const ids = sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title } of sections) expect(`${id} ${title}`).toMatch(/^[a-z]+(-[a-z]+)* [A-Z]/);
  });

  test('measure plain data: JSON loses nothing of it', () => {
    const report = measureReport(exampleInput());
    const { sections: printed } = JSON.parse(json.print(report));
    expect(printed).toStrictEqual(Object.fromEntries(report.sections.map(({ id, data }) => [id, data])));
  });
});

describe('overview', () => {
  test('counts', () => {
    const claims = [
      claim(1, 'SUPPORTS', { evidence: [['A_sentence_0'], ['A_sentence_1', 'B_cell_0_1_2']] }),
      claim(2, 'SUPPORTS', { evidence: [['A_sentence_0']] }),
      claim(3, 'REFUTES'),
      claim(4, 'DISPUTED'),
    ];
    expect(measured(overview, { claims })).toEqual({
      claims: 4,
      leftOut: 0,
      labels: [
        { label: 'SUPPORTS', claims: 2 },
        { label: 'REFUTES', claims: 1 },
        { label: 'DISPUTED', claims: 1 },
      ],
      majority: { label: 'SUPPORTS', share: 0.5 },
      splits: [
        { split: 'dev', claims: 2 },
        { split: 'train', claims: 2 },
      ],
      withoutSplit: 0,
      articles: { given: 0, cited: 2 },
      evidence: { ids: 3, sets: 3, claims: 2 },
      annotations: 0,
      annotators: 0,
    });
  });
});

test('claims that are left out are told of', () => {
  const claims = [claim(1, 'SUPPORTS')];
  expect(printSection(overview, { claims, leftOut: 2 })).toContain(
    '> **Note.** 2 more claims could not be read',
  );
  expect(printSection(overview, { claims })).not.toContain('Note');
});

test('what divides no claims is not drawn', () => {
  const claims = [1, 2].map((id) => ({ ...claim(id, 'SUPPORTS', { challenge: 'Other' }), split: undefined }));
  expect(printSection(labels, { claims })).toMatch(/^Nothing divides the claims.*$/);
});

describe('splits', () => {
  const evidence = [['A_sentence_0']];

  test('leaks, shares and groups are counted', () => {
    const claims = [
      claim(1, 'SUPPORTS', { evidence }),
      claim(2, 'REFUTES', { evidence }),
      claim(3, 'SUPPORTS', { claim: 'It rains.' }),
      claim(5, 'REFUTES', { claim: 'It rains!' }),
    ];
    const data = measured(splits, { claims, isConfigured: true });
    expect(data).toMatchObject({
      splits: [
        {
          split: 'train',
          claims: 1,
          share: 0.25,
          wanted: 0.8,
          deviation: { difference: expect.closeTo(-0.5) },
        },
        { split: 'dev', claims: 3, share: 0.75, wanted: 0.2 },
      ],
      leakage: {
        duplicates: { count: 0, examples: [] },
        sharedEvidence: {
          count: 1,
          examples: [{ claims: [1, 2], splits: ['dev', 'train'], shared: 'A_sentence_0' }],
        },
      },
      groups: {
        largest: [
          { claims: 2, splits: ['train', 'dev'] },
          { claims: 2, splits: ['dev'] },
        ],
      },
      duplicates: { groups: 1, claims: 2, contradicting: 1, examples: [[{ id: 3 }, { id: 5 }]] },
    });
  });

  test('claims hang together by what the dataset groups by, and that is audited too', () => {
    const claims = [
      claim(1, 'SUPPORTS', { claim: 'It rains.', evidence: [['A_sentence_0']] }),
      claim(2, 'REFUTES', { claim: 'He sings.', evidence: [['A_sentence_1']] }),
      claim(3, 'REFUTES', { claim: 'It rains now.', evidence: [['B_sentence_0']] }),
    ];
    const groupedBy = (...groupBy: readonly GroupKind[]) =>
      measured(splits, {
        claims,
        config: { ...defaultConfig, split: { ...defaultConfig.split, groupBy: [...groupBy] } },
        lookup: { annotatorsOf: (id) => (id === 2 ? [] : ['ann']) },
      });
    expect(groupedBy('evidence')).toMatchObject({ groups: { count: 3 } });
    expect(groupedBy('evidence')).not.toHaveProperty('leakage.sharedArticle');
    expect(groupedBy('article')).toMatchObject({
      groups: { count: 2, largest: [{ claims: 2, shared: 'article: A' }] },
      leakage: { sharedEvidence: { count: 0 }, sharedArticle: { count: 1, examples: [{ shared: 'A' }] } },
    });
    // Sections cannot be told without articles.
    expect(groupedBy('annotator', 'section')).toMatchObject({
      groupBy: ['annotator'],
      groups: { count: 2, largest: [{ claims: 2, shared: 'annotator: ann' }] },
    });
  });

  test('of a group of duplicates every label is shown, however late it comes', () => {
    const claims = Array.from({ length: 9 }, (_, id) =>
      claim(id, id < 8 ? 'SUPPORTS' : 'REFUTES', { claim: 'It rains.' }),
    );
    expect(measured(splits, { claims })).toMatchObject({
      duplicates: { examples: [[{ id: 0 }, { id: 8 }, { id: 1 }, { id: 2 }, { id: 3 }]] },
    });
    expect(printSection(splits, { claims })).toContain(
      '- It rains. (0: SUPPORTS, train; 8: REFUTES, train; 1: SUPPORTS, dev; 2: SUPPORTS, train; 3: SUPPORTS, dev)',
    );
  });

  test('without splits nothing leaks, and nothing is said of it', () => {
    const claims = [claim(1, 'SUPPORTS'), claim(2, 'REFUTES')].map((placed) => ({
      ...placed,
      split: undefined,
    }));
    expect(measured(splits, { claims })).toMatchObject({ splits: [], withoutSplit: 2, leakage: null });
  });
});

describe('coverage', () => {
  test('says of every element how many claims of each label cite it', () => {
    const { articles } = exampleInput();
    const cited = articles[0]?.records.filter(({ kind }) => kind === 'sentence').slice(0, 2) ?? [];
    const ids = cited.map(({ id }) => id);
    const claims = [
      claim(1, 'SUPPORTS', { evidence: [ids] }),
      claim(2, 'REFUTES', { evidence: [ids.slice(0, 1)] }),
      claim(3, 'SUPPORTS', { evidence: [['Nowhere_sentence_0']] }),
    ];
    const data = measured(coverage, { claims, articles });
    expect(data).toMatchObject({
      labels: ['SUPPORTS', 'REFUTES'],
      unresolved: 1,
      cited: 2,
      covered: 1,
      articles: 3,
    });
    const { shown } = data as { shown: { title: string; sections: { records: { counts: number[] }[] }[] }[] };
    expect(shown.map(({ title }) => title)).toEqual(['Old bridge']);
    const [section] = shown[0]?.sections ?? [];
    expect(section?.records.slice(0, 3)).toEqual([
      { id: 'sentence_0', text: cited[0]?.text, counts: [1, 1] },
      { id: 'sentence_1', text: cited[1]?.text, counts: [1, 0] },
      { id: 'sentence_2', text: expect.any(String), counts: [0, 0] },
    ]);
  });
});

describe('fingerprint of the splits', () => {
  const claims = [claim(1, 'SUPPORTS'), claim(2, 'REFUTES')];

  test('knows no order, but every move', () => {
    const fingerprint = splitsFingerprint(claims);
    expect(fingerprint).toBe('5def42e3437935da');
    expect(splitsFingerprint(claims.toReversed())).toBe(fingerprint);
    expect(splitsFingerprint(claims.map((placed) => ({ ...placed, split: 'dev' })))).not.toBe(fingerprint);
  });

  test('there is none without splits', () => {
    expect(splitsFingerprint(claims.map((placed) => ({ ...placed, split: undefined })))).toBeNull();
  });
});
