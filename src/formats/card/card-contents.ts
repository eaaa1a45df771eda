import type { Claim } from '../../claims/claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { measureCorpus } from '../../stats/corpus-figures.ts';
import { measureCounts } from '../../stats/counts.ts';
import { markdownTable } from '../../text/markdown-table.ts';

/** The section of a card that says in numbers what a dataset holds. */
export function cardContents(claims: readonly Claim[], evidence: Evidence): string {
  const counts = measureCounts(claims);
  const corpus = measureCorpus(evidence.articles);
  const named = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).filter(([, count]) => count > 0);
  return [
    '## Contents',
    markdownTable(
      ['what', 'number'],
      [
        ['articles', corpus.articles],
        ['elements of the articles that can be evidence', corpus.citable],
        ['elements cited', counts.evidenceIds],
        ['claims that need two or more elements together', counts.multiEvidence],
        ['claims with more than one evidence set', counts.withAlternatives],
        ...named(counts.evidenceSources).map(([source, count]) => [`evidence: ${source}`, count]),
        ...named(counts.challenges).map(([challenge, count]) => [`challenge: ${challenge}`, count]),
        ...named(counts.mutations).map(([mutation, count]) => [`mutation: ${mutation}`, count]),
        ['words of a claim, mean', Number(counts.words.mean.toFixed(1))],
      ],
    ),
  ].join('\n\n');
}
