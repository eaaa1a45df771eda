import { beforeEach, describe, expect, test } from 'vitest';
import { Leases } from '../../../src/annotate/queue/leases.ts';

const minute = 60_000;
const room = { answered: new Set<string>(), cap: 2 };
const one = { answered: new Set<string>(), cap: 1 };

function who(annotator: string, now: number, device = 'd') {
  return { annotator, device, now };
}

describe('a lease', () => {
  let leases = new Leases(30 * minute);
  beforeEach(() => {
    leases = new Leases(30 * minute);
  });

  test('is given to as many as there is room for, and to the same again', () => {
    expect(leases.take('c', who('a', 0), room)).toEqual({
      claim: 'c',
      annotator: 'a',
      device: 'd',
      since: 0,
      until: 30 * minute,
      isExtra: false,
    });
    expect(leases.take('c', who('b', 1), room)).toBeDefined();
    expect(leases.take('c', who('c', 2), room)).toBeUndefined();
    expect(leases.take('c', who('a', 3), room)).toMatchObject({ since: 3, until: 30 * minute + 3 });
  });

  test('is over at its end, not before', () => {
    leases.take('c', who('a', 0), one);
    expect(leases.take('c', who('b', 30 * minute - 1), one)).toBeUndefined();
    expect(leases.take('c', who('b', 30 * minute), one)).toMatchObject({ annotator: 'b' });
  });

  test('leaves no room beside answers, but for who has answered', () => {
    const answered = { answered: new Set(['x']), cap: 2 };
    expect(leases.take('c', who('a', 0), answered)).toBeDefined();
    expect(leases.take('c', who('b', 0), answered)).toBeUndefined();
    expect(leases.take('c', who('x', 0), answered)).toBeDefined();
  });

  test('of a claim that was sent back is given without room', () => {
    leases.take('c', who('a', 0), one);
    expect(leases.take('c', who('b', 0), one, true)).toMatchObject({ annotator: 'b', isExtra: true });
  });

  test('ends when the device takes another claim, and stays on other devices', () => {
    leases.take('c', who('a', 0), one);
    leases.take('c', who('a', 0, 'e'), one);
    leases.take('x', who('a', 1), one);
    expect([...leases.live('c', 2)].map(({ device }) => device)).toEqual(['e']);
    expect(leases.held(who('a', 2))?.claim).toBe('x');
  });

  test('stays where the other claim has no room', () => {
    leases.take('x', who('b', 0), one);
    leases.take('c', who('a', 0), one);
    expect(leases.take('x', who('a', 1), one)).toBeUndefined();
    expect(leases.held(who('a', 2))?.claim).toBe('c');
  });

  test('is given back; one of another claim stays', () => {
    leases.take('c', who('a', 0), one);
    leases.release('x', who('a', 1));
    expect(leases.take('c', who('b', 1), one)).toBeUndefined();
    leases.release('c', who('a', 1));
    expect(leases.take('c', who('b', 1), one)).toBeDefined();
  });

  test('is kept on eight devices of an annotator at most, the latest', () => {
    for (let device = 0; device < 10; device++)
      leases.take(`c${device}`, who('a', device, `d${device}`), one);
    const kept = Array.from({ length: 10 }, (_, at) => [...leases.live(`c${at}`, 10)].length);
    expect(kept).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test('that ran out is told from one that was given back', () => {
    leases.take('c', who('a', 0), room);
    expect(leases.hasLapsed('c', 'a', 1)).toBe(false);
    expect(leases.hasLapsed('c', 'a', 30 * minute)).toBe(true);
    leases.release('c', who('a', 31 * minute));
    expect(leases.hasLapsed('c', 'a', 31 * minute)).toBe(false);
  });
});

describe('a heartbeat', () => {
  let leases = new Leases(30 * minute);
  beforeEach(() => {
    leases = new Leases(30 * minute);
    leases.take('c', who('a', 0), one);
  });

  test('extends the lease only with activity', () => {
    expect(leases.beat('c', who('a', minute), false, one)).toMatchObject({ until: 30 * minute });
    expect(leases.beat('c', who('a', minute), true, one)).toMatchObject({ since: 0, until: 31 * minute });
  });

  test('after the end says so without activity, and takes the claim again with it', () => {
    expect(leases.beat('c', who('a', 40 * minute), false, one)).toMatchObject({ until: 30 * minute });
    expect(leases.take('c', who('b', 40 * minute), one)).toBeDefined();
    leases.release('c', who('b', 40 * minute));
    expect(leases.beat('c', who('a', 41 * minute), true, one)).toMatchObject({
      since: 41 * minute,
      until: 71 * minute,
    });
  });

  test('after the end says that the claim is lost where another has it', () => {
    leases.take('c', who('b', 40 * minute), one);
    expect(leases.beat('c', who('a', 41 * minute), false, one)).toBe('lost');
    expect(leases.beat('c', who('a', 41 * minute), true, one)).toBe('lost');
    expect(leases.beat('c', who('b', 41 * minute), false, one)).toMatchObject({ annotator: 'b' });
  });

  test('after the end says that the claim is lost where another has answered it', () => {
    const answered = { answered: new Set(['b']), cap: 1 };
    expect(leases.beat('c', who('a', 40 * minute), true, answered)).toBe('lost');
  });

  test.each([true, false])(
    'after a restart takes the lease again where there is room: active %s',
    (isActive) => {
      const anew = new Leases(30 * minute);
      expect(anew.beat('c', who('a', minute), isActive, one)).toMatchObject({ until: 31 * minute });
      expect(anew.beat('c', who('b', minute), isActive, one)).toBe('lost');
    },
  );

  test('that comes after the claim was given back takes nothing, unless work goes on', () => {
    leases.release('c', who('a', minute));
    expect(leases.beat('c', who('a', minute + 500), true, one)).toBeUndefined();
    expect(leases.take('c', who('b', minute + 600), one)).toBeDefined();
    leases.release('c', who('b', minute + 700));
    expect(leases.beat('c', who('a', minute + 20_000), true, one)).toMatchObject({ annotator: 'a' });
  });

  test('of a second tab takes the lease only with activity', () => {
    expect(leases.beat('x', who('a', 1), false, one)).toBeUndefined();
    expect(leases.held(who('a', 1))?.claim).toBe('c');
    expect(leases.beat('x', who('a', 2), true, one)).toMatchObject({ claim: 'x' });
    expect(leases.held(who('a', 2))?.claim).toBe('x');
  });
});
