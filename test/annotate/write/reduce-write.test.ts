import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOfDraft } from '../../../src/annotate/write/claim-of-draft.ts';
import { draftOfClaim } from '../../../src/annotate/write/draft-of-claim.ts';
import { missingOf } from '../../../src/annotate/write/missing-of.ts';
import { emptyWriteDraft, reduceWrite } from '../../../src/annotate/write/reduce-write.ts';
import type { WriteAction, WriteDraft } from '../../../src/annotate/write/write-draft.ts';
import { challenges } from '../../../src/claims/challenge.ts';
import { claimSchema } from '../../../src/claims/claim.ts';
import { labels } from '../../../src/claims/label.ts';
import { mutations } from '../../../src/claims/mutation.ts';

const draftAfter = (...actions: readonly WriteAction[]): WriteDraft =>
  actions.reduce<WriteDraft>(reduceWrite, emptyWriteDraft);
const toggle = (id: string): WriteAction => ({ type: 'toggle', id });
const label = (name: (typeof labels)[number]): WriteAction => ({
  type: 'answer',
  action: { type: 'label', label: name },
});

describe('source and evidence', () => {
  test('what is chosen before the text is the source, and the first evidence set', () => {
    const { source, answer } = draftAfter(toggle('A_sentence_0'), {
      type: 'add',
      ids: ['A_cell_0_1_0', 'A_cell_0_1_1'],
    });
    expect(source).toEqual({ kind: 'elements', ids: ['A_sentence_0', 'A_cell_0_1_0', 'A_cell_0_1_1'] });
    expect(answer.sets).toEqual([['A_sentence_0', 'A_cell_0_1_0', 'A_cell_0_1_1']]);
  });

  test('a source that is taken back whole is none', () => {
    expect(draftAfter(toggle('A_sentence_0'), toggle('A_sentence_0'))).toMatchObject({
      source: undefined,
      answer: { sets: [[]] },
    });
  });

  test('what is chosen after the first letter is evidence alone', () => {
    const draft = draftAfter(toggle('A_sentence_0'), { type: 'text', text: 'T' }, toggle('A_sentence_1'));
    expect(draft.source).toEqual({ kind: 'elements', ids: ['A_sentence_0'] });
    expect(draft.answer.sets).toEqual([['A_sentence_0', 'A_sentence_1']]);
  });

  test('a text without a source leaves the source to be chosen', () => {
    const draft = draftAfter({ type: 'text', text: 'T' }, toggle('A_sentence_1'));
    expect(draft.source).toEqual({ kind: 'elements', ids: ['A_sentence_1'] });
  });

  test('another source replaces the one before, and its evidence', () => {
    const draft = draftAfter(
      toggle('A_sentence_0'),
      { type: 'text', text: 'T' },
      { type: 'choose-source' },
      toggle('A_sentence_2'),
      toggle('A_sentence_3'),
    );
    expect(draft.source).toEqual({ kind: 'elements', ids: ['A_sentence_2', 'A_sentence_3'] });
    expect(draft.answer.sets).toEqual([['A_sentence_2', 'A_sentence_3']]);
    expect(draft.text).toBe('T');
  });

  test('the source can be left as it was', () => {
    const before = draftAfter(toggle('A_sentence_0'), { type: 'text', text: 'T' });
    const back = reduceWrite(reduceWrite(before, { type: 'choose-source' }), { type: 'choose-evidence' });
    expect(back).toEqual(before);
  });

  test.each(['A_section_0', 'A_title', 'A_table_general_0', 'nothing'])('%s is no evidence', (id) => {
    expect(draftAfter(toggle(id))).toBe(emptyWriteDraft);
  });

  test('the next claim is from the same source, and choosing begins another one', () => {
    const next = draftAfter(
      toggle('A_sentence_0'),
      { type: 'text', text: 'T' },
      toggle('A_sentence_1'),
      label('REFUTES'),
      { type: 'mutation', mutation: 'negate' },
      { type: 'next' },
    );
    expect(next).toMatchObject({
      text: '',
      mutation: undefined,
      source: { ids: ['A_sentence_0'] },
      answer: { label: undefined, sets: [['A_sentence_0']] },
      isKeptSource: true,
    });
    expect(reduceWrite(next, toggle('A_sentence_9')).source).toEqual({
      kind: 'elements',
      ids: ['A_sentence_9'],
    });
    expect(reduceWrite(next, { type: 'text', text: 'S' })).toMatchObject({
      choosing: 'evidence',
      isKeptSource: false,
    });
  });

  test('a claim that another is written from is its source, and lends its evidence', () => {
    const draft = draftAfter({
      type: 'mutate',
      id: 'c-1',
      claim: 'One is odd.',
      label: 'SUPPORTS',
      evidence: [['A_sentence_0'], ['A_sentence_1']],
    });
    expect(draft.answer).toMatchObject({ label: undefined, sets: [['A_sentence_0'], ['A_sentence_1']] });
    expect(reduceWrite(draft, { type: 'next' })).toEqual(draft);
  });
});

