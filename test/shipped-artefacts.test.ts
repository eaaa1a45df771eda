import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Claim, claimSchema } from '../src/claims/claim.ts';
import { parseCorpusFile } from '../src/corpus/parse.ts';
import { measureArtefacts } from '../src/stats/artefacts/artefacts.ts';
import { measureClaimOnly } from '../src/stats/claim-only/measure-claim-only.ts';
import { en } from '../src/text/languages/en.ts';

const root = resolve(import.meta.dirname, '..');
const article = 'corpus/first-nagorno-karabakh-war.txt';
const claims: Claim[] = readdirSync(resolve(root, 'claims'))
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(resolve(root, 'claims', name), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  .map((line) => claimSchema.parse(JSON.parse(line)));
const { ngrams, cues, attributes, coverage } = measureArtefacts(
  claims.map((claim) => ({ claim, split: undefined })),
  {
    language: en,
    articles: parseCorpusFile(article, readFileSync(resolve(root, article))).articles,
    lengths: [1, 2, 3],
  },
);

describe('the shipped claims, without their evidence', () => {
  test('are guessed no better than by their commonest label', () => {
    const { measured, groups } = measureClaimOnly(claims);
    expect(groups).toBeGreaterThan(50);
    const { accuracy, majorityAccuracy, gain, information } = measured ?? expect.fail('not measured');
    expect(accuracy.interval?.low).toBeLessThan(majorityAccuracy.value);
    expect(accuracy.interval?.high).toBeGreaterThan(majorityAccuracy.value);
    expect(gain.value).toBeLessThan(0.03);
    expect(information.information.value).toBeLessThan(0.02);
  });

  test.each([1, 2, 3])('no run of %i words tells of a label more than chance has it', (n) => {
    const { labels, occurrences } = ngrams.find((one) => one.n === n) ?? expect.fail('not measured');
    expect(occurrences).toBeGreaterThan(1000);
    const listed = labels.flatMap((label) => label.ngrams);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter(({ adjustedP }) => adjustedP < 0.05)).toEqual([]);
    // "did not" has 0.0010 in FEVER, among a hundred times as many claims: the less there are, the more a single claim makes.
    expect(Math.max(...listed.map(({ lmi }) => lmi))).toBeLessThan(0.003);
  });

  test('have no cue word', () => {
    expect(cues?.cues).toEqual([]);
  });

  test.each(['length', 'number', 'names', 'evidence-kind'])('have labels that %s tells nothing of', (id) => {
    const { association } = attributes.attributes.find((one) => one.id === id) ?? expect.fail('not measured');
    expect(association?.adjustedP).toBeGreaterThan(0.05);
    expect(association?.cramersV).toBeLessThan(0.15);
  });

  test('have evidence in every section, and in all of the article', () => {
    expect(coverage?.articles[0]?.sections.filter(({ cited }) => cited === 0)).toEqual([]);
    expect(coverage).toMatchObject({ sections: 36, covered: 36, unresolved: 0 });
    expect((coverage?.cited ?? 0) / (coverage?.citable ?? 1)).toBeGreaterThan(0.4);
  });
});
