import { type Label, labels } from '../../../claims/label.ts';
import type { Place } from '../../../diagnostic/diagnostic.ts';
import { measureCueSkew } from '../../../stats/artefacts/cue-skew.ts';
import { createCueFinder } from '../../../stats/artefacts/find-cues.ts';
import { percent } from '../../../text/percent.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { defineDatasetRule } from '../../rule.ts';

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const claims = (pattern: string, label: Label, from: number) =>
  numbers.map((name, at) => ({
    id: from + at,
    claim: pattern.replace('#', name),
    label,
    evidence: [['A_sentence_0']],
  }));
/** Claims shown with a cue. */
const maxShown = 3;
/** Probability of finding anything where cues and labels have nothing to do with each other. */
const maxChance = 0.01;

/** No word gives the label away. */
export const skewedCueWord = defineDatasetRule({
  id: 'dataset/skewed-cue-word',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'No word of the claims gives their label away.',
  why: 'A system that looks for the word is right without reading any evidence, and what it scores tells nothing of verification.',
  help: 'Write claims with "{cue}" that have other labels, and say the same as some of these without it.',
  source:
    'Schuster et al. 2019 and Niven and Kao 2019. Measured: 26 % of the REFUTES claims of the development data of FEVER have a negation, of the SUPPORTS claims 1 %.',
  options: {
    maxShare: {
      default: 0.75,
      min: 0,
      max: 1,
      about: 'Share of the claims with a word that one label may have.',
    },
    minClaims: {
      default: 20,
      min: 1,
      isInteger: true,
      about: 'Claims with a word from which on their labels are looked at.',
    },
  },
  messages: {
    skewed: 'Of {count} claims with "{cue}" {share} are `{label}`, of all claims {base} (LMI {lmi}).',
  },
  examples: [
    {
      name: 'a negation that stands with both labels',
      options: { minClaims: 2 },
      lines: [
        { id: 1, claim: 'One is not two.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 2, claim: 'One is not a number.', label: 'REFUTES', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'a negation that stands with one',
      options: { minClaims: 10 },
      lines: [
        ...claims('The number # is not there.', 'REFUTES', 1),
        ...claims('The number # is there.', 'SUPPORTS', 11),
      ],
      expect: ['1:36-1:39 skewed'],
    },
  ],
  begin({ language, options: { maxShare, minClaims }, report }) {
    if (language === undefined) return {};
    const findCues = createCueFinder(language.cueWords);
    const all = labels.map(() => 0);
    const cues = new Map<string, Seen[]>();
    return {
      visit(entry) {
        const which = labels.indexOf(entry.claim.label);
        all[which] = (all[which] ?? 0) + 1;
        for (const { cue, span } of findCues(entry.claim.claim)) {
          const byLabel = cues.get(cue) ?? labels.map(() => ({ count: 0, places: [] }));
          cues.set(cue, byLabel);
          const seen = byLabel[which];
          if (seen === undefined) continue;
          seen.count += 1;
          if (seen.places.length < maxShown) seen.places.push(placeInClaim(entry, span));
        }
        return undefined;
      },
      *finish() {
        const tests = cues.size * labels.length;
        for (const [cue, byLabel] of cues) {
          const {
            label,
            claims: count,
            productivity,
            base,
            lmi,
            p,
          } = measureCueSkew(
            byLabel.map((seen) => seen.count),
            all,
          );
          if (count < minClaims || productivity <= maxShare || productivity <= base) continue;
          const [place, ...others] = byLabel[label]?.places ?? [];
          if (place === undefined || p * tests >= maxChance) continue;
          const name = labels[label] ?? '';
          yield report('skewed', {
            data: {
              cue,
              count,
              share: percent(productivity),
              base: percent(base),
              label: name,
              lmi: lmi.toFixed(4),
            },
            place,
            related: others.map((other) => ({ message: `Here too the label is \`${name}\`.`, place: other })),
          });
        }
      },
    };
  },
});

/** Claims of one label with a cue, and where the first of them have it. */
interface Seen {
  count: number;
  readonly places: Place[];
}
