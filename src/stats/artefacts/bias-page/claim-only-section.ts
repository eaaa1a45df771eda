import type { ClaimOnlyFigures, Estimate, LeftOutClaims } from '../../claim-only/claim-only-figures.ts';
import { differenceWords, figureWords, intervalWords } from '../../figure-words.ts';
import { type BiasBlock, type BiasSection, dataOf, paragraph } from '../bias-page.ts';
import { countOf } from './count-of.ts';
import { exampleColumn } from './example-column.ts';
import type { ShownBias } from './shown-bias.ts';

/** Labels named that are left out. */
const maxLeftOut = 5;

/** How well a classifier that sees the claims alone finds their labels, and the words that it goes by. */
export function claimOnlySection(
  { measured, reason, groupedBy, groups, largestGroup, leftOut }: ClaimOnlyFigures,
  { top }: ShownBias,
): BiasSection {
  const title = 'Claim-only classifier';
  if (measured === null) return { title, blocks: [paragraph(dataOf(reason))] };
  const { accuracy, majorityAccuracy, gain, macroF1, information, byLabel, folds, ngrams } = measured;
  const rows: readonly (readonly [string, Estimate, boolean?])[] = [
    ['accuracy', accuracy],
    ['always the commonest label', majorityAccuracy],
    ['gain', gain, true],
    ['macro-F1', macroF1],
    ['V-information, bits a claim', information.information, true],
  ];
  const blocks: BiasBlock[] = [
    {
      kind: 'table',
      columns: [{ head: '' }, { head: '' }, { head: '', align: 'left' }],
      rows: rows.map(([name, { value, interval }, isDifference]) => [
        name,
        isDifference === true ? differenceWords(value) : figureWords(value),
        intervalWords(interval ?? undefined),
      ]),
    },
    paragraph(
      `${folds} folds. Claims that hang together${groupedBy === null ? '' : ` (${groupedBy.join(', ')})`} are in one of them: ${countOf(groups, 'group')}, the largest of ${countOf(largestGroup, 'claim')}.`,
    ),
    {
      kind: 'table',
      columns: [
        { head: 'label' },
        { head: 'claims' },
        { head: 'precision' },
        { head: 'recall' },
        { head: 'F1' },
      ],
      rows: byLabel.map(({ label, claims, precision, recall, f1 }) => [
        dataOf(label),
        String(claims),
        figureWords(precision?.value),
        figureWords(recall.value),
        figureWords(f1.value),
      ]),
    },
  ];
  blocks.push(...leftOutBlocks(leftOut));
  for (const { label, ngrams: own } of ngrams) {
    if (own.length === 0 || top === 0) continue;
    blocks.push({
      kind: 'table',
      title: ['speaks for ', dataOf(label)],
      columns: [{ head: 'words' }, { head: 'weight' }, { head: 'claims' }, { head: 'share' }, exampleColumn],
      rows: own
        .slice(0, top)
        .map(({ ngram, weight, claims, productivity, examples }) => [
          dataOf(ngram),
          weight.toFixed(2),
          String(claims),
          figureWords(productivity),
          dataOf(examples[0]?.claim ?? ''),
        ]),
    });
  }
  return { title, blocks };
}

/** What was not learned from, by label. */
function leftOutBlocks(leftOut: readonly LeftOutClaims[]): BiasBlock[] {
  const labelled = leftOut.filter(({ label }) => label !== null);
  const blocks = labelled
    .slice(0, maxLeftOut)
    .map(({ label, claims, why }) =>
      paragraph(
        `Left out: ${countOf(claims, 'claim')} with `,
        dataOf(label ?? ''),
        `, ${leftOutWords[why]}.`,
      ),
    );
  const more = labelled.slice(maxLeftOut);
  if (more.length === 0) return blocks;
  const claims = more.reduce((sum, left) => sum + left.claims, 0);
  return [
    ...blocks,
    paragraph(`Left out: ${countOf(claims, 'claim')} with ${countOf(more.length, 'more label')}.`),
  ];
}

const leftOutWords: Readonly<Record<LeftOutClaims['why'], string>> = {
  unlabelled: 'which is none',
  'rare-label': 'too few, or a label beyond the thirty commonest',
  'one-fold': 'which hang together so much that all are in one fold',
};
