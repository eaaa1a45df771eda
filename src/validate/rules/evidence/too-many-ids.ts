import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { defineRecordRule } from '../../rule.ts';

/** An evidence set has no more ids than the guideline allows. */
export const tooManyIds = defineRecordRule({
  id: 'evidence/too-many-ids',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'An evidence set has no more ids than the guideline of the dataset allows.',
  why: 'A set with many ids is seldom the least that decides the claim, and no system that may give fewer can find all of it.',
  help: 'Remove what the claim can be decided without, or write a claim that needs less.',
  source:
    'The FEVER scorer looks at the first five predicted sentences, that of FEVEROUS at five sentences and 25 cells: a larger set can never be found.',
  options: {
    max: {
      default: Number.POSITIVE_INFINITY,
      min: 1,
      isInteger: true,
      about: 'Ids that an evidence set may have.',
    },
  },
  messages: { many: 'Evidence set {set} has {count} ids; at most {max} {are} wanted.' },
  examples: [
    {
      name: 'two ids where two are allowed',
      options: { max: 2 },
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'A_sentence_1']],
        },
      ],
    },
    {
      name: 'two ids where one is allowed',
      options: { max: 1 },
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0', 'A_sentence_1']] }],
      expect: ['1:71-1:85 many'],
    },
  ],
  skip: (entry, { options }) => {
    if (options.max === Number.POSITIVE_INFINITY) return true;
    for (const ids of evidenceSetsOf(entry)) if (ids.length > options.max) return false;
    return true;
  },
  *check(entry, { options: { max }, report }) {
    for (const [set, { length: count }] of evidenceSetsOf(entry).entries()) {
      if (count <= max) continue;
      yield report('many', {
        data: { set: set + 1, count, max, are: max === 1 ? 'is' : 'are' },
        // The first that is one too many.
        place: entry.place(['evidence', set, max]),
      });
    }
  },
});
