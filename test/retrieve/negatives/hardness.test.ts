import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/claims/claim.ts';
import { negativeSamplers } from '../../../src/claims/negatives.ts';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import { sampleNegatives } from '../../../src/retrieve/negatives/sample-negatives.ts';
import { words } from '../../../src/text/words.ts';
import { referenceBytes } from '../../corpus/tagged-article.ts';
import { whyTooLarge } from '../../runs.ts';
import { sourcesOf } from './sources-of.ts';

const folder = resolve(import.meta.dirname, '../../../claims');
const claims = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl') && name !== 'suppressions.jsonl')
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Claim);

/** Share of a claim's different words that a text has. */
function shareOf(claim: string, text: string): number {
  const known = new Set(words(text));
  const wanted = [...new Set(words(claim))];
  return wanted.filter((word) => known.has(word)).length / wanted.length;
}

const why = whyTooLarge(claims.length * negativeSamplers.length);

test.skipIf(why !== undefined)(
  `how many of the words of claims of this repository are in their evidence and in each kind of negative${why ? ` (${why})` : ''}`,
  async () => {
    const { articles } = parseCorpusFile('a.txt', referenceBytes);
    const evidence = new EvidenceIndex(articles);
    const sources = sourcesOf(articles);
    const shares = new Map<string, number[]>();
    const add = (name: string, claim: Claim, ids: readonly string[]): void => {
      const text = ids.map((id) => evidence.text(id) ?? '').join(' ');
      const own = shares.get(name) ?? [];
      own.push(shareOf(claim.claim, text));
      shares.set(name, own);
    };
    for (const claim of claims) {
      const [set] = claim.evidence;
      if (set !== undefined) add('evidence', claim, set);
      const settings = { samplers: negativeSamplers, count: 1, seed: 0, kinds: ['sentence'] as const };
      for (const { id, sampler } of (await sampleNegatives(claim, settings, sources)).negatives)
        add(sampler, claim, [id]);
    }
    const means = [...shares].map(([name, all]) => [
      name,
      (all.reduce((sum, share) => sum + share, 0) / all.length).toFixed(2),
    ]);
    // Quoted in docs/negatives.md.
    expect(Object.fromEntries(means)).toMatchInlineSnapshot(`
    {
      "evidence": "0.55",
      "hard": "0.34",
      "nearest-p": "0.13",
      "random-s": "0.14",
      "same-article": "0.14",
    }
  `);
  },
);
