import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimIdKey } from '../../../src/claims/claim-id-key.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import { type NegativeSampler, negativeSamplers } from '../../../src/claims/negatives.ts';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import type { EvidenceKind } from '../../../src/corpus/evidence-kind.ts';
import type { NegativeSources } from '../../../src/retrieve/negatives/candidate.ts';
import { type NegativeSettings, sampleNegatives } from '../../../src/retrieve/negatives/sample-negatives.ts';
import { runs } from '../../runs.ts';
import { articlesOf } from './articles-of.ts';
import { sourcesOf } from './sources-of.ts';

const articles = articlesOf({
  Yerevan: [
    'Yerevan is the capital of Armenia.',
    'Yerevan lies on the Hrazdan river.',
    'The capital of Armenia is Yerevan.',
    'A museum of the war is in Yerevan.',
  ],
  Baku: ['Baku is the capital of Azerbaijan.', 'Baku lies on the Caspian Sea.', 'Wind is common in Baku.'],
  Tbilisi: ['Tbilisi is the capital of Georgia.', 'The Kura flows through Tbilisi.'],
  Ankara: ['Ankara is the capital of Turkey.', 'Cats and goats of Angora are named after Ankara.'],
  'List of capitals': ['Yerevan, Baku, Tbilisi and Ankara are capitals.'],
});

const kinds: readonly EvidenceKind[] = ['sentence', 'cell', 'item'];
const plain: NegativeSettings = { samplers: ['hard'], count: 1, seed: 0, kinds };

const claim: OpenClaim = {
  id: 'c1',
  claim: 'Yerevan has been the capital of Armenia since 1918.',
  label: 'NOT ENOUGH INFO',
  evidence: [['Yerevan_sentence_0']],
};

const sources = sourcesOf(articles);

async function sampled(change: Partial<NegativeSettings>, of: OpenClaim = claim, from = sources) {
  return sampleNegatives(of, { ...plain, ...change }, from);
}

async function idsOf(change: Partial<NegativeSettings>, of?: OpenClaim, from?: NegativeSources) {
  return (await sampled(change, of, from)).negatives.map(({ id }) => id);
}

const answer = (change: object): JournalRecord => ({
  claim: 'c1',
  annotator: 'ann',
  label: 'NOT ENOUGH INFO',
  evidence: [],
  at: '2024-01-01T00:00:00Z',
  ...change,
});

describe('hard', () => {
  test('takes the first of the ranking that is no evidence, with its rank among all', async () => {
    const { negatives, tallies } = await sampled({ count: 2 });
    expect(negatives.map(({ id, sampler, rank }) => ({ id, sampler, rank }))).toEqual([
      { id: 'List of capitals_sentence_0', sampler: 'hard', rank: 3 },
      { id: 'Yerevan_sentence_3', sampler: 'hard', rank: 4 },
    ]);
    for (const { score, seed } of negatives) {
      expect(score).toBeGreaterThan(0);
      expect(seed).toBeUndefined();
    }
    // The evidence itself, and the sentence that has the same words in another order.
    expect(tallies).toEqual([{ sampler: 'hard', taken: 2, gold: 1, near: 1, missing: 0 }]);
  });

  test('takes only what is of the kinds', async () => {
    expect(await idsOf({ count: 5, kinds: ['cell'] })).toEqual([]);
  });
});

