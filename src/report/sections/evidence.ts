import { type EvidenceFigures, measureEvidence } from '../../stats/evidence-figures.ts';
import { plural } from '../../text/plural.ts';
import type { Block } from '../block.ts';
import { stackedBars } from '../chart/stacked-bars.ts';
import { countWords, decimalWords, percentWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

/** What claims rest on. */
export const evidence = defineSection<EvidenceFigures>({
  id: 'evidence',
  title: 'Evidence',
  measure: ({ claims }) => {
    const figures = measureEvidence(claims);
    return figures.withEvidence === 0 ? { missing: 'No claim has evidence.' } : figures;
  },
  headline: (data) =>
    `${countWords(needTogether(data))} of ${countWords(data.withEvidence)} claims with evidence need two or more elements together`,
  *blocks(data): Generator<Block> {
    const together = needTogether(data);
    yield {
      kind: 'figures',
      figures: [
        {
          name: 'claims with evidence',
          value: percentWords(data.withEvidence / data.claims),
          meaning: `${countWords(data.withEvidence)} of ${countWords(data.claims)}.`,
        },
        {
          name: 'sets per claim',
          value: decimalWords(data.sets / data.withEvidence, 2),
          meaning: 'Any one set decides the claim alone.',
        },
        {
          name: 'need two or more together',
          value: percentWords(together / data.withEvidence),
          meaning: `${countWords(together)} ${plural('claim', together)} of which no single sentence or cell is enough.`,
        },
      ],
    };
    // A single row is what the figures above say.
    if (data.byNeeded.rows.length > 1)
      yield stackedBars({
        ...data.byNeeded,
        name: 'Elements that a system must find at least: ids in the smallest evidence set of a claim',
        caption: 'Claims by number of ids in their smallest evidence set',
        rowName: 'ids',
      });
    if (data.bySets.rows.length > 1)
      yield stackedBars({
        ...data.bySets,
        name: 'Evidence sets per claim',
        caption: 'Claims by number of evidence sets',
        rowName: 'sets',
      });
    if (data.bySource.rows.some(({ name }) => name === 'tables only' || name === 'text and tables'))
      yield stackedBars({
        ...data.bySource,
        name: 'What claims rest on: text, tables or both',
        caption: 'Claims by what they cite',
        rowName: 'cited',
      });
    yield {
      kind: 'table',
      table: {
        caption: 'Kinds of evidence',
        columns: [
          { name: 'kind' },
          { name: 'elements cited', isNumber: true },
          { name: 'claims that cite one', isNumber: true },
        ],
        rows: data.kinds.map(({ kind, ids, claims }) => [kind.replaceAll('_', ' '), ids, claims]),
      },
    };
    if (data.articles > 1 && data.topArticles.some(({ claims }) => claims > 1))
      yield {
        kind: 'table',
        table: {
          caption: `The most cited of ${countWords(data.articles)} articles`,
          columns: [
            { name: 'article', isQuoted: true },
            { name: 'claims', isNumber: true },
          ],
          rows: data.topArticles.map(({ title, claims }) => [title, claims]),
        },
      };
  },
});

/** Claims of which no set has a single id. */
function needTogether({ byNeeded }: EvidenceFigures): number {
  return byNeeded.rows.reduce((sum, { name, claims }) => (name === '1' ? sum : sum + claims), 0);
}
