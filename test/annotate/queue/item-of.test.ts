import { expect, test } from 'vitest';
import { itemSchema } from '../../../src/annotate/api/item.ts';
import { itemOf } from '../../../src/annotate/queue/item-of.ts';
import type { ItemKind, QueueClaim } from '../../../src/annotate/queue/plan-queue.ts';
import { foldJournals } from '../../../src/annotate/work/fold-journals.ts';
import type { Annotation } from '../../../src/claims/annotation.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import { answer, at, flag, sendBack, skip, verdict } from '../work/journal-lines.ts';
import { labelled, unlabelled } from './queue-claims.ts';

const context = { claims: new Map<string, QueueClaim>(), fingerprint: () => undefined };

function shown(claim: QueueClaim, kind: ItemKind, records: readonly JournalRecord[] = [], more: object = {}) {
  const work = foldJournals(records).claims.get(String(claim.record.id));
  const item = itemOf({ claim, kind, work, lease: undefined }, 'a', { ...context, ...more });
  expect(itemSchema.parse(item)).toEqual(item);
  return item;
}

test('nothing is shown of label, evidence, mutation and other keys of a claim, nor of what others said', () => {
  const claim = labelled('c', { source: 'Page_sentence_3', note: 'secret' });
  const records = [
    answer('b', 1),
    flag('b', 1),
    answer('l', 2, { adjudication: true }),
    verdict('b', 3),
    sendBack('l', 4, ['b']),
  ];
  for (const kind of ['own', 'gold', 'others'] as const) {
    expect(shown(claim, kind, records)).toEqual({ id: 'c', claim: 'Claim c.', titles: ['Page'] });
  }
});

test('the training is told', () => {
  expect(shown(labelled('c'), 'training')).toEqual({
    id: 'c',
    claim: 'Claim c.',
    titles: [],
    training: true,
  });
});

test('the own answer and what was said on sending it back', () => {
  const own: Partial<Annotation> = {
    challenge: 'Other',
    comment: 'Hm.',
    consulted: ['T_sentence_9'],
    seconds: 3,
    reason: 'both-valid',
  };
  const sent = { ...sendBack('l', 2, ['a']), comment: 'Look again.' };
  expect(shown(unlabelled('c'), 'sent-back', [answer('a', 1, own), sent])).toEqual({
    id: 'c',
    claim: 'Claim c.',
    titles: [],
    own: {
      label: 'SUPPORTS',
      evidence: [['T_sentence_1']],
      challenge: 'Other',
      comment: 'Hm.',
      consulted: ['T_sentence_9'],
      at: at(1),
    },
    sentBack: 'Look again.',
  });
  expect(shown(unlabelled('c'), 'sent-back', [sendBack('l', 2, ['a'])]).sentBack).toBe('');
});

test('who gives a verdict sees the evidence that was decided on and no article', () => {
  const records = [
    answer('l', 2, { adjudication: true, label: 'REFUTES', evidence: [['X_sentence_1', 'X_sentence_2']] }),
  ];
  expect(
    shown(labelled('c', { source: 'Page_sentence_3' }), 'verdict', records, { onlyTitle: 'Page' }),
  ).toEqual({
    id: 'c',
    claim: 'Claim c.',
    titles: [],
    verdictOn: [['X_sentence_1', 'X_sentence_2']],
  });
  // As it was seen, and not the whole claim, where the verdict is looked at again.
  const again = shown(labelled('c'), 'verdict', [...records, verdict('a', 3), verdict('b', 4)]);
  expect(again).toMatchObject({ titles: [], own: { evidence: [], at: verdict('a', 3).at } });
});

test('who has skipped a claim hears that it is skipped', () => {
  expect(shown(labelled('c'), 'own', [skip('a', 1, 'other')]).skipped).toBe(true);
  expect(
    shown(labelled('c'), 'own', [skip('b', 1, 'other'), skip('a', 1, 'other'), answer('a', 2)]),
  ).not.toHaveProperty('skipped');
});

test.each<[string, object, string[]]>([
  ['an evidence id', { source: 'A_b_cell_0_1_2' }, ['A_b']],
  ['another claim', { source: 'one' }, ['One']],
  ['a claim made from a claim', { source: 'two' }, ['One']],
  ['claims in a circle', { source: 'round' }, []],
  ['no id of anything', { source: 'somewhere' }, []],
  ['nothing', {}, []],
])('the title to begin with, of a claim that was written from %s', (_, more, titles) => {
  const claims = new Map([
    ['one', labelled('one', { source: 'One_sentence_4' })],
    ['two', labelled('two', { source: 'one' })],
    ['round', labelled('round', { source: 'round' })],
  ]);
  expect(shown(labelled('c', more), 'own', [], { claims }).titles).toEqual(titles);
});

test('a corpus with one article begins with that', () => {
  expect(shown(labelled('c'), 'own', [], { onlyTitle: 'All' }).titles).toEqual(['All']);
});

test('articles whose cited texts have changed since the own answer', () => {
  const fingerprints = {
    A_sentence_1: '0000000000000001',
    A_sentence_2: '0000000000000002',
    B_sentence_1: '0000000000000003',
  };
  const now: Record<string, string> = { A_sentence_1: '0000000000000001', B_sentence_1: '0000000000000003' };
  const fingerprint = (id: string) => now[id];
  const records = [
    answer('a', 1, { fingerprints }),
    answer('b', 1, { fingerprints: { C_sentence_1: '0000000000000004' } }),
  ];
  expect(shown(labelled('c'), 'own', records, { fingerprint }).changed).toEqual(['A']);
  now.A_sentence_2 = '0000000000000002';
  expect(shown(labelled('c'), 'own', records, { fingerprint })).not.toHaveProperty('changed');
});
