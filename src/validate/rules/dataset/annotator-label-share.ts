import { labels } from '../../../claims/label.ts';
import { findOutlyingShares } from '../../../stats/label-shares.ts';
import { percent } from '../../../text/percent.ts';
import { defineDatasetRule } from '../../rule.ts';
import type { AnnotationTable } from '../../tables/annotation-table.ts';

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const lines = numbers.map((name, at) => ({
  id: at + 1,
  claim: `The number ${name} comes first.`,
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
}));
const annotationsOf = (annotator: string, label: string) =>
  lines.map(({ id, evidence }) => ({ claim: id, annotator, label, evidence, at: '2025-01-31T12:00:00Z' }));
const maxShown = 3;

/** Annotators give each label about as often as the others do. */
export const annotatorLabelShare = defineDatasetRule({
  id: 'dataset/annotator-label-share',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'An annotator gives each label about as often as the others do.',
  why: 'Who says the same far more often reads the guideline in another way, or clicks through. Claims dealt out by subject may be the reason too.',
  help: 'Compare some of these annotations with what others say of the same claims, and talk about the guideline.',
  source:
    "A chi-square test with Yates's correction of each annotator's label against all others', with Bonferroni's correction, at 1 %.",
  needs: 'annotations',
  options: {
    minDifference: {
      default: 0.2,
      min: 0,
      max: 1,
      about: "Difference between an annotator's share and that of the others from which on it is told.",
    },
    minAnnotations: {
      default: 50,
      min: 1,
      isInteger: true,
      about: 'Annotations that the annotator, and the others together, must have made.',
    },
  },
  messages: {
    far: '{annotator} says `{label}` in {share} of {count} annotations, the others in {pool} of {poolCount}.',
  },
  examples: [
    {
      name: 'annotators who say the same, and too few annotations to tell',
      lines: lines.slice(0, 1),
      annotations: [...annotationsOf('a', 'SUPPORTS'), ...annotationsOf('b', 'SUPPORTS')].filter(
        ({ claim }) => claim === 1,
      ),
    },
    {
      name: 'annotators who never say the same',
      options: { minAnnotations: 10 },
      lines,
      annotations: [...annotationsOf('a', 'SUPPORTS'), ...annotationsOf('b', 'REFUTES')],
      expect: ['annotation 1:36-1:46 far'],
    },
  ],
  begin({ annotations: table, options: { minDifference, minAnnotations }, report }) {
    return {
      *finish() {
        const people = [...peopleOf(table)];
        const counts = people.map(([, given]) => given.map(({ count }) => count));
        for (const { person, category, share, pool, poolValues } of findOutlyingShares(counts, {
          minDifference,
          minValues: minAnnotations,
        })) {
          const [annotator, given] = people[person] ?? ['', []];
          const count = sum(given.map((each) => each.count));
          // Of somebody who hardly ever gives a label the others are what is telling.
          const rows = given.flatMap((each, which) =>
            (which === category) === share > pool ? each.rows : [],
          );
          const [place, ...others] = rows
            .sort((a, b) => a - b)
            .slice(0, maxShown)
            .map((row) => table.places.recall(row, 'label'));
          if (place === undefined) continue;
          const data = {
            annotator,
            label: labels[category] ?? '',
            share: percent(share),
            pool: percent(pool),
            count,
            poolCount: poolValues,
          };
          yield report('far', {
            data,
            place,
            related: others.map((other) => ({ message: 'Here too.', place: other })),
          });
        }
      },
    };
  },
});

/** How often somebody gave a label, and the rows of the first times. */
interface Given {
  count: number;
  readonly rows: number[];
}

/** What each annotator gave by label, in the order in which they came first. */
function peopleOf(table: AnnotationTable): Map<string, readonly Given[]> {
  const people = new Map<string, readonly Given[]>();
  for (const { annotations } of table) {
    for (const { annotator, label, row } of annotations) {
      const given = people.get(annotator) ?? labels.map(() => ({ count: 0, rows: [] }));
      people.set(annotator, given);
      const ofLabel = given[labels.indexOf(label)];
      if (ofLabel === undefined) continue;
      ofLabel.count += 1;
      if (ofLabel.rows.length < maxShown) ofLabel.rows.push(row);
    }
  }
  return people;
}

function sum(all: readonly number[]): number {
  return all.reduce((total, number) => total + number, 0);
}
