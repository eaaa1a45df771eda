import { differenceWords, figureWords, intervalWords, probabilityWords } from '../../figure-words.ts';
import { type BiasBlock, type BiasSection, dataOf, paragraph } from '../bias-page.ts';
import type { CueFigures } from '../cue-words.ts';
import { countOf } from './count-of.ts';
import type { ShownBias } from './shown-bias.ts';

/** How often claims of each label have a cue word, and what each cue tells of the label. */
export function cueSection({ labels, cues }: CueFigures, { top }: ShownBias): BiasSection {
  const blocks: BiasBlock[] = [
    {
      kind: 'table',
      columns: [
        { head: 'label' },
        { head: 'with a cue' },
        { head: 'of claims' },
        { head: 'share' },
        { head: '', align: 'left' },
      ],
      rows: labels.map(({ label, claims, withCue, interval }) => [
        dataOf(label),
        String(withCue),
        String(claims),
        figureWords(withCue / claims),
        intervalWords(interval ?? undefined),
      ]),
    },
  ];
  if (cues.length > 0 && top > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: 'cue' },
        { head: 'claims' },
        { head: 'coverage' },
        { head: 'productivity' },
        { head: 'utility' },
        { head: 'p' },
        { head: 'mostly', align: 'left' },
      ],
      rows: cues
        .slice(0, top)
        .map(({ cue, claims, coverage, productivity, utility, adjustedP, label }) => [
          dataOf(cue),
          String(claims),
          figureWords(coverage),
          figureWords(productivity),
          differenceWords(utility),
          probabilityWords(adjustedP),
          dataOf(label),
        ]),
    });
    if (cues.length > top)
      blocks.push(paragraph(`${countOf(cues.length - top, 'more cue')}, which tell less.`));
  }
  return { title: 'Cue words', blocks };
}
