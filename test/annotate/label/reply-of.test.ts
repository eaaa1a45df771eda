import { expect, test } from 'vitest';
import type { Item } from '../../../src/annotate/api/item.ts';
import { emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { type ClaimInHand, takeInHand } from '../../../src/annotate/label/claim-in-hand.ts';
import { replyOf } from '../../../src/annotate/label/reply-of.ts';

const item: Item = { id: 7, claim: 'A town is a city.', titles: [] };
const answered: ClaimInHand = {
  ...takeInHand(item),
  timeline: {
    past: [emptyDraft],
    present: { ...emptyDraft, label: 'SUPPORTS', sets: [['A_sentence_0', 'B_sentence_0']], comment: 'Sure.' },
    future: [],
  },
  time: { active: 12_345, idle: 60_000, hidden: 49, counted: undefined, lastInput: 0, isHidden: false },
  trail: [{ after: 0.5, did: 'open', what: 'A' }],
  despite: ' The table is odd. ',
};
const context = {
  at: '2026-01-01T00:00:00.000Z',
  guidelines: '0123456789abcdef',
  hasErrors: true,
  textOf: (id: string) => (id.startsWith('A') ? 'A  town.' : undefined),
};

test('an answer says how it came to be', () => {
  expect(replyOf(answered, context)).toMatchInlineSnapshot(`
    {
      "at": "2026-01-01T00:00:00.000Z",
      "claim": 7,
      "comment": "Sure.",
      "despite": "The table is odd.",
      "evidence": [
        [
          "A_sentence_0",
          "B_sentence_0",
        ],
      ],
      "fingerprints": {
        "A_sentence_0": "524986732897f868",
      },
      "guidelines": "0123456789abcdef",
      "hiddenSeconds": 0,
      "idleSeconds": 60,
      "kind": "annotate",
      "label": "SUPPORTS",
      "seconds": 12.3,
      "trail": [
        {
          "after": 0.5,
          "did": "open",
          "what": "A",
        },
      ],
    }
  `);
});

test.each([
  { name: 'no reason where the checks find no error', key: 'despite', change: { hasErrors: false } },
  { name: 'no guidelines where there are none', key: 'guidelines', change: { guidelines: null } },
  {
    name: 'no fingerprints where no text is known',
    key: 'fingerprints',
    change: { textOf: () => undefined },
  },
])('$name', ({ key, change }) => {
  expect(replyOf(answered, { ...context, ...change })).not.toHaveProperty(key);
});

test('of a verdict from the evidence alone only the label and the note are sent', () => {
  expect(replyOf({ ...answered, item: { ...item, verdictOn: [] } }, context)).toEqual({
    kind: 'verdict',
    claim: 7,
    at: context.at,
    label: 'SUPPORTS',
    comment: 'Sure.',
  });
});

test('without a label there is no answer', () => {
  expect(replyOf(takeInHand(item), context)).toBeUndefined();
});
