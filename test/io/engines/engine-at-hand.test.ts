import { expect, test } from 'vitest';
import { engineAtHand } from '../../../src/io/engines/engine-at-hand.ts';

const secret = { PGPASSWORD: 'secret', CLAIMSET_SEARCH_API_KEY: 'key' };
const ofEnvironment = { ...secret, CLAIMSET_SEARCH_ENGINE: 'postgres://ours/db' };

test.each([
  ['named', 'postgres://named/db', ofEnvironment, 'postgres://named/db', ofEnvironment],
  ['of the environment', undefined, ofEnvironment, 'postgres://ours/db', ofEnvironment],
  ['of the configuration, which gets no password', undefined, secret, 'postgres://theirs/db', {}],
])('the engine that is asked is the one %s', (_, named, env, address, given) => {
  expect(engineAtHand(named, env, 'postgres://theirs/db')).toEqual({ address, env: given });
});

test('no engine is asked where none is named, or an empty name says so', () => {
  expect(engineAtHand(undefined, secret, '')).toBeUndefined();
  expect(engineAtHand('', ofEnvironment, 'postgres://theirs/db')).toBeUndefined();
});
