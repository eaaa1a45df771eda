import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item, NextResponse } from '../../../src/annotate/api/item.ts';
import type { DraftAction } from '../../../src/annotate/draft/draft.ts';
import { answerOfDraft } from '../../../src/annotate/label/answer-of-draft.ts';
import type { LabelAction } from '../../../src/annotate/label/label-action.ts';
import { type LabelEffect, type LabelState, labelStart } from '../../../src/annotate/label/label-state.ts';
import type { Reply } from '../../../src/annotate/label/reply.ts';
import { stepLabel } from '../../../src/annotate/label/step-label.ts';

const lease = (claim: string) => ({ claim, until: '2026-01-01T00:30:00.000Z' });
const counts = { done: 0, total: 9, today: 0 };

function answerWith(item: Item | null, empty: NextResponse['empty'] = null): NextResponse {
  return { item, lease: item === null ? null : lease(String(item.id)), empty, counts };
}

function item(id: string, more: Partial<Item> = {}): Item {
  return { id, claim: `Claim ${id}.`, titles: [], ...more };
}

/** A page with a server that gives out claims c1, c2, …: what is sent is kept in order. */
class Bench {
  state: LabelState = labelStart;
  readonly sent: Extract<LabelEffect, { do: 'send' }>['event'][] = [];
  #given = 0;
  readonly #items: (number: number) => Item | null;

  constructor(items: (number: number) => Item | null = (number) => item(`c${number}`)) {
    this.#items = items;
    this.#serve([{ do: 'next' }]);
  }

  act(action: LabelAction): void {
    const [state, effects] = stepLabel(this.state, action);
    this.state = state;
    this.#serve(effects);
  }

  draft(...actions: DraftAction[]): void {
    for (const action of actions) this.act({ type: 'draft', action });
  }

  submit(): void {
    const { current } = this.state;
    const answer = current && answerOfDraft(current.timeline.present);
    if (current === undefined || answer === undefined) return;
    const reply: Reply = {
      kind: 'annotate',
      claim: current.item.id,
      at: '2026-01-01T00:00:00.000Z',
      ...answer,
      seconds: 1,
      idleSeconds: 0,
      hiddenSeconds: 0,
    };
    this.act({ type: 'submit', reply, at: 0 });
  }

  get claim(): string | undefined {
    return this.state.current?.item.id as string | undefined;
  }

  /** What of all that was sent stands. */
  standing(): string[] {
    const standing: string[] = [];
    for (const event of this.sent) {
      if (event.kind !== 'withdraw') standing.push(String(event.claim));
      else {
        expect(standing.at(-1), 'only what was done last is withdrawn').toBe(event.claim);
        standing.pop();
      }
    }
    return standing;
  }

  #serve(effects: readonly LabelEffect[]): void {
    for (const effect of effects) {
      if (effect.do === 'send') this.sent.push(effect.event);
      if (effect.do === 'next') {
        const next = this.#items(++this.#given);
        const answer = answerWith(next);
        this.act({ type: 'arrived', answer, kept: undefined, at: 0, leaseSeconds: 1800 });
      }
      if (effect.do === 'take') {
        const known = this.state.current?.item ?? null;
        this.act({
          type: 'taken',
          claim: effect.claim,
          answer: answerWith(known),
          isSettled: false,
          at: 0,
          leaseSeconds: 1800,
        });
      }
    }
  }
}

const supports: DraftAction = { type: 'label', label: 'SUPPORTS' };
const choose = (id: string): DraftAction => ({ type: 'toggle', id });

