import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planQueue, type QueueClaim } from '../../../src/annotate/queue/plan-queue.ts';
import { runs } from '../../runs.ts';
import { claimsUpTo, labelled, settingsOf, unlabelled } from './queue-claims.ts';

const golds = Array.from({ length: 40 }, (_, at) => `g${at}`);
const withGold = [...claimsUpTo(200), ...golds.map((id) => labelled(id))];

function itemsOf(plan: ReturnType<typeof planQueue>, annotator: string): string[] {
  return [...(plan.items.get(annotator) ?? [])].map(([key, kind]) => `${kind} ${key}`);
}

describe('one person alone', () => {
  test('gets all claims as they stand in the files, those without label first', () => {
    const claims = [labelled('z'), labelled('a'), unlabelled('y'), unlabelled('b')];
    expect(itemsOf(planQueue(claims, ['me'], false, settingsOf()), 'me')).toEqual([
      'own y',
      'own b',
      'own z',
      'own a',
    ]);
  });

  test('gets the training before, and other gold like any claim', () => {
    const claims = [labelled('z'), labelled('a'), unlabelled('y')];
    const settings = settingsOf({ gold: { claims: ['a', 'z'], training: 1, share: 0.5 } });
    const items = itemsOf(planQueue(claims, ['me'], false, settings), 'me');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatch(/^training [az]$/);
    expect(items[1]).toBe('own y');
    expect(items[2]).toMatch(/^own [az]$/);
  });
});

describe('several annotators', () => {
  test('get what is theirs in an order of their own, claims without label first', () => {
    const claims = [...claimsUpTo(20), ...Array.from({ length: 20 }, (_, at) => labelled(`l${at}`))];
    const plan = planQueue(claims, ['a', 'b'], true, settingsOf({ overlap: 2 }));
    const [a, b] = ['a', 'b'].map((name) => itemsOf(plan, name));
    expect(a).not.toEqual(b);
    expect(a?.slice(0, 20).every((item) => item.startsWith('own c'))).toBe(true);
    expect(new Set(a)).toEqual(new Set(b));
    expect(a).toHaveLength(40);
  });

  test('get all gold claims, so many of them as training, and nobody is assigned to those', () => {
    const settings = settingsOf({ gold: { claims: golds, training: 3, share: 0.2 } });
    const plan = planQueue(withGold, ['a', 'b', 'c'], true, settings);
    for (const name of ['a', 'b', 'c']) {
      const kinds = itemsOf(plan, name).map((item) => item.split(' ')[0]);
      expect(kinds.slice(0, 4)).toEqual([
        'training',
        'training',
        'training',
        expect.not.stringMatching('training'),
      ]);
      const mixed = kinds.filter((kind) => kind === 'gold').length;
      expect(mixed / (kinds.length - 3)).toBeGreaterThan(0.1);
      expect(mixed / (kinds.length - 3)).toBeLessThan(0.3);
    }
    expect(golds.filter((id) => plan.assigned.has(id))).toEqual([]);
    expect(itemsOf(plan, 'a').slice(0, 3)).not.toEqual(itemsOf(plan, 'b').slice(0, 3));
  });

  test('get no gold in between where its share is 0', () => {
    const settings = settingsOf({ gold: { claims: golds, share: 0 } });
    const plan = planQueue(withGold, ['a'], true, settings);
    expect(itemsOf(plan, 'a').filter((item) => !item.startsWith('own c'))).toEqual([]);
  });

  test('keep their order when a claim comes last, and where gold stands in it', () => {
    const settings = settingsOf({ gold: { claims: golds, share: 0.2 }, overlap: 1 });
    const fewer = planQueue(withGold, ['a', 'b'], true, settings);
    const all = planQueue([...withGold, unlabelled('c201')], ['a', 'b'], true, settings);
    for (const name of ['a', 'b']) {
      const own = (plan: typeof fewer) =>
        itemsOf(plan, name).filter((item) => item.startsWith('own') && item !== 'own c201');
      const places = (plan: typeof fewer) =>
        itemsOf(plan, name).flatMap((item, at) => (item.startsWith('gold') ? [at] : []));
      expect(own(all)).toEqual(own(fewer));
      expect(places(all).slice(0, places(fewer).length)).toEqual(places(fewer));
    }
  });
});

test('gold that is not labelled, or not there, is no gold', () => {
  const settings = settingsOf({ gold: { claims: ['c1', 'nowhere'], training: 2 } });
  expect(itemsOf(planQueue(claimsUpTo(1), ['a'], true, settings), 'a')).toEqual(['own c1']);
});

test('of claims with one id the first counts; id 7 and id "7" are one', () => {
  const plan = planQueue([unlabelled(7), labelled('7')], ['a'], true, settingsOf());
  expect([...plan.claims.values()].map(({ isLabelled }) => isLabelled)).toEqual([false]);
});

test('it does not matter in which order the claims stand', () => {
  const settings = settingsOf({ gold: { claims: golds, training: 2 } });
  const plan = planQueue(withGold, ['a', 'b', 'c'], true, settings);
  const turned = planQueue([...withGold].reverse(), ['c', 'b', 'a'], true, settings);
  for (const name of ['a', 'b', 'c']) expect(itemsOf(turned, name)).toEqual(itemsOf(plan, name));
});

test('a claim that gets its label stays with the same annotators', () => {
  const claims = claimsUpTo(50);
  const decided = claims.map((claim): QueueClaim => (claim.record.id === 'c20' ? labelled('c20') : claim));
  const before = planQueue(claims, ['a', 'b', 'c'], true, settingsOf());
  expect(planQueue(decided, ['a', 'b', 'c'], true, settingsOf()).assigned).toEqual(before.assigned);
});

test('a claim that is dropped changes nothing for the others', () => {
  const claims = claimsUpTo(50);
  const left = claims.filter(({ record }) => record.id !== 'c20');
  const before = planQueue(claims, ['a', 'b', 'c'], true, settingsOf());
  const after = planQueue(left, ['a', 'b', 'c'], true, settingsOf(), ['c20']);
  expect(after.assigned).toEqual(before.assigned);
  for (const name of ['a', 'b', 'c']) {
    expect(itemsOf(after, name)).toEqual(itemsOf(before, name).filter((item) => item !== 'own c20'));
  }
});

test('nobody gets a claim twice, and each claim is in the items of those it is assigned to', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.boolean()), {
        selector: ([id]) => id.normalize(),
        maxLength: 30,
      }),
      fc.uniqueArray(fc.string({ minLength: 1 }), {
        minLength: 1,
        maxLength: 4,
        selector: (name) => name.normalize(),
      }),
      fc.record({
        overlap: fc.integer({ min: 1, max: 4 }),
        seed: fc.nat(1000),
        training: fc.nat(3),
        share: fc.double({ min: 0, max: 0.5, noNaN: true }),
      }),
      (ids, annotators, { overlap, seed, training, share }) => {
        const claims = ids.map(([id, isLabelled]) => (isLabelled ? labelled(id) : unlabelled(id)));
        const gold = { claims: ids.slice(0, 10).map(([id]) => id), training, share };
        const plan = planQueue(claims, annotators, true, settingsOf({ overlap, seed, gold }));
        for (const [key, chosen] of plan.assigned) {
          for (const [name, items] of plan.items)
            expect(items.get(key) === 'own').toBe(chosen.includes(name));
        }
        expect(plan.assigned.size + plan.gold.size).toBe(plan.claims.size);
      },
    ),
    { numRuns: runs(200) },
  );
});
