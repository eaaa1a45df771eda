import { expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { applyLosses } from '../../../src/formats/loss.ts';
import { chat } from '../../../src/formats/models/chat.ts';
import { nli } from '../../../src/formats/models/nli.ts';
import { context, exampleClaims } from '../example-claims.ts';

const claims: readonly OpenClaim[] = [
  {
    id: 1,
    claim: 'The Café is a bar.',
    label: 'SUPPORTS',
    evidence: [['Café (bar)_sentence_0'], ['Elsewhere_sentence_0'], ['Café (bar)_sentence_1']],
  },
  { id: 2, claim: 'Who knows.', label: 'NOT ENOUGH INFO', evidence: [] },
];

const text = [...chat.write(claims, context)].join('');

function compare(changed: string, of = claims): string[] {
  return [...(chat.compare?.(changed, of, context) ?? [])];
}

test('a row is a conversation that ends with the label', () => {
  expect(text.split('\n')[0]).toMatchInlineSnapshot(
    `"{"messages":[{"role":"system","content":"Judge the claim by the evidence alone. Answer with one of: SUPPORTS, REFUTES, NOT ENOUGH INFO."},{"role":"user","content":"Claim: The Café is a bar.\\n\\nEvidence:\\nThe Café is a bar."},{"role":"assistant","content":"SUPPORTS"}]}"`,
  );
});

test('rows hold nothing but messages, with the premises of nli', () => {
  const rows = [...chat.write(exampleClaims, context)].map(
    (line) => JSON.parse(line) as { messages: unknown },
  );
  const pairs = [...nli.write(exampleClaims, context)].map(
    (line) => JSON.parse(line) as { premise: string; hypothesis: string },
  );
  expect(rows.map((row) => Object.keys(row).join())).toEqual(pairs.map(() => 'messages'));
  expect(rows.map(({ messages }) => (messages as { content: string }[])[1]?.content)).toEqual(
    pairs.map(({ premise, hypothesis }) => `Claim: ${hypothesis}\n\nEvidence:\n${premise}`),
  );
});

test('each loss happens, and happens once', () => {
  const met = new Set(
    exampleClaims.flatMap((claim) => applyLosses(chat.losses, claim, context).losses.map(({ id }) => id)),
  );
  expect([...met].sort()).toEqual(chat.losses.map(({ id }) => id).sort());
  for (const claim of exampleClaims) {
    const kept = applyLosses(chat.losses, claim, context).claim;
    if (kept !== undefined && kept.evidence.length > 0)
      expect(applyLosses(chat.losses, kept, context).losses).toEqual([]);
  }
});

test.each([
  ['nothing', text, []],
  ['a row less', text.slice(0, text.lastIndexOf('{"messages"')), ['it ends before row 3, that of claim 2']],
  ['a row more', text + text.split('\n')[0], ['it has 4 rows, not 3']],
  [
    'another answer',
    text.replace('"content":"SUPPORTS"', '"content":"REFUTES"'),
    ['row 1, that of claim 1: the assistant says something else'],
  ],
  [
    'another key',
    text.replace('{"messages"', '{"id":1,"messages"'),
    ['row 1, that of claim 1: it has other keys: id'],
  ],
  ['no JSON', text.replace('{', ''), ['row 1, that of claim 1: it is not JSON']],
  [
    'no messages',
    text.replace('messages', 'message'),
    ['row 1, that of claim 1: expected an object with messages, found an object'],
  ],
])('%s is found', (_, changed, problems) => {
  expect(compare(changed)).toEqual(problems);
});

test('a record that does not decide the claim is answered NOT ENOUGH INFO', () => {
  const negatives = new Map([['1', [{ id: 'Café (bar)_sentence_2', sampler: 'hard' }]]]);
  const more = { ...context, negatives };
  const written = [...chat.write(claims.slice(0, 1), more)];
  const answers = written.map(
    (line) => (JSON.parse(line) as { messages: { content: string }[] }).messages[2]?.content,
  );
  expect(answers).toEqual(['SUPPORTS', 'SUPPORTS', 'NOT ENOUGH INFO']);
  expect([...(chat.compare?.(written.join(''), claims.slice(0, 1), more) ?? [])]).toEqual([]);
});