describe('from claim to claim', () => {
  test('an answer is sent, and the next claim is opened with five seconds to take it back', () => {
    const bench = new Bench();
    bench.draft(choose('A_sentence_0'), supports);
    bench.submit();
    expect(bench.claim).toBe('c2');
    expect(bench.sent).toMatchObject([{ kind: 'annotate', claim: 'c1', evidence: [['A_sentence_0']] }]);
    expect(bench.state.justDone).toMatchObject({ claim: 'c1', until: 5000 });
    bench.act({ type: 'tick', at: 4999 });
    expect(bench.state.justDone).toBeDefined();
    bench.act({ type: 'tick', at: 5000 });
    expect(bench.state.justDone).toBeUndefined();
  });

  test('undo goes back through a claim, then withdraws the one before and opens it as it was', () => {
    const bench = new Bench();
    bench.draft(choose('A_sentence_0'), supports);
    bench.submit();
    bench.draft(choose('A_sentence_7'));
    const undo = () => bench.act({ type: 'undo', at: 0 });
    undo();
    expect(bench.claim).toBe('c2');
    expect(bench.state.current?.timeline.present.sets).toEqual([[]]);
    undo();
    expect(bench.claim).toBe('c1');
    expect(bench.state.current?.timeline.present).toMatchObject({
      label: 'SUPPORTS',
      sets: [['A_sentence_0']],
    });
    expect(bench.sent.at(-1)).toEqual({
      kind: 'withdraw',
      claim: 'c1',
      at: '1970-01-01T00:00:00.000Z',
      what: 'annotation',
    });
    undo();
    undo();
    undo();
    expect(bench.claim).toBe('c1');
    expect(bench.state.current?.timeline.present.label).toBeUndefined();
    expect(bench.sent).toHaveLength(2);
  });

  test('redo goes forth again, and sends again', () => {
    const bench = new Bench();
    bench.draft(choose('A_sentence_0'), supports);
    bench.submit();
    bench.draft(choose('A_sentence_7'));
    for (let step = 0; step < 4; step++) bench.act({ type: 'undo', at: 0 });
    for (let step = 0; step < 4; step++) bench.act({ type: 'redo', at: 60_000 });
    expect(bench.claim).toBe('c2');
    expect(bench.state.current?.timeline.present.sets).toEqual([['A_sentence_7']]);
    expect(bench.sent.map(({ kind, at }) => `${kind} ${at.slice(11, 19)}`)).toEqual([
      'annotate 00:00:00',
      'withdraw 00:00:00',
      'annotate 00:01:00',
    ]);
  });

  test('what was done anew is not sent by redo, and what waits is not lost', () => {
    const bench = new Bench();
    bench.draft(supports);
    bench.submit();
    bench.draft(choose('A_sentence_7'));
    for (let step = 0; step < 2; step++) bench.act({ type: 'undo', at: 0 });
    bench.draft({ type: 'label', label: 'REFUTES' });
    bench.act({ type: 'redo', at: 0 });
    expect(bench.claim).toBe('c1');
    bench.submit();
    expect(bench.claim).toBe('c2');
    bench.act({ type: 'redo', at: 0 });
    expect(bench.state.current?.timeline.present.sets).toEqual([['A_sentence_7']]);
  });

  test('however one goes back and forth, nothing is lost and what is sent agrees with where one is', () => {
    const labels = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'] as const;
    const step = fc.oneof(
      fc
        .constantFrom(...labels)
        .map((label) => ({ do: 'draft' as const, action: { type: 'label' as const, label } })),
      fc.nat(3).map((at) => ({ do: 'draft' as const, action: choose(`A_sentence_${at}`) })),
      fc.constant({ do: 'submit' as const }),
    );
    const walk = fc.array(fc.constantFrom('undo', 'redo', 'undo'), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), walk, (steps, moves) => {
        const bench = new Bench();
        for (const one of steps) {
          if (one.do === 'submit') bench.submit();
          else bench.draft(one.action);
        }
        const where = () => [
          bench.claim,
          bench.state.current?.timeline.present,
          bench.state.back.map(({ item: { id } }) => id),
        ];
        const [end, standing] = [where(), bench.standing()];
        for (const type of moves) bench.act({ type: type as 'undo' | 'redo', at: 0 });
        expect(bench.standing()).toEqual(bench.state.back.map(({ item: { id } }) => id));
        for (let times = 0; times < 60; times++) bench.act({ type: 'undo', at: 0 });
        expect(bench.claim).toBe('c1');
        expect(bench.state.current?.timeline.past).toEqual([]);
        expect(bench.standing()).toEqual([]);
        for (let times = 0; times < 60; times++) bench.act({ type: 'redo', at: 0 });
        expect(where()).toEqual(end);
        expect(bench.standing()).toEqual(standing);
      }),
    );
  });

  test('a claim that is opened again stands until something else is sent', () => {
    const bench = new Bench();
    bench.draft(supports);
    bench.submit();
    bench.draft({ type: 'comment', comment: 'half a thought' });
    bench.act({ type: 'reopen' });
    expect(bench.claim).toBe('c1');
    expect(bench.standing()).toEqual(['c1']);
    bench.act({ type: 'leave' });
    expect(bench.claim).toBe('c2');
    expect(bench.state.current?.timeline.present.comment).toBe('half a thought');
    bench.act({ type: 'reopen' });
    bench.draft({ type: 'label', label: 'REFUTES' });
    bench.submit();
    expect(bench.claim).toBe('c2');
    expect(bench.sent.map(({ kind }) => kind)).toEqual(['annotate', 'annotate']);
  });

  test('undo of a second answer brings the first back, and redo the second again', () => {
    const bench = new Bench();
    const says = () =>
      bench.sent.map((event) => (event.kind === 'withdraw' ? event.what : Object(event).label));
    bench.draft(supports);
    bench.submit();
    bench.act({ type: 'reopen' });
    bench.draft({ type: 'label', label: 'REFUTES' });
    bench.submit();
    bench.act({ type: 'undo', at: 0 });
    expect([bench.claim, bench.state.current?.standing]).toEqual(['c1', ['annotate']]);
    bench.act({ type: 'redo', at: 0 });
    expect(bench.claim).toBe('c2');
    expect(says()).toEqual(['SUPPORTS', 'REFUTES', 'annotation', 'REFUTES']);
    for (let times = 0; times < 2; times++) {
      bench.act({ type: 'undo', at: 0 });
      bench.act({ type: 'leave' });
    }
    expect(says().slice(4)).toEqual(['annotation', 'annotation']);
    expect(bench.state.current?.standing).toEqual([]);
  });

  test('a claim that was sent back is given out again, and is not passed over', () => {
    const bench = new Bench();
    bench.draft(supports);
    bench.submit();
    bench.draft({ type: 'comment', comment: 'half' });
    const own = { label: 'SUPPORTS' as const, evidence: [], at: '2026-01-01T00:00:00.000Z' };
    const sentBack = answerWith(item('c1', { own, sentBack: 'Look again.' }));
    bench.act({ type: 'arrived', answer: sentBack, kept: undefined, at: 0, leaseSeconds: 60 });
    expect([bench.state.back, bench.state.ahead[0]?.standing]).toEqual([[], ['annotate']]);
    bench.draft(supports);
    bench.submit();
    expect(bench.claim).toBe('c1');
  });

  test('claims that were only looked at again are passed over', () => {
    const bench = new Bench();
    for (let times = 0; times < 2; times++) {
      bench.draft(supports);
      bench.submit();
    }
    bench.act({ type: 'reopen' });
    bench.act({ type: 'reopen' });
    expect(bench.claim).toBe('c1');
    bench.act({ type: 'leave' });
    expect(bench.claim).toBe('c3');
    expect(bench.state.back.map(({ item: { id } }) => id)).toEqual(['c1', 'c2']);
  });

  test('what has been decided meanwhile can be seen and not changed', () => {
    const bench = new Bench();
    bench.draft(supports);
    bench.submit();
    bench.act({ type: 'undo', at: 0 });
    bench.act({ type: 'closed', claim: 'c1', why: { code: 'ADJUDICATED', message: 'It was decided.' } });
    bench.draft({ type: 'label', label: 'REFUTES' });
    expect(bench.state.current?.timeline.present.label).toBe('SUPPORTS');
    bench.submit();
    expect(bench.sent.map(({ kind }) => kind)).toEqual(['annotate', 'withdraw']);
    bench.act({ type: 'leave' });
    expect(bench.claim).toBe('c2');
  });

  test('a skip is taken back like an answer', () => {
    const bench = new Bench();
    const at = '2026-01-01T00:00:00.000Z';
    bench.act({
      type: 'submit',
      reply: { kind: 'skip', claim: 'c1', at, reason: 'ambiguous', seconds: 2 },
      at: 0,
    });
    expect(bench.claim).toBe('c2');
    bench.act({ type: 'undo', at: 0 });
    expect(bench.claim).toBe('c1');
    expect(bench.sent.at(-1)).toMatchObject({ kind: 'withdraw', what: 'skip' });
  });
});

