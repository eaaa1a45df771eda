import { expect, test } from 'vitest';
import { hearLease, type LeaseState, lookOfLease } from '../../../src/annotate/label/lease-state.ts';

const unknown: LeaseState = { is: 'unknown' };
const heard = { claim: 'c', until: '2026-01-01T00:30:00.000Z' };

test('a lease ends one duration after it was heard of, whatever the clock of the server says', () => {
  const held = hearLease(unknown, heard, { at: 1_000, leaseSeconds: 1800 });
  expect(held).toEqual({ is: 'held', until: heard.until, deadline: 1_801_000 });
  expect(hearLease(held, heard, { at: 90_000, leaseSeconds: 1800 })).toBe(held);
  const later = { ...heard, until: '2026-01-01T00:31:00.000Z' };
  expect(hearLease(held, later, { at: 90_000, leaseSeconds: 1800 })).toMatchObject({ deadline: 1_890_000 });
});

test('a lease that is lost stays lost until it is given again', () => {
  const lost = hearLease(unknown, 'lost', { at: 0, leaseSeconds: 60 });
  expect(hearLease(lost, null, { at: 0, leaseSeconds: 60 })).toBe(lost);
  expect(hearLease(lost, heard, { at: 0, leaseSeconds: 60 }).is).toBe('held');
});

test.each([
  { leaseSeconds: 1800, left: 121, look: 'fine' },
  { leaseSeconds: 1800, left: 120, look: 'expiring' },
  { leaseSeconds: 1800, left: 0, look: 'over' },
  { leaseSeconds: 60, left: 21, look: 'fine' },
  { leaseSeconds: 60, left: 20, look: 'expiring' },
] as const)(
  '$left s before the end of a lease of $leaseSeconds s it looks $look',
  ({ leaseSeconds, left, look }) => {
    const lease = hearLease(unknown, heard, { at: 0, leaseSeconds });
    expect(lookOfLease(lease, (leaseSeconds - left) * 1000, leaseSeconds)).toBe(look);
  },
);

test('without a lease nothing is said, but that it is lost', () => {
  expect(lookOfLease(unknown, 0, 60)).toBe('fine');
  expect(lookOfLease({ is: 'lost' }, 0, 60)).toBe('lost');
});
