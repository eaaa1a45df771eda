import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/claims/claim.ts';
import { DatasetClaims } from '../../../src/io/claims/dataset-claims.ts';
import { compareIdsNaturally, insertLine } from '../../../src/io/claims/insert-line.ts';
import { temporaryFolder } from '../../cli/run-command.ts';

const claim = (id: Claim['id'], more: Partial<Claim> = {}): Claim => ({
  id,
  claim: 'Ant towns are old.',
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
  ...more,
});
const gold = {
  method: 'adjudication' as const,
  label: 'REFUTES' as const,
  evidence: [['A_sentence_1']],
  votes: { SUPPORTS: 1, REFUTES: 1 },
  annotators: 2,
  confidence: null,
};
const provenance = { method: 'adjudication', votes: { SUPPORTS: 1, REFUTES: 1 }, annotators: 2 };

function dataset(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    claims: DatasetClaims.open(folder),
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
  };
}

const lines = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

describe('the claims of a dataset', () => {
  test('are those of its files, unlabelled ones told apart, journals left out', () => {
    const { claims } = dataset({
      'a.jsonl': `${lines(claim(1))}{"broken\n`,
      'unlabelled/b.jsonl': lines({ id: 'b-1', claim: 'Bee towns are old.' }),
      'annotations/ann.jsonl': lines({ claim: 1 }),
    });
    expect(claims.all().map(({ file, isLabelled, record }) => [file, isLabelled, record.id])).toEqual([
      ['a.jsonl', true, 1],
      ['unlabelled/b.jsonl', false, 'b-1'],
    ]);
    expect(claims.unreadable).toBe(1);
    expect(claims.find('1')?.record.id).toBe(1);
  });

  test('get their label and evidence in place; no other byte changes', () => {
    const odd =
      '{ "id": 2,  "claim":"Ä \\u00e4", "label":"SUPPORTS", "evidence":[["A_sentence_0"]] , "own":1 }\r\n';
    const { claims, read } = dataset({ 'a.jsonl': `${lines(claim(1))}${odd}${lines(claim(3))}` });
    expect(claims.writeGold('2', gold)).toBe(true);
    expect(read('a.jsonl')).toBe(
      `${lines(claim(1))}{ "id": 2,  "claim":"Ä \\u00e4", "label":"REFUTES", "evidence":[["A_sentence_1"]] , "own":1,"aggregation":${JSON.stringify(provenance)} }\r\n${lines(claim(3))}`,
    );
    expect(claims.writeGold(2, gold)).toBe(false);
    expect(claims.find(2)?.record).toMatchObject({ label: 'REFUTES', aggregation: provenance });
  });

  test('move to the file beside when they get their first label', () => {
    const { claims, read } = dataset({
      'b.jsonl': lines(claim('b-1'), claim('b-3')),
      'unlabelled/b.jsonl': lines(
        { id: 'b-2', claim: 'Bee.', source: 'A_sentence_0' },
        { id: 'b-4', claim: 'Cat.' },
      ),
    });
    claims.writeGold('b-2', gold);
    expect(read('unlabelled/b.jsonl')).toBe(lines({ id: 'b-4', claim: 'Cat.' }));
    const moved = {
      id: 'b-2',
      claim: 'Bee.',
      source: 'A_sentence_0',
      label: 'REFUTES',
      evidence: gold.evidence,
      aggregation: provenance,
    };
    expect(read('b.jsonl')).toBe(lines(claim('b-1'), moved, claim('b-3')));
    expect(claims.find('b-2')).toMatchObject({ isLabelled: true, file: 'b.jsonl' });
  });

  test('are dropped and brought back to the same bytes', () => {
    const before = lines(claim('c-1'), claim('c-2'), claim('c-10'));
    const { claims, read } = dataset({ 'c.jsonl': before });
    const { record, file } = claims.drop('c-2');
    expect(read('c.jsonl')).toBe(lines(claim('c-1'), claim('c-10')));
    expect(claims.find('c-2')).toBeUndefined();
    claims.add(record, file);
    expect(read('c.jsonl')).toBe(before);
  });

  test('an id that is taken, and a claim that is not there, are refused', () => {
    const { claims } = dataset({ 'c.jsonl': lines(claim(1)) });
    expect(() => claims.add(claim('1'), 'd.jsonl')).toThrow(expect.objectContaining({ code: 'ID_TAKEN' }));
    expect(() => claims.drop(2)).toThrow(expect.objectContaining({ code: 'UNKNOWN_CLAIM' }));
    expect(() => claims.writeGold(2, gold)).toThrow(expect.objectContaining({ code: 'UNKNOWN_CLAIM' }));
  });

  test.each([
    '../evil.jsonl',
    'annotations/evil.jsonl',
    'unlabelled/evil.jsonl',
    '.hidden/evil.jsonl',
    'suppressions.jsonl',
    'evil.txt',
  ])('are never written to %j, though a journal says so', (file) => {
    const { claims } = dataset({ 'c.jsonl': lines(claim(1)) });
    expect(() => claims.add(claim(2), file)).toThrow(expect.objectContaining({ code: 'NO_CLAIMS_FILE' }));
  });

  test('a byte order mark stays where it is', () => {
    const { claims, read } = dataset({
      'b.jsonl': `\uFEFF${lines(claim('b-2'))}`,
      'unlabelled/b.jsonl': `\uFEFF${lines({ id: 'b-1', claim: 'Bee.' })}`,
    });
    claims.writeGold('b-1', gold);
    expect(read('unlabelled/b.jsonl')).toBe('');
    expect(
      read('b.jsonl')
        .split('\n')
        .map((line) => line.slice(0, 12)),
    ).toEqual(['\uFEFF{"id":"b-1"', '{"id":"b-2",', '']);
    expect(claims.all()).toHaveLength(2);
  });

  test('what others change meanwhile is read before it is changed', () => {
    const { folder, claims, read } = dataset({ 'c.jsonl': lines(claim(1)) });
    writeFileSync(join(folder, 'c.jsonl'), lines(claim(1), claim(2)));
    claims.drop(1);
    expect(read('c.jsonl')).toBe(lines(claim(2)));
    expect(claims.refresh()).toBe(false);
  });
});

