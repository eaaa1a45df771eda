import { labels } from '../../../claims/label.ts';
import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import { measureAgreement, measurePairAgreement } from '../../../stats/agreement/krippendorff.ts';
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
/** With two annotators what is said of both says it of each. */
const minAnnotators = 3;

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
      about:
        'Claims with two or more annotators from which on the agreement is looked at; of an annotator, claims with others too.',
    },
  },
  messages: {
    low: 'Annotators agree by an alpha of {alpha} on {claims} claims, less than {minAlpha}: {share} of the pairs of labels are alike.',
    lowOfOne:
      'The annotator {annotator} agrees with the others by an alpha of {alpha} on {claims} claims, less than {minAlpha}: {share} of the pairs of labels are alike.',
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
    {
      name: 'one annotator who does not agree with the others',
      options: { minClaims: 2, minAlpha: 0.2 },
      lines: [
        claim(1, 'The number one comes first.'),
        { ...claim(2, 'The number one comes last.'), label: 'REFUTES' },
        claim(3, 'The number two is one and one.'),
        { ...claim(4, 'The number two comes first.'), label: 'REFUTES' },
      ],
      annotations: [
        ...['a', 'b'].flatMap((annotator) => [
          { claim: 1, annotator, label: 'SUPPORTS', ...said },
          { claim: 2, annotator, label: 'REFUTES', ...said },
          { claim: 3, annotator, label: 'SUPPORTS', ...said },
          { claim: 4, annotator, label: 'REFUTES', ...said },
        ]),
        { claim: 1, annotator: 'c', label: 'REFUTES', ...said },
        { claim: 2, annotator: 'c', label: 'SUPPORTS', ...said },
      ],
      expect: ['annotation 9:36-9:45 lowOfOne'],
    },
  ],
  begin({ claims, annotations: table, options: { minAlpha, minClaims }, report }) {
    return {
      *finish() {
        yield* tellOfAll();
        yield* tellOfEach();
      },
    };

    function* tellOfAll(): Generator<Diagnostic> {
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
        data: { alpha: alpha.toFixed(2), claims: units, minAlpha, share: percent(1 - observedDisagreement) },
        place: first,
        related: others.map((place) => ({ message: 'Here too they do not agree.', place })),
      });
    }

    function* tellOfEach(): Generator<Diagnostic> {
      const people = pairingsOf(table);
      if (people.size < minAnnotators) return;
      for (const [annotator, { pairs, claims: shared, firstRow }] of people) {
        const { alpha, observedDisagreement } = measurePairAgreement(pairs);
        if (alpha === undefined || alpha >= minAlpha || shared < minClaims) continue;
        yield report('lowOfOne', {
          data: {
            annotator: JSON.stringify(annotator),
            alpha: alpha.toFixed(2),
            claims: shared,
            minAlpha,
            share: percent(1 - observedDisagreement),
          },
          place: table.places.recall(firstRow, 'label'),
          help: 'Read claims that the annotator and others disagree on together. One who agrees with nobody makes the others agree less too: begin with the lowest alpha.',
        });
      }
    }
  },
});

/** What an annotator and others said of the same claims. */
interface Pairing {
  /** How often the annotator gave one label and somebody else another or the same, by the positions of both. */
  readonly pairs: number[][];
  /** Claims that somebody else annotated too. */
  claims: number;
  /** Of the first annotation. */
  firstRow: number;
}

/** The pairs of labels that each annotator has part in, in the order in which they came first. */
function pairingsOf(table: Iterable<AnnotatedClaim>): Map<string, Pairing> {
  const people = new Map<string, Pairing>();
  for (const { annotations } of table) {
    const counts = labels.map((label) => annotations.filter((given) => given.label === label).length);
    for (const { annotator, label, row } of annotations) {
      const person = people.get(annotator) ?? {
        pairs: labels.map(() => labels.map(() => 0)),
        claims: 0,
        firstRow: row,
      };
      people.set(annotator, person);
      person.firstRow = Math.min(person.firstRow, row);
      if (annotations.length < 2) continue;
      person.claims += 1;
      const own = labels.indexOf(label);
      const given = person.pairs[own] ?? [];
      for (const [other, count] of counts.entries()) {
        given[other] = (given[other] ?? 0) + count - (other === own ? 1 : 0);
      }
    }
  }
  return people;
}

/** How often each label was given to each claim; the first claims with several labels go to `disputed`. */
function* unitsOf(table: Iterable<AnnotatedClaim>, disputed: AnnotatedClaim[]): Generator<number[]> {
  for (const annotated of table) {
    const given = annotated.annotations.map(({ label }) => label);
    if (new Set(given).size > 1 && disputed.length <= maxShown) disputed.push(annotated);
    yield labels.map((label) => given.filter((other) => other === label).length);
  }
}
