import { toNfc } from '../../../text/normalise.ts';
import { evidenceFacts, mayOverlap } from '../../evidence/evidence-facts.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { removeItem } from '../../list-edits.ts';
import { defineRecordRule } from '../../rule.ts';

/** No two evidence sets of a record have the same ids. */
export const duplicateSet = defineRecordRule({
  id: 'evidence/duplicate-set',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'The evidence sets of a record differ.',
  why: 'A set that stands twice looks like independent evidence, and weighs double wherever sets are counted.',
  help: 'Remove the second set.',
  source:
    'The annotation tool of FEVEROUS refuses identical sets. FEVER has them: one set for each annotator who found the same sentences.',
  messages: { again: 'Evidence set {set} has the same ids as set {first}.' },
  examples: [
    {
      name: 'two different sets',
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
      name: 'the same ids in another order',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [
            ['A_sentence_0', 'A_sentence_1'],
            ['A_sentence_1', 'A_sentence_0'],
          ],
        },
      ],
      expect: ['1:87-1:118 again'],
    },
  ],
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & mayOverlap) === 0,
  *check(entry, { report }) {
    const sets = evidenceSetsOf(entry);
    const seen = new Map<string, number>();
    for (const [set, ids] of sets.entries()) {
      const key = JSON.stringify([...new Set(ids.map(toNfc))].sort());
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, set);
        continue;
      }
      const path = ['evidence', set];
      yield report('again', {
        data: { set: set + 1, first: first + 1 },
        place: entry.place(path),
        related: [{ message: `This is set ${first + 1}.`, place: entry.place(['evidence', first]) }],
        fix: removeItem(entry, path, sets.length),
      });
    }
  },
});