describe('a line more', () => {
  test.each([
    ['an empty file', '', 2, '{"id":2}\n'],
    ['behind the last', '{"id":1}\n', 2, '{"id":1}\n{"id":2}\n'],
    ['in between', '{"id":1}\n{"id":3}\n', 2, '{"id":1}\n{"id":2}\n{"id":3}\n'],
    ['before the first', '{"id":3}\n', 2, '{"id":2}\n{"id":3}\n'],
    ['a file in no order', '{"id":3}\n{"id":1}\n', 2, '{"id":3}\n{"id":1}\n{"id":2}\n'],
    ['no line end', '{"id":1}', 2, '{"id":1}\n{"id":2}\n'],
    ['Windows', '{"id":1}\r\n{"id":3}\r\n', 2, '{"id":1}\r\n{"id":2}\r\n{"id":3}\r\n'],
    [
      'letters of two bytes before it',
      '{"id":1,"claim":"ää"}\n{"id":3}\n',
      2,
      '{"id":1,"claim":"ää"}\n{"id":2}\n{"id":3}\n',
    ],
  ])('%s', (_, text, id, after) => {
    expect(insertLine(text, id, JSON.stringify({ id }))).toBe(after);
  });

  test('ids are in the order that people expect', () => {
    const ids = ['c-10', 'c-9', 10, 'b', 'c-9a', 9, 'c'];
    expect(ids.sort(compareIdsNaturally)).toEqual([9, 10, 'b', 'c', 'c-9', 'c-9a', 'c-10']);
  });
});
