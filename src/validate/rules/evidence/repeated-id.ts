import { toNfc } from '../../../text/normalise.ts';
import { evidenceFacts, mayRepeat } from '../../evidence/evidence-facts.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { removeItem } from '../../list-edits.ts';
import { defineRecordRule } from '../../rule.ts';

/** An id stands once in an evidence set. */
export const repeatedId = defineRecordRule({
  id: 'evidence/repeated-id',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'An id stands once in an evidence set.',
  why: 'The second adds nothing, but makes the set look larger in every count.',
  help: 'Remove the second.',
  source: 'An evidence set is a set. Ids are compared in Unicode normal form C.',
  messages: { again: '`{id}` stands a second time in the evidence set.' },
  examples: [
    {
      name: 'the same id in two sets',
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
      name: 'the same id twice in a set',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0', 'A_sentence_1', 'A_sentence_0']],
        },
      ],
      expect: ['1:86-1:100 again'],
    },
  ],
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & mayRepeat) === 0,
  *check(entry, { report }) {
    for (const [set, ids] of evidenceSetsOf(entry).entries()) {
      const seen = new Map<string, number>();
      for (const [which, id] of ids.entries()) {
        const key = toNfc(id);
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, which);
          continue;
        }
        const path = ['evidence', set, which];
        yield report('again', {
          data: { id },
          place: entry.place(path),
          related: [
            { message: 'It stands here for the first time.', place: entry.place(['evidence', set, first]) },
          ],
          fix: removeItem(entry, path, ids.length),
        });
      }
    }
  },
});
