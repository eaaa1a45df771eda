import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEngineAddress } from '../../../src/io/engines/engine-address.ts';
import { runs } from '../../runs.ts';

test.each([
  ['postgres://host/corpus', 'postgres://host:5432/corpus?index=claimset'],
  [
    'postgresql://me:p%40ss@host:6000/corpus?index=fever-2018',
    'postgres://host:6000/corpus?index=fever-2018',
  ],
  ['postgres://[::1]/c%22orpus', 'postgres://[::1]:5432/c%22orpus?index=claimset'],
  ['https://me:secret@search.example.org/fever', 'https://search.example.org:443/fever'],
  ['http://localhost:9200', 'http://localhost:9200/claimset'],
])('%s is shown as %s', (address, shown) => {
  expect(parseEngineAddress(address).shown).toBe(shown);
});

test('user, password, options', () => {
  const { user, password, timeoutSeconds, index, options } = parseEngineAddress(
    'postgres://me:p%40ss@host/corpus?timeout=90&sslmode=require',
  );
  expect({ user, password, timeoutSeconds, index, sslmode: options.get('sslmode') }).toEqual({
    user: 'me',
    password: 'p@ss',
    timeoutSeconds: 90,
    index: 'claimset',
    sslmode: 'require',
  });
});

test.each([
  'secret',
  'mysql://me:secret@host/corpus',
  'postgres://me:secret@host/',
  'postgres://me:secret@host/a/b',
  'postgres://me:secret@host/corpus?index=Robert"); DROP TABLE claims;--',
  'postgres://me:secret@host/corpus?password=secret',
  'postgres://me:secret@host/corpus?timeout=0',
  'postgres://me:secret%@host/corpus',
  'postgres://me:secret@host/corpus?index=fever_building',
  'http://me:secret@host:9200/fever-b',
  'http://me:secret@host:9200/_all',
  'http://me:secret@host:9200/a,b',
  'http://me:secret@host:9200/..%2f_cluster',
  'http://me:secret@host:99999/',
])('%s is refused, and nothing of it quoted', (address) => {
  try {
    parseEngineAddress(address);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENGINE_ADDRESS' });
    expect(String((error as Error).message)).not.toContain('secret');
  }
});

test('whatever stands in it, an index has a plain name', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('postgres://h/d?index=', 'http://h/'), (name, address) => {
      try {
        expect(parseEngineAddress(`${address}${name}`).index).toMatch(/^[a-z][a-z0-9_-]{0,39}$/);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENGINE_ADDRESS' });
      }
    }),
    { numRuns: runs(1000) },
  );
});
