import { expect, test } from 'vitest';
import type { Item } from '../../../src/annotate/api/item.ts';
import { emptyDraft } from '../../../src/annotate/draft/draft.ts';
import {
  type ClaimInHand,
  hearItem,
  isUntouched,
  takeInHand,
} from '../../../src/annotate/label/claim-in-hand.ts';
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
  {
    name: 'that was sent',
    claim: {
      ...worked,
      sent: reply,
      standing: ['annotate', 'skip'] as const,
      canResend: true,
      textBefore: 'A town.',
    },
  },
  { name: 'that nothing was done about', claim: takeInHand(item) },
  {
    name: 'that is closed',
    claim: { ...worked, closed: { code: 'ADJUDICATED', message: 'It was decided.' } },
  },
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

test('where the active set is not there, the last one is', () => {
  const present = { ...emptyDraft, sets: [['A_sentence_1'], ['A_sentence_2']], active: 3 };
  const kept = readKeptClaim(keepClaim({ ...worked, timeline: { ...worked.timeline, present } }, 0));
  expect(kept?.claim.timeline.present.active).toBe(1);
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
    label: 'SUPPORTS',
    textBefore: item.claim,
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
    kept: keepClaim({ ...worked, sent: reply, standing: ['skip'] }, then + 1),
    label: 'REFUTES',
  },
])('a claim is given out and $name', ({ given, kept, label, textBefore }) => {
  const resumed = resumeClaim(given, kept, true);
  expect([resumed.timeline.present.label, resumed.textBefore]).toEqual([label, textBefore]);
});

test.each([
  { name: 'an answer', given: { ...item, own }, known: [], standing: ['annotate'] },
  {
    name: 'an answer over others',
    given: { ...item, own },
    known: ['skip', 'annotate'],
    standing: ['skip', 'annotate'],
  },
  { name: 'a skip', given: { ...item, skipped: true }, known: ['annotate'], standing: ['skip'] },
  {
    name: 'a verdict',
    given: { ...item, own, verdictOn: [['A_sentence_0']] },
    known: [],
    standing: ['verdict'],
  },
  { name: 'nothing: another tab took it back', given: item, known: ['annotate'], standing: [] },
] as const)('by the word of the server stands $name', ({ given, known, standing }) => {
  const claim: ClaimInHand = { ...worked, standing: [...known] };
  expect(hearItem(claim, given as Item, true).standing).toEqual(standing);
  // What it has not heard yet is later than that.
  expect(hearItem(claim, given as Item, false).standing).toEqual(known);
});

test('a claim that says what it said again is told no more, and one that came back can be changed', () => {
  const changed = hearItem(worked, { ...item, claim: 'Other.' }, true);
  expect(changed.textBefore).toBe(item.claim);
  expect(hearItem(changed, item, true).textBefore).toBeUndefined();
  const closed = (code: string): ClaimInHand => ({ ...worked, closed: { code, message: 'No.' } });
  expect(hearItem(closed('UNKNOWN_CLAIM'), item, true).closed).toBeUndefined();
  expect(hearItem(closed('ADJUDICATED'), item, true).closed).toBeDefined();
  expect(hearItem(closed('ADJUDICATED'), { ...item, sentBack: '' }, true).closed).toBeUndefined();
});

test('a claim is untouched until something was done that could be undone', () => {
  expect(isUntouched(takeInHand(item))).toBe(true);
  expect(isUntouched(worked)).toBe(false);
});
