import { expect, test } from 'vitest';
import { type KeptWriting, parseKeptWriting } from '../../../src/annotate/write/kept-writing.ts';
import { emptyWriteDraft, reduceWrite } from '../../../src/annotate/write/reduce-write.ts';

const draft = reduceWrite(emptyWriteDraft, { type: 'toggle', id: 'A_sentence_0' });
const kept: KeptWriting = {
  draft,
  waiting: [{ key: 'k', draft, at: '2026-01-02T03:04:05Z' }],
  written: [
    {
      record: { id: 'a-0001', claim: 'One is odd.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      at: '2026-01-02T03:04:05Z',
      before: {
        record: { id: 'a-0001', claim: 'One is even.', label: 'REFUTES', evidence: [['A_sentence_0']] },
        at: '2026-01-02T03:04:04Z',
      },
    },
  ],
};

test('what is kept comes back, whether or not the database keeps `undefined`', () => {
  expect(parseKeptWriting(structuredClone(kept))).toStrictEqual(kept);
  expect(parseKeptWriting(JSON.parse(JSON.stringify(kept)))).toStrictEqual(kept);
});

test.each([
  ['nothing', undefined],
  ['a text', 'x'],
  ['no sets', { ...kept, draft: { ...draft, answer: { ...draft.answer, sets: [] } } }],
  ['another label', { ...kept, draft: { ...draft, answer: { ...draft.answer, label: 'MAYBE' } } }],
])('%s is not taken', (_name, state) => {
  expect(parseKeptWriting(state)).toBeUndefined();
});