describe('the record', () => {
  test('keys stand in the order of the schema', () => {
    const draft = draftAfter(
      toggle('A_sentence_0'),
      { type: 'text', text: '  One\nis odd. ' },
      { type: 'mutation', mutation: 'rephrase' },
      { type: 'answer', action: { type: 'challenge', challenge: 'Other' } },
      label('SUPPORTS'),
    );
    expect(JSON.stringify(claimOfDraft('c-1', draft))).toMatchInlineSnapshot(
      `"{"id":"c-1","claim":"One is odd.","label":"SUPPORTS","evidence":[["A_sentence_0"]],"challenge":"Other","mutation":"rephrase","source":"A_sentence_0"}"`,
    );
  });

  test('a rewrite that was taken stays known while the text is changed, and not when it is emptied', () => {
    const taken = draftAfter(toggle('A_sentence_0'), { type: 'take', text: 'One is even.' });
    expect(taken).toMatchObject({ text: 'One is even.', offered: 'One is even.', choosing: 'evidence' });
    const changed = reduceWrite(taken, { type: 'text', text: 'One is not odd.' });
    expect(changed).toMatchObject({ text: 'One is not odd.', offered: 'One is even.' });
    expect(reduceWrite(changed, { type: 'text', text: ' ' }).offered).toBeUndefined();
    expect(reduceWrite(taken, { type: 'next' }).offered).toBeUndefined();
    expect(claimOfDraft('c-1', reduceWrite(taken, label('REFUTES')))).not.toHaveProperty('offered');
  });

  test('NOT ENOUGH INFO has no evidence', () => {
    const draft = draftAfter(toggle('A_sentence_0'), { type: 'text', text: 'T' }, label('NOT ENOUGH INFO'));
    expect(claimOfDraft('c-1', draft)?.evidence).toEqual([]);
    expect(missingOf(draft)).toEqual([]);
  });

  test('what is missing is told in the order of the form', () => {
    expect(missingOf(emptyWriteDraft)).toEqual(['source', 'text', 'label']);
    const draft = draftAfter(
      toggle('A_sentence_0'),
      { type: 'text', text: 'T' },
      label('REFUTES'),
      toggle('A_sentence_0'),
    );
    expect(missingOf(draft)).toEqual(['evidence']);
  });

  const id = fc.constantFrom(
    'A_sentence_0',
    'A_sentence_1',
    'A_cell_0_0_1',
    'A_item_0_0',
    'A_section_1',
    '__proto__',
  );
  const action: fc.Arbitrary<WriteAction> = fc.oneof(
    id.map(toggle),
    fc.array(id).map((ids): WriteAction => ({ type: 'add', ids })),
    fc.string().map((text): WriteAction => ({ type: 'text', text })),
    fc.constantFrom(undefined, ...mutations).map((mutation): WriteAction => ({ type: 'mutation', mutation })),
    fc.constantFrom(...labels).map(label),
    fc
      .constantFrom(undefined, ...challenges)
      .map((challenge): WriteAction => ({ type: 'answer', action: { type: 'challenge', challenge } })),
    fc.constantFrom<WriteAction>(
      { type: 'choose-source' },
      { type: 'choose-evidence' },
      { type: 'next' },
      { type: 'answer', action: { type: 'new-set' } },
    ),
  );

  test('whatever is done, a claim that misses nothing is a record of the dataset, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const draft = draftAfter(...actions);
        if (missingOf(draft).length > 0) return;
        const claim = claimOfDraft('c-1', draft);
        expect(claimSchema.parse(claim)).toEqual(claim);
        expect(claim?.claim).not.toMatch(/^\s|\s$|\n/u);
        if (claim === undefined) return;
        expect(
          claimOfDraft(
            'c-1',
            draftOfClaim(claim, () => undefined),
          ),
        ).toEqual(claim);
      }),
    );
  });
});

test('a claim that was written from another is changed as such', () => {
  const claim = claimSchema.parse({
    id: 'c-2',
    claim: 'One is even.',
    label: 'REFUTES',
    evidence: [['A_sentence_0']],
    mutation: 'negate',
    source: 'c-1',
  });
  const other = { id: 'c-1', claim: 'One is odd.', label: 'SUPPORTS' } as const;
  const draft = draftOfClaim(claim, (id) => (id === 'c-1' ? other : undefined));
  expect(draft.source).toEqual({ kind: 'claim', ...other });
  expect(draft.replaces).toBe('c-2');
  expect(claimOfDraft('c-2', draft)).toEqual(claim);
});