describe('nearest-p', () => {
  test('draws a sentence of each of the nearest articles, which fill where one has none', async () => {
    const { negatives } = await sampled({ samplers: ['nearest-p'], count: 2 });
    const titles = negatives.map(({ id }) => id.replace(/_sentence_\d+$/, ''));
    expect(titles[0]).toBe('Yerevan');
    expect(new Set(titles).size).toBe(2);
    expect(negatives.map(({ rank, seed }) => [rank, seed])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    const all = articles.find(({ title }) => title === 'Yerevan')?.records.map(({ id }) => id) ?? [];
    const next = await sampled({ samplers: ['nearest-p'] }, { ...claim, evidence: [all] });
    expect(next.negatives.map(({ id, rank }) => [id.startsWith('Yerevan'), rank])).toEqual([[false, 2]]);
  });

  test('of one article, to which TF-IDF gives nothing, it is the nearest all the same', async () => {
    const one = articlesOf({ Yerevan: ['It is a capital.', 'It lies on a river.'] });
    const { negatives } = await sampled({ samplers: ['nearest-p'] }, claim, sourcesOf(one));
    expect(negatives).toEqual([{ id: 'Yerevan_sentence_1', sampler: 'nearest-p', seed: 0 }]);
  });
});

describe('random-s', () => {
  test('draws each article as often as any other, and none that only lists others', async () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      const [id = ''] = await idsOf({ samplers: ['random-s'], seed }, { ...claim, evidence: [] });
      const title = id.replace(/_sentence_\d+$/, '');
      counts.set(title, (counts.get(title) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['Ankara', 'Baku', 'Tbilisi', 'Yerevan']);
    // 100 each, and more than four standard deviations to either side.
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(36);
  });

  test('takes all there is, and says what is missing', async () => {
    const { negatives, tallies } = await sampled({ samplers: ['random-s'], count: 50 });
    expect(negatives.length).toBe(9);
    expect(tallies[0]).toMatchObject({ taken: 9, missing: 41 });
  });
});

describe('same-article', () => {
  test.each([
    ['the articles of the evidence', {}, ['Yerevan_sentence_1', 'Yerevan_sentence_3']],
    [
      'that of the source, without evidence',
      { evidence: [], source: 'Tbilisi_sentence_0' },
      ['Tbilisi_sentence_0', 'Tbilisi_sentence_1'],
    ],
    ['none, without either', { evidence: [] }, []],
    ['none of a source that is a claim', { evidence: [], source: 'c0' }, []],
  ])('takes records of %s', async (_, change, expected) => {
    expect((await idsOf({ samplers: ['same-article'], count: 9 }, { ...claim, ...change })).sort()).toEqual(
      expected,
    );
  });
});

describe('consulted', () => {
  const journals = [
    answer({
      consulted: ['Yerevan_sentence_1', 'Baku_sentence_0', 'Nowhere_sentence_9', 'Yerevan_sentence_0'],
    }),
    answer({
      annotator: 'bob',
      consulted: ['Baku_sentence_0', 'Yerevan_sentence_3'],
      evidence: [['Yerevan_sentence_3']],
      trail: [
        { after: 1, did: 'search', what: 'Ankara' },
        { after: 2, did: 'open', what: 'Tbilisi' },
      ],
    }),
    answer({ claim: 'c2', consulted: ['Ankara_sentence_0'] }),
  ];

  test('takes what most annotators looked at first, then sentences of articles that were opened; nothing that anybody chose', async () => {
    const { negatives, tallies } = await sampled(
      { samplers: ['consulted'], count: 9 },
      claim,
      sourcesOf(articles, journals),
    );
    expect(negatives.slice(0, 2)).toEqual([
      { id: 'Baku_sentence_0', sampler: 'consulted', annotators: 2 },
      { id: 'Yerevan_sentence_1', sampler: 'consulted', annotators: 1 },
    ]);
    expect(
      negatives
        .slice(2)
        .map(({ id, seed, annotators }) => [id, seed, annotators])
        .sort(),
    ).toEqual([
      ['Tbilisi_sentence_0', 0, 1],
      ['Tbilisi_sentence_1', 0, 1],
    ]);
    expect(tallies).toEqual([{ sampler: 'consulted', taken: 4, gold: 2, near: 0, missing: 5 }]);
  });

  test('what was withdrawn was not looked at', async () => {
    const withdrawn = [...journals, answer({ event: 'withdraw', what: 'annotation' })];
    const ids = await idsOf({ samplers: ['consulted'], count: 2 }, claim, sourcesOf(articles, withdrawn));
    expect(ids[0]).toBe('Baku_sentence_0');
    expect(ids[1]).toMatch(/^Tbilisi_/);
  });

  test('what an annotator chose is taken by no other sampler either', async () => {
    const all = await idsOf(
      { samplers: ['hard', 'random-s', 'same-article'], count: 9 },
      claim,
      sourcesOf(articles, journals),
    );
    expect(all).not.toContain('Yerevan_sentence_3');
  });
});

describe('whatever is asked for', () => {
  const ids = articles.flatMap(({ records }) => records.map(({ id }) => id));
  const anySettings = fc.record({
    samplers: fc.uniqueArray(fc.constantFrom<NegativeSampler>(...negativeSamplers), { minLength: 1 }),
    count: fc.integer({ min: 0, max: 12 }),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    kinds: fc.constant(kinds),
  });
  const anyClaim = fc.record({
    id: fc.oneof(fc.integer(), fc.string({ minLength: 1 })),
    claim: fc.oneof(fc.constantFrom('Yerevan is a capital.', '', 'the of', '🎉'), fc.string()),
    evidence: fc.array(fc.array(fc.constantFrom(...ids, 'Nowhere_sentence_1', '_'), { minLength: 1 }), {
      maxLength: 3,
    }),
  });

  test('no evidence is taken, nothing twice, not too many; the same each time, in any order of the samplers', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaim, anySettings, async (of, settings) => {
        const { negatives, tallies } = await sampleNegatives(of, settings, sources);
        const found = negatives.map(({ id }) => id);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((id) => of.evidence.flat().includes(id) || !ids.includes(id))).toEqual([]);
        for (const { sampler, taken, missing } of tallies) {
          expect(taken + missing).toBe(settings.count);
          expect(negatives.filter((negative) => negative.sampler === sampler).length).toBe(taken);
        }
        const turned = { ...settings, samplers: [...settings.samplers].reverse() };
        expect((await sampleNegatives(of, turned, sources)).negatives).toEqual(negatives);
      }),
      { numRuns: runs(200) },
    );
  });

  test('id 12 and id "12" are one claim', async () => {
    const settings = { samplers: ['random-s'], count: 3 } as const;
    expect(claimIdKey(12)).toBe(claimIdKey('12'));
    expect(await idsOf(settings, { ...claim, id: 12 })).toEqual(
      await idsOf(settings, { ...claim, id: '12' }),
    );
    expect(await idsOf(settings, { ...claim, id: 12 })).not.toEqual(
      await idsOf(settings, { ...claim, id: 13 }),
    );
  });
});
