import type { CartographyFigures } from '../../claim-only/cartography-figures.ts';
import { figureWords, shareWords } from '../../figure-words.ts';
import { type BiasColumn, type BiasSection, dataOf, paragraph } from '../bias-page.ts';

/** How many claims of each label are easy, ambiguous and hard to learn. */
export function cartographySection({ measured, reason }: CartographyFigures): BiasSection {
  const title = 'Cartography';
  if (measured === null) return { title, blocks: [paragraph(dataOf(reason))] };
  const { regions, claims, epochs, thresholds } = measured;
  const labels = regions[0]?.byLabel.map(({ label }) => label) ?? [];
  return {
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: '' },
          { head: 'claims' },
          { head: 'share' },
          ...labels.map((label): BiasColumn => ({ head: dataOf(label) })),
        ],
        rows: regions.map((region) => [
          region.region,
          String(region.claims),
          shareWords(region.claims, claims),
          ...region.byLabel.map((own) => String(own.claims)),
        ]),
      },
      paragraph(
        `Over ${epochs} epochs. Variability below ${figureWords(thresholds.ambiguousFrom)}, and easy: confidence from ${figureWords(thresholds.easyFrom)} on; hard: below ${figureWords(thresholds.hardBelow)}. All others are ambiguous.`,
      ),
    ],
  };
}
