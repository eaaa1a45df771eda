import type { CueFigures } from '../../../stats/artefacts/cue-words.ts';
import { probabilityWords } from '../../../stats/figure-words.ts';
import type { Block } from '../../block.ts';
import { intervalChart } from '../../chart/intervals.ts';
import { percentWords } from '../../number-words.ts';

/** The claims of each label that have a cue word, and what each cue word tells of labels. */
export function* cueBlocks({ labels, cues }: CueFigures): Generator<Block> {
  const most = labels.toSorted((a, b) => b.withCue / (b.claims || 1) - a.withCue / (a.claims || 1))[0];
  yield intervalChart({
    name:
      most === undefined || most.claims === 0
        ? 'Claims with a cue word.'
        : `${percentWords(most.withCue / most.claims)} of the claims with ${most.label} have a negation or another word that is known to give labels away.`,
    caption: 'Claims with a cue word, by label',
    rowName: 'label',
    valueName: 'share of the claims with a cue word',
    rows: labels.map(({ label, claims, withCue, interval }) => ({
      name: label,
      value: claims === 0 ? null : withCue / claims,
      interval,
    })),
    domain: [0, 0.1],
  });
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Cue words',
      columns: [
        { name: 'cue', isQuoted: true },
        { name: 'claims', isNumber: true },
        { name: 'mostly' },
        { name: 'share of these', isNumber: true },
        { name: 'utility', isNumber: true, digits: 3 },
        { name: 'share of all claims', isNumber: true },
        { name: 'p (Holm)', isNumber: true },
        { name: 'for example', isQuoted: true },
      ],
      rows: cues.map(({ cue, claims, label, productivity, utility, coverage, adjustedP, example }) => [
        cue,
        claims,
        label,
        percentWords(productivity),
        utility,
        percentWords(coverage),
        probabilityWords(adjustedP),
        example.claim,
      ]),
    },
  };
}
