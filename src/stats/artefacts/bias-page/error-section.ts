import type { LabelErrorFigures } from '../../claim-only/label-error-figures.ts';
import { figureWords } from '../../figure-words.ts';
import { type BiasBlock, type BiasSection, dataOf, paragraph } from '../bias-page.ts';
import { countOf } from './count-of.ts';
import type { ShownBias } from './shown-bias.ts';

/** The claims that look most like another label than the one they have. */
export function errorSection({ measured, reason }: LabelErrorFigures, { errors }: ShownBias): BiasSection {
  const title = 'Likely label errors';
  if (measured === null) return { title, blocks: [paragraph(dataOf(reason))] };
  const { candidates, contradicted, claims } = measured;
  const blocks: BiasBlock[] = [
    paragraph(
      `By their words alone ${contradicted} of ${countOf(claims, 'claim')} look like another label, ${candidates.length} of them however long they are learned. Read these: most are right where words tell little.`,
    ),
  ];
  if (candidates.length > 0 && errors > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: 'id' },
        { head: 'label', align: 'left' },
        { head: 'looks like', align: 'left' },
        { head: 'p(label)' },
        { head: 'claim', align: 'left', isLong: true },
      ],
      rows: candidates
        .slice(0, errors)
        .map(({ id, given, suggested, probabilityOfGiven, claim }) => [
          dataOf(String(id)),
          dataOf(given),
          dataOf(suggested),
          figureWords(probabilityOfGiven),
          dataOf(claim),
        ]),
    });
  }
  return { title, blocks };
}
