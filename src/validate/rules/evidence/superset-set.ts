import { toNfc } from '../../../text/normalise.ts';
import { evidenceFacts, mayOverlap } from '../../evidence/evidence-facts.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { removeItem } from '../../list-edits.ts';
import { defineRecordRule } from '../../rule.ts';

/** Comparing each set with each other costs their number squared; a record with more ids than this allows is left half compared. */
const maxLookUps = 1_000_000;

/** No evidence set holds more than another set that suffices. */
export const supersetSet = defineRecordRule({
  id: 'evidence/superset-set',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'No evidence set contains another one.',
  why: 'Any one set decides the claim alone: if the smaller one does, the rest of the larger one is not needed.',
  help: 'Remove the larger set, or add to the smaller one what it lacks.',
  source: 'FEVER (Thorne et al. 2018): annotators choose the fewest sentences that decide the claim.',
  messages: { contains: 'Evidence set {set} contains set {smaller}.' },
  examples: [
    {
      name: 'sets that share an id',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [
            ['A_sentence_0', 'A_sentence_1'],
            ['A_sentence_0', 'A_sentence_2'],
          ],
        },
      ],
    },
    {
      name: 'a set that contains another',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'A_sentence_1'], ['A_sentence_1']],
        },
      ],
      expect: ['1:55-1:86 contains'],
    },
  ],
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & mayOverlap) === 0,
  *check(entry, { report }) {
    const sets = evidenceSetsOf(entry).map((ids) => new Set(ids.map(toNfc)));
    let lookUps = 0;
    const contains = (larger: ReadonlySet<string>, smaller: ReadonlySet<string>): boolean => {
      lookUps += 1;
      if (smaller.size >= larger.size) return false;
      for (const id of smaller) {
        lookUps += 1;
        if (!larger.has(id)) return false;
      }
      return true;
    };
    for (const [set, ids] of sets.entries()) {
      if (lookUps > maxLookUps) return;
      const smaller = sets.findIndex((other) => contains(ids, other));
      if (smaller < 0) continue;
      const path = ['evidence', set];
      const edits = removeItem(entry, path, sets.length);
      yield report('contains', {
        data: { set: set + 1, smaller: smaller + 1 },
        place: entry.place(path),
        related: [{ message: `This is set ${smaller + 1}.`, place: entry.place(['evidence', smaller]) }],
        suggestions: [{ message: 'Remove the larger set.', edits }],
      });
    }
  },
});
