import { fingerprintOfText } from '../../../corpus/text-fingerprint.ts';
import { toNfc } from '../../../text/normalise.ts';
import { evidenceOf, statementOf } from '../../evidence/evidence-of.ts';
import { fingerprintsOf } from '../../evidence/fingerprints-of.ts';
import { excerpt } from '../../excerpt.ts';
import { defineRecordRule } from '../../rule.ts';

/** Evidence still says what it said when it was chosen. */
export const changedText = defineRecordRule({
  id: 'evidence/changed-text',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'Evidence says what it said when it was chosen.',
  why: 'The article was changed since somebody judged the claim by it: the label may no longer be right, and the id may stand for another sentence.',
  help: 'Read the text again. If it still decides the claim, accept it: `claimset fingerprint --update`.',
  source:
    'VitaminC (Schuster et al. 2021): an edit of one sentence often turns the label of a claim. `claimset fingerprint` keeps what the texts were under `fingerprints`.',
  messages: {
    changed: 'The text of `{id}` was changed since it was chosen as evidence. It is now "{text}".',
  },
  needs: 'corpus',
  nativeOnly: true,
  examples: [
    {
      name: 'the text is as it was',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
          fingerprints: { A_sentence_0: 'c0c2f9389d2db8ec' },
        },
      ],
    },
    {
      name: 'the text is another one',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0'], ['A_sentence_0', 'A_sentence_1']],
          fingerprints: { A_sentence_0: '0123456789abcdef' },
        },
      ],
      expect: ['1:56-1:70 changed'],
    },
  ],
  skip: (entry) => statementOf(entry).fingerprints === undefined,
  *check(entry, { evidence, report }) {
    const kept = fingerprintsOf(statementOf(entry));
    const told = new Set<string>();
    for (const { id, path } of evidenceOf(entry)) {
      const known = kept.get(toNfc(id));
      const text = evidence.get(id)?.text;
      if (known === undefined || text === undefined || told.has(toNfc(id))) continue;
      const fingerprint = fingerprintOfText(text);
      if (fingerprint === known.fingerprint) continue;
      told.add(toNfc(id));
      const where = ['fingerprints', known.key];
      yield report('changed', {
        data: { id, text: excerpt(text) },
        place: entry.place(path),
        related: [{ message: 'This is the fingerprint of the text as it was.', place: entry.place(where) }],
        suggestions: [
          {
            message: 'Accept the text as it is now.',
            edits: [{ span: entry.span(where), text: JSON.stringify(fingerprint) }],
          },
        ],
      });
    }
  },
});
