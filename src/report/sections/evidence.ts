import { type EvidenceFigures, measureEvidence } from '../../stats/evidence-figures.ts';
import { percent } from '../../text/percent.ts';
import type { Block } from '../block.ts';
import { stackedBars } from '../chart/stacked-bars.ts';
import { countWords, decimalWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

/** What claims rest on. */
export const evidence = defineSection<EvidenceFigures>({
  id: 'evidence',
  title: 'Evidence',
  measure: ({ claims }) => {
    const figures = measureEvidence(claims);
    return figures.withEvidence === 0 ? { missing: 'No claim has evidence.' } : figures;
  },
  *blocks(data): Generator<Block> {
    const together = data.byNeeded.rows.reduce(
      (sum, { name, claims }) => (name === '1' ? sum : sum + claims),
      0,
    );
    yield {
      kind: 'figures',
      figures: [
        {
          name: 'claims with evidence',
          value: percent(data.withEvidence / data.claims),
          meaning: `${countWords(data.withEvidence)} of ${countWords(data.claims)}.`,
        },
        {
          name: 'sets per claim',
          value: decimalWords(data.sets / data.withEvidence, 2),
          meaning: 'Any one set decides the claim alone.',
        },
        {
          name: 'need two or more together',
          value: percent(together / data.withEvidence),
          meaning: `${countWords(together)} claims of which no single sentence or cell is enough.`,
        },
      ],
    };
    yield stackedBars({
      ...data.byNeeded,
      name: 'Elements that a system must find at least: ids in the smallest evidence set of a claim',
      caption: 'Claims by number of ids in their smallest evidence set',
      rowName: 'ids',
    });
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
    if (data.articles > 1)
      yield {
        kind: 'table',
        table: {
          caption: `The most cited of ${countWords(data.articles)} articles`,
          columns: [{ name: 'article' }, { name: 'claims', isNumber: true }],
          rows: data.topArticles.map(({ title, claims }) => [title, claims]),
        },
      };
  },
});
