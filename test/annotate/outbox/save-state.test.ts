import { expect, test } from 'vitest';
import { type SaveFacts, saveStateOf } from '../../../src/annotate/outbox/save-state.ts';

const calm: SaveFacts = { unsent: 0, refused: 0, problem: undefined, isOnline: true, savedAt: undefined };
const at = '2026-01-02T03:04:05Z';

test.each<[string, Partial<SaveFacts>, ReturnType<typeof saveStateOf>]>([
  ['nothing was done', {}, { kind: 'ready' }],
  ['all is saved', { savedAt: at }, { kind: 'saved', at }],
  ['something is under way', { unsent: 2, savedAt: at }, { kind: 'sending', unsent: 2 }],
  ['the server is away', { isOnline: false, savedAt: at }, { kind: 'offline', unsent: 0 }],
  [
    'the server is away and something waits',
    { unsent: 2, problem: 'unreachable', isOnline: false },
    { kind: 'offline', unsent: 2 },
  ],
  ['the server was just back', { unsent: 2, problem: 'unreachable' }, { kind: 'offline', unsent: 2 }],
  ['its disk is full', { unsent: 1, problem: 'disk' }, { kind: 'disk', unsent: 1 }],
  ['its disk was full, and nothing waits any more', { problem: 'disk', savedAt: at }, { kind: 'saved', at }],
  ['the link is not valid', { unsent: 1, problem: 'link' }, { kind: 'link', unsent: 1 }],
  ['the server failed', { unsent: 1, problem: 'server', isOnline: false }, { kind: 'server', unsent: 1 }],
  [
    'something was refused, above all',
    { unsent: 1, refused: 2, problem: 'disk' },
    { kind: 'refused', count: 2 },
  ],
])('%s', (_name, facts, expected) => {
  expect(saveStateOf({ ...calm, ...facts })).toEqual(expected);
});
