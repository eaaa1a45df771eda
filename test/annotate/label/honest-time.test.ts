import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countedTime,
  countTime,
  type HonestTime,
  noTime,
  type TimeEvent,
} from '../../../src/annotate/label/honest-time.ts';

const idle = 60_000;

function after(...events: TimeEvent[]): HonestTime {
  return events.reduce((time, event) => countTime(time, event, idle), noTime);
}

const stories: readonly {
  name: string;
  events: TimeEvent[];
  expected: readonly [active: number, idle: number, hidden: number];
}[] = [
  {
    name: 'nothing is counted before a claim is open',
    events: [
      { type: 'input', at: 5 },
      { type: 'tick', at: 900_000 },
    ],
    expected: [0, 0, 0],
  },
  {
    name: 'reading without a key is work for a while',
    events: [
      { type: 'start', at: 0, isHidden: false },
      { type: 'tick', at: 40_000 },
    ],
    expected: [40_000, 0, 0],
  },
  {
    name: 'and then it is idle',
    events: [
      { type: 'start', at: 0, isHidden: false },
      { type: 'tick', at: 59_000 },
      { type: 'tick', at: 61_000 },
      { type: 'tick', at: 100_000 },
    ],
    expected: [60_000, 40_000, 0],
  },
  {
    name: 'a key makes it work again',
    events: [
      { type: 'start', at: 0, isHidden: false },
      { type: 'input', at: 100_000 },
      { type: 'tick', at: 110_000 },
    ],
    expected: [70_000, 40_000, 0],
  },
  {
    name: 'a lid that was closed overnight is no work',
    events: [
      { type: 'start', at: 0, isHidden: false },
      { type: 'input', at: 1000 },
      { type: 'tick', at: 30_000_000 },
    ],
    expected: [61_000, 29_939_000, 0],
  },
  {
    name: 'a hidden page counts apart',
    events: [
      { type: 'start', at: 0, isHidden: false },
      { type: 'hide', at: 10_000 },
      { type: 'tick', at: 200_000 },
      { type: 'show', at: 210_000 },
      { type: 'tick', at: 215_000 },
    ],
    expected: [15_000, 0, 200_000],
  },
  {
    name: 'a page that is opened behind another',
    events: [
      { type: 'start', at: 0, isHidden: true },
      { type: 'show', at: 5000 },
      { type: 'stop', at: 6000 },
      { type: 'tick', at: 9000 },
    ],
    expected: [1000, 0, 5000],
  },
  {
    name: 'a clock that is set back takes nothing away',
    events: [
      { type: 'start', at: 100_000, isHidden: false },
      { type: 'tick', at: 110_000 },
      { type: 'tick', at: 50_000 },
      { type: 'tick', at: 51_000 },
    ],
    expected: [11_000, 0, 0],
  },
  {
    name: 'a claim that is opened again goes on',
    events: [
      { type: 'start', at: 0, isHidden: false },
      { type: 'stop', at: 10_000 },
      { type: 'start', at: 50_000, isHidden: false },
      { type: 'tick', at: 51_000 },
    ],
    expected: [11_000, 0, 0],
  },
];

test.each(stories)('$name', ({ events, expected }) => {
  const time = after(...events);
  expect([time.active, time.idle, time.hidden]).toEqual(expected);
});

test('what is counted is the time that passed, however it is cut', () => {
  const kind = fc.constantFrom('input', 'hide', 'show', 'tick');
  const steps = fc.array(fc.record({ type: kind, wait: fc.nat(200_000) }), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (list) => {
      let at = 1000;
      let [whole, cut] = [after({ type: 'start', at, isHidden: false }), noTime];
      cut = whole;
      for (const { type, wait } of list) {
        cut = countTime(cut, { type: 'tick', at: at + Math.floor(wait / 2) }, idle);
        at += wait;
        const event = { type, at } as TimeEvent;
        whole = countTime(whole, event, idle);
        cut = countTime(cut, event, idle);
      }
      expect(cut).toEqual(whole);
      expect(countedTime(whole)).toBe(at - 1000);
    }),
  );
});