describe('where there is no next claim', () => {
  test('the server says why', () => {
    const bench = new Bench((number) => (number === 1 ? item('c1') : null));
    bench.draft(supports);
    bench.submit();
    expect(bench.state.view).toEqual({ is: 'empty', reason: 'done', leased: 0, nextAt: null });
    bench.act({ type: 'undo', at: 0 });
    expect(bench.claim).toBe('c1');
    bench.act({ type: 'redo', at: 0 });
    expect(bench.state.view.is).toBe('empty');
  });

  test('the server is away', () => {
    const [state] = stepLabel(labelStart, { type: 'unreachable' });
    expect(state.view).toEqual({ is: 'unreachable' });
    const [again, effects] = stepLabel(state, { type: 'next' });
    expect([again.view, effects]).toEqual([{ is: 'loading' }, [{ do: 'next' }]]);
  });

  test('a claim that comes while an earlier one was opened again waits', () => {
    const bench = new Bench();
    bench.draft(supports);
    const { current } = bench.state;
    const [asking] = stepLabel(
      { ...bench.state, current: undefined, view: { is: 'loading' } },
      { type: 'tick', at: 0 },
    );
    const reopened: LabelState = { ...asking, current, view: { is: 'open' } };
    const [state] = stepLabel(reopened, {
      type: 'arrived',
      answer: answerWith(item('c2')),
      kept: undefined,
      at: 0,
      leaseSeconds: 60,
    });
    expect(state.current).toBe(current);
    expect(state.ahead.map(({ item: { id } }) => id)).toEqual(['c2']);
  });
});

