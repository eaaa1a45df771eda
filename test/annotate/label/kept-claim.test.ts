import { expect, test } from 'vitest';
import type { Item } from '../../../src/annotate/api/item.ts';
import { emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { type ClaimInHand, isUntouched, takeInHand } from '../../../src/annotate/label/claim-in-hand.ts';
import { keepClaim, readKeptClaim, resumeClaim } from '../../../src/annotate/label/kept-claim.ts';

const item: Item = { id: 'c1', claim: 'A town is a city.', titles: ['A'] };
const worked: ClaimInHand = {
  ...takeInHand(item),
  timeline: {
    past: [emptyDraft],
    present: { ...emptyDraft, label: 'SUPPORTS', sets: [['A_sentence_0']], keepsPartial: true },
    future: [{ ...emptyDraft, challenge: 'Other' }],
  },
  time: { active: 5, idle: 1, hidden: 0, counted: 77, lastInput: 70, isHidden: true },
  trail: [{ after: 0.5, did: 'open', what: 'A' }],
  pages: [{ title: 'A', fingerprint: 'f' }],
  page: 'A',
};
const reply = {
  kind: 'skip' as const,
  claim: 'c1',
  at: '2026-01-01T00:00:00.000Z',
  reason: 'other' as const,
  seconds: 1,
};

test.each([
  { name: 'with a timeline', claim: worked },
  { name: 'that was sent', claim: { ...worked, sent: reply, stands: true, canResend: true } },
  { name: 'that nothing was done about', claim: takeInHand(item) },
])('a claim $name is read as it was kept, its time stopped', ({ claim }) => {
  const kept = readKeptClaim(structuredClone(keepClaim(claim, 100)));
  expect(kept).toEqual({
    form: 1,
    at: 100,
    claim: { ...claim, time: { ...claim.time, counted: undefined } },
  });
});

test.each([
  { name: 'nothing', kept: undefined },
  { name: 'another form', kept: { ...keepClaim(worked, 0), form: 2 } },
  {
    name: 'a set that is not there',
    kept: keepClaim(
      { ...worked, timeline: { ...worked.timeline, present: { ...emptyDraft, active: 3 } } },
      0,
    ),
  },
  {
    name: 'something else that was sent',
    kept: keepClaim({ ...worked, sent: { ...reply, kind: 'flag' } as never }, 0),
  },
  {
    name: 'a foreign draft',
    kept: { form: 1, at: 0, claim: { ...worked, timeline: { past: [], present: {}, future: [] } } },
  },
])('$name is no claim that was kept', ({ kept }) => {
  expect(readKeptClaim(kept)).toBeUndefined();
});

const own = { label: 'REFUTES' as const, evidence: [['A_sentence_3']], at: '2026-01-01T00:00:00.000Z' };
const then = Date.parse(own.at);

test.each([
  { name: 'nothing was kept', given: item, kept: undefined, label: undefined },
  { name: 'a draft was kept', given: item, kept: keepClaim(worked, 0), label: 'SUPPORTS' },
  {
    name: 'the claim says something else now',
    given: { ...item, claim: 'A town is no city.' },
    kept: keepClaim(worked, 0),
    label: undefined,
  },
  {
    name: 'it was answered elsewhere since',
    given: { ...item, own },
    kept: keepClaim(worked, then - 1),
    label: 'REFUTES',
  },
  {
    name: 'the draft is the newer one',
    given: { ...item, own },
    kept: keepClaim(worked, then + 1),
    label: 'SUPPORTS',
  },
  {
    name: 'another answer is asked for',
    given: { ...item, own, sentBack: 'Look again.' },
    kept: keepClaim({ ...worked, sent: reply, stands: true }, then + 1),
    label: 'REFUTES',
  },
])('a claim is given out and $name', ({ given, kept, label }) => {
  expect(resumeClaim(given, kept).timeline.present.label).toBe(label);
});

test('a claim is untouched until something was done that could be undone', () => {
  expect(isUntouched(takeInHand(item))).toBe(true);
  expect(isUntouched(worked)).toBe(false);
});
