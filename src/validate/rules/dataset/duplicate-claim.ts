import { defineDatasetRule } from '../../rule.ts';

/** A claim stands once in the dataset. */
export const duplicateClaim = defineDatasetRule({
  id: 'dataset/duplicate-claim',
  level: 5,
  severity: 'warning',
  since: '0.1.0',
  title: 'A claim stands once in the dataset.',
  why: 'A claim that stands twice weighs double, and leaks if one copy is for training and the other for testing.',
  help: 'Keep one of the two, with the evidence sets of both.',
  source:
    'Measured: the labelled development data of FEVER repeat 335 of their claims. Case, punctuation and blanks are not compared.',
  messages: { again: 'The claim is the same as claim {first}, with the same label.' },
  examples: [
    {
      name: 'two claims',
      lines: [
        { id: 1, claim: 'One is a number.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'Two is a number.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'the same claim but for case and punctuation',
      lines: [
        { id: 1, claim: 'One is a number.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: '"One" is a Number.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['2:17-2:39 again'],
    },
  ],
  begin({ claims, report }) {
    return {
      visit(entry) {
        const first = claims.firstOfVerdict(entry);
        if (first === claims.places.rowOf(entry)) return undefined;
        return [
          report('again', {
            data: { first: JSON.stringify(claims.places.idOf(first)) },
            place: entry.place(['claim']),
            related: [{ message: 'It stands here for the first time.', place: claims.places.recall(first) }],
          }),
        ];
      },
    };
  },
});