describe('a claim that others have too', () => {
  const taken = (bench: Bench, item: Item | null): LabelAction => ({
    type: 'taken',
    claim: bench.claim ?? '',
    answer: { ...answerWith(item), lease: null },
    isSettled: true,
    at: 0,
    leaseSeconds: 60,
  });

  test('is put away where nothing was done about it', () => {
    const bench = new Bench();
    bench.act(taken(bench, bench.state.current?.item ?? null));
    expect(bench.claim).toBe('c2');
  });

  test('is kept where something was: the answer is an extra one', () => {
    const bench = new Bench();
    bench.draft(supports);
    bench.act(taken(bench, bench.state.current?.item ?? null));
    expect([bench.claim, bench.state.lease]).toEqual(['c1', { is: 'lost' }]);
    bench.act({
      type: 'lease',
      claim: 'c1',
      lease: { claim: 'c1', until: '2026-01-01T01:00:00.000Z' },
      at: 5,
      leaseSeconds: 60,
    });
    expect(bench.state.lease).toMatchObject({ is: 'held', deadline: 60_005 });
  });

  test('is put away where the annotator takes another one', () => {
    const bench = new Bench();
    bench.draft(supports);
    bench.act({ type: 'turn-away' });
    expect([bench.claim, bench.state.back, bench.state.ahead]).toEqual(['c2', [], []]);
  });

  test('that was asked for by its id and has no lease is lost from the beginning', () => {
    const [state] = stepLabel(labelStart, {
      type: 'arrived',
      answer: { ...answerWith(item('c1')), lease: null },
      kept: undefined,
      at: 0,
      leaseSeconds: 60,
    });
    expect(state.lease).toEqual({ is: 'lost' });
  });

  test('comes into hand once, however often it is given out', () => {
    const bench = new Bench();
    const again: LabelAction = {
      type: 'arrived',
      answer: answerWith(item('c1')),
      kept: undefined,
      at: 0,
      leaseSeconds: 60,
    };
    bench.act(again);
    bench.draft(supports);
    bench.submit();
    bench.act({ type: 'undo', at: 0 });
    bench.act({ type: 'undo', at: 0 });
    bench.act({ ...again, answer: answerWith(item('c2')) });
    expect(bench.state.ahead.map(({ item: { id } }) => id)).toEqual(['c2']);
  });
});

