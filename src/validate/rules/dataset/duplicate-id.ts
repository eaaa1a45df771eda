import { defineDatasetRule } from '../../rule.ts';

/** An id stands for one claim. */
export const duplicateId = defineDatasetRule({
  id: 'dataset/duplicate-id',
  level: 3,
  severity: 'error',
  since: '0.1.0',
  title: 'An id stands for one claim of the dataset.',
  why: 'Annotations, predictions and splits name a claim by its id: with two of them, they may mean either.',
  help: 'Give the second claim an id of its own, or delete it if it is a copy.',
  source: 'FEVER (Thorne et al. 2018): ids are unique over all splits.',
  messages: {
    again: 'The id {id} stands for a second claim.',
    alike: 'The ids {id} and {first} are one where ids are text, as in other formats.',
  },
  examples: [
    {
      name: 'two ids',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 'a', claim: 'The number two comes second.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'the same id twice',
      lines: [
        { id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 1, claim: 'Two.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['2:7-2:8 again'],
    },
    {
      name: 'a number and its digits',
      lines: [
        { id: 1, claim: 'One.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: '1', claim: 'Two.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['2:7-2:10 alike'],
    },
  ],
  begin({ claims, report }) {
    return {
      visit(entry) {
        const first = claims.firstOfId(entry);
        if (first === claims.places.rowOf(entry)) return undefined;
        const { id } = entry.claim;
        const firstId = claims.places.idOf(first);
        return [
          report(id === firstId ? 'again' : 'alike', {
            data: { id: JSON.stringify(id), first: JSON.stringify(firstId) },
            place: entry.place(['id']),
            related: [{ message: 'It stands here for the first time.', place: claims.places.recall(first) }],
          }),
        ];
      },
    };
  },
});
