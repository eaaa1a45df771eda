import { labels } from '../../../claims/label.ts';
import { measureAgreement } from '../../../stats/krippendorff.ts';
import { percent } from '../../../text/percent.ts';
import { defineDatasetRule } from '../../rule.ts';
import type { AnnotatedClaim } from '../../tables/annotation-table.ts';

const claim = (id: number, text: string) => ({
  id,
  claim: text,
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
});
const said = { evidence: [['A_sentence_0']], at: '2025-01-31T12:00:00Z' };
const maxShown = 3;

/** Annotators agree on the labels. */
export const lowAgreement = defineDatasetRule({
  id: 'dataset/low-agreement',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'Annotators agree on the labels by more than chance.',
  why: 'Where people who read the same guideline do not agree, the labels say who annotated, and no model can learn or be scored on more.',
  help: 'Read the claims that annotators disagree on together, settle in the guideline what they show, and annotate them again.',
  source:
    "Krippendorff's alpha for nominal data (Krippendorff 2011), which where all labels are the same is not defined. Published agreement on labels: FEVER 0.68, FEVEROUS 0.65, AVeriTeC 0.62.",
  needs: 'annotations',
  options: {
    minAlpha: { default: 0.6, min: -1, max: 1, about: 'Alpha from which the agreement is good enough.' },
    minClaims: {
      default: 50,
      min: 1,
      isInteger: true,
      about: 'Claims with two or more annotators from which on the agreement is looked at.',
    },
  },
  messages: {
    low: 'Annotators agree by an alpha of {alpha} on {claims} claims, less than {minAlpha}: {share} of the pairs of labels are alike.',
  },
  examples: [
    {
      name: 'annotators that agree, and one that is alone',
      options: { minClaims: 2 },
      lines: [
        claim(1, 'The number one comes first.'),
        { ...claim(2, 'The number one comes last.'), label: 'REFUTES' },
        claim(3, 'The number two is one and one.'),
      ],
      annotations: [
        { claim: 1, annotator: 'a', label: 'SUPPORTS', ...said },
        { claim: 1, annotator: 'b', label: 'SUPPORTS', ...said },
        { claim: 2, annotator: 'a', label: 'REFUTES', ...said },
        { claim: 2, annotator: 'b', label: 'REFUTES', ...said },
        { claim: 3, annotator: 'a', label: 'SUPPORTS', ...said },
      ],
    },
    {
      name: 'annotators that do not',
      options: { minClaims: 2 },
      lines: [
        claim(1, 'The number one comes first.'),
        { ...claim(2, 'The number one comes last.'), label: 'REFUTES' },
        claim(3, 'The number two is one and one.'),
      ],
      annotations: [
        { claim: 1, annotator: 'a', label: 'SUPPORTS', ...said },
        { claim: 1, annotator: 'b', label: 'SUPPORTS', ...said },
        { claim: 2, annotator: 'a', label: 'REFUTES', ...said },
        { claim: 2, annotator: 'b', label: 'SUPPORTS', ...said },
        { claim: 3, annotator: 'a', label: 'REFUTES', ...said },
        { claim: 3, annotator: 'b', label: 'SUPPORTS', ...said },
      ],
      expect: ['2:54-2:63 low'],
    },
  ],
  begin({ claims, annotations: table, options: { minAlpha, minClaims }, report }) {
    return {
      *finish() {
        const disputed: AnnotatedClaim[] = [];
        const { alpha, observedDisagreement, units } = measureAgreement(unitsOf(table, disputed));
        if (alpha === undefined || alpha >= minAlpha || units < minClaims) return;
        const [first, ...others] = disputed.map((annotated) =>
          annotated.gold === undefined
            ? table.places.recall(annotated.annotations[0]?.row ?? 0, 'label')
            : claims.places.recall(annotated.gold.row, 'label'),
        );
        if (first === undefined) return;
        yield report('low', {
          data: {
            alpha: alpha.toFixed(2),
            claims: units,
            minAlpha,
            share: percent(1 - observedDisagreement),
          },
          place: first,
          related: others.map((place) => ({ message: 'Here too they do not agree.', place })),
        });
      },
    };
  },
});

/** How often each label was given to each claim; the first claims with several labels go to `disputed`. */
function* unitsOf(table: Iterable<AnnotatedClaim>, disputed: AnnotatedClaim[]): Generator<number[]> {
  for (const annotated of table) {
    const given = annotated.annotations.map(({ label }) => label);
    if (new Set(given).size > 1 && disputed.length <= maxShown) disputed.push(annotated);
    yield labels.map((label) => given.filter((other) => other === label).length);
  }
}