describe('an item of the training', () => {
  test('shows what the answer is worth before the next one', () => {
    const bench = new Bench((number) => item(`c${number}`, { training: true }));
    bench.draft(supports);
    bench.submit();
    expect(bench.state.view).toEqual({ is: 'lesson', feedback: undefined });
    const feedback = {
      number: 1,
      claim: 'c1',
      label: 'REFUTES' as const,
      evidence: [],
      isLabelRight: false,
      evidencePrecision: null,
      evidenceRecall: 0,
    };
    bench.act({ type: 'feedback', feedback: { ...feedback, claim: 'other' } });
    expect(bench.state.view).toEqual({ is: 'lesson', feedback: undefined });
    bench.act({ type: 'feedback', feedback });
    expect(bench.state.view).toEqual({ is: 'lesson', feedback });
    bench.act({ type: 'next' });
    expect(bench.claim).toBe('c2');
    bench.act({ type: 'undo', at: 0 });
    expect([bench.claim, bench.state.view.is]).toEqual(['c1', 'open']);
  });
});

describe('what is done on the way', () => {
  test('pages and searches are kept with when they were', () => {
    const bench = new Bench();
    const open = (title: string, fingerprint = 'f') => bench.act({ type: 'opened', title, fingerprint });
    open('A');
    open('A');
    bench.act({ type: 'searched', words: 'first war' });
    open('B');
    bench.act({
      type: 'time',
      time: { active: 1500, idle: 0, hidden: 540, counted: 2040, lastInput: 0, isHidden: false },
    });
    open('A');
    bench.act({ type: 'suggested' });
    bench.act({ type: 'suggested' });
    expect(bench.state.current?.trail).toEqual([
      { after: 0, did: 'open', what: 'A' },
      { after: 0, did: 'search', what: 'first war' },
      { after: 0, did: 'open', what: 'B' },
      { after: 2, did: 'open', what: 'A' },
      { after: 2, did: 'suggestions', what: '' },
    ]);
    expect(bench.state.current?.pages.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  test('no more steps than an answer may have', () => {
    const bench = new Bench();
    for (let times = 0; times < 600; times++)
      bench.act({ type: 'opened', title: `T${times % 2}`, fingerprint: 'f' });
    expect(bench.state.current?.trail).toHaveLength(500);
  });

  test('an article that was changed since is told until it was seen', () => {
    const bench = new Bench();
    bench.act({ type: 'opened', title: 'A', fingerprint: 'one' });
    bench.act({ type: 'opened', title: 'A', fingerprint: 'other' });
    expect(bench.state.current?.changed).toEqual(['A']);
    bench.act({ type: 'changes-seen' });
    bench.act({ type: 'opened', title: 'A', fingerprint: 'other' });
    expect(bench.state.current?.changed).toEqual([]);
  });

  test('a flag is sent with the note, and taken back', () => {
    const bench = new Bench();
    bench.draft({ type: 'comment', comment: ' Which war? ' });
    bench.act({ type: 'flag', at: 0 });
    bench.act({ type: 'flag', at: 0 });
    expect(bench.sent).toMatchObject([
      { kind: 'flag', claim: 'c1', comment: 'Which war?' },
      { kind: 'withdraw', what: 'flag' },
    ]);
  });

  test('typing a note is one step back', () => {
    const bench = new Bench();
    bench.draft(supports);
    for (const comment of ['a', 'ab', 'abc']) bench.draft({ type: 'comment', comment });
    bench.draft(choose('A_sentence_0'), { type: 'comment', comment: 'abcd' });
    bench.act({ type: 'undo', at: 0 });
    expect(bench.state.current?.timeline.present).toMatchObject({
      comment: 'abc',
      sets: [['A_sentence_0']],
    });
    bench.act({ type: 'undo', at: 0 });
    bench.act({ type: 'undo', at: 0 });
    expect(bench.state.current?.timeline.present).toMatchObject({ label: 'SUPPORTS', comment: '' });
  });
});
