import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { defineRecordRule } from '../../rule.ts';

/** A record has no more evidence sets than the guideline allows. */
export const tooManySets = defineRecordRule({
  id: 'evidence/too-many-sets',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A record has no more evidence sets than the guideline of the dataset allows.',
  why: 'Annotators who may give any number of sets stop at different ones, and a claim with many sets is easier to score on than others.',
  help: 'Keep the sets that decide the claim best.',
  source: 'The annotation tool of FEVEROUS takes three sets at most. FEVER has no limit.',
  options: {
    max: {
      default: Number.POSITIVE_INFINITY,
      min: 1,
      isInteger: true,
      about: 'Evidence sets that a record may have.',
    },
  },
  messages: { many: 'There are {count} evidence sets; at most {max} {are} wanted.' },
  examples: [
    {
      name: 'two sets where two are allowed',
      options: { max: 2 },
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0'], ['A_sentence_1']],
        },
      ],
    },
    {
      name: 'two sets where one is allowed',
      options: { max: 1 },
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0'], ['A_sentence_1']] }],
      expect: ['1:72-1:88 many'],
    },
  ],
  skip: (entry, { options }) => evidenceSetsOf(entry).length <= options.max,
  *check(entry, { options: { max }, report }) {
    const count = evidenceSetsOf(entry).length;
    if (count <= max) return;
    yield report('many', {
      data: { count, max, are: max === 1 ? 'is' : 'are' },
      // The first that is one too many.
      place: entry.place(['evidence', max]),
    });
  },
});
