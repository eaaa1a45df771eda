import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimId } from '../../src/claims/claim.ts';
import { ToolError } from '../../src/errors.ts';
import type { SplitPolicy } from '../../src/split/policy.ts';
import {
  parseSplitLock,
  printSplitLock,
  type SplitLock,
  updateSplitLock,
} from '../../src/split/split-lock.ts';
import { anyCharacter } from '../any-character.ts';
import { runs } from '../runs.ts';

const policy: SplitPolicy = { ratios: { train: 0.8, dev: 0.2 }, seed: 7, nearDuplicate: 0.8 };

function failure(run: () => unknown): { code: string; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof ToolError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('It did not fail');
}

test('one claim a line, numbers before strings', () => {
  const splits = new Map<ClaimId, string>([
    ['nkw-2', 'dev'],
    ['12', 'dev'],
    [100, 'train'],
    [12, 'train'],
    ['__proto__', 'train'],
  ]);
  expect(printSplitLock({ policy, splits })).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "seed": 7,
      "ratios": { "train": 0.8, "dev": 0.2 },
      "nearDuplicate": 0.8,
      "splits": [
        [12, "train"],
        [100, "train"],
        ["12", "dev"],
        ["__proto__", "train"],
        ["nkw-2", "dev"]
      ]
    }
    "
  `);
});

test('settings that are not the defaults are in the lock, others are not', () => {
  const changed: SplitPolicy = {
    ...policy,
    groupBy: ['evidence', 'article'],
    stratifyBy: ['label', 'challenge'],
    date: 'published "at"',
  };
  const text = printSplitLock({ policy: changed, splits: new Map() });
  expect(text.split('\n').slice(4, 8)).toMatchInlineSnapshot(`
    [
      "  "nearDuplicate": 0.8,",
      "  "groupBy": ["evidence", "article"],",
      "  "stratifyBy": ["label", "challenge"],",
      "  "date": "published \\"at\\"",",
    ]
  `);
  expect(parseSplitLock(text).policy).toEqual(changed);
});

test('what is printed is parsed back, and printed to the same bytes', () => {
  const id = fc.oneof(
    fc.maxSafeInteger(),
    fc.string({ minLength: 1 }),
    fc.string({ unit: anyCharacter, minLength: 1 }),
  );
  const lock = fc.record({
    policy: fc.record({
      ratios: fc.constantFrom<Record<string, number>>(policy.ratios, { train: 1 }, { b: 1 / 3, a: 2 / 3 }),
      seed: fc.nat(0xffffffff),
      nearDuplicate: fc.constantFrom(1, 0.8, 1e-9),
    }),
    splits: fc
      .array(fc.tuple(id, fc.constantFrom('train', 'dev', '__proto__')))
      .map((all) => new Map<ClaimId, string>(all)),
  });
  fc.assert(
    fc.property(lock, (value: SplitLock) => {
      const text = printSplitLock(value);
      const parsed = parseSplitLock(text);
      expect(parsed).toEqual(value);
      expect(Object.keys(parsed.policy.ratios)).toEqual(Object.keys(value.policy.ratios));
      expect(printSplitLock(parsed)).toBe(text);
    }),
    { numRuns: runs(300) },
  );
});

describe('what is no lock', () => {
  const lock = (change: object) =>
    JSON.stringify({ version: 1, seed: 0, ratios: { train: 1 }, nearDuplicate: 0.8, splits: [], ...change });

  test.each([
    ['nothing', ''],
    ['a conflict of git', '<<<<<<< HEAD\n{}\n'],
    ['another value', '[]'],
    ['another version', lock({ version: 2 })],
    ['a seed that is none', lock({ seed: -1 })],
    ['a ratio that is none', lock({ ratios: { train: 'all' } })],
    ['an unknown key', lock({ comment: 'mine' })],
    ['ids as keys', lock({ splits: { a: 'train' } })],
    ['an id that is none', lock({ splits: [[1.5, 'train']] })],
    ['a split that is none', lock({ splits: [['a', '../train']] })],
    [
      'a claim twice',
      lock({
        splits: [
          ['a', 'train'],
          ['a', 'dev'],
        ],
      }),
    ],
    ['deep brackets', '['.repeat(100_000)],
  ])('%s', (_, text) => {
    const { code, message } = failure(() => parseSplitLock(text));
    expect(code).toBe('SPLIT_LOCK');
    expect(message).toMatch(/^splits\.lock\.json .*\. Restore the file from version control, or delete it/);
  });

  test('quotes nothing that acts on a terminal, and not without end', () => {
    const { message } = failure(() => parseSplitLock(lock({ ['\u001b[2J\u202e'.repeat(1000)]: 1 })));
    expect(message).not.toContain('\u001b');
    expect(message).not.toContain('\u202e');
    expect(message.length).toBeLessThan(2000);
  });

  test('says where', () => {
    expect(
      failure(() =>
        parseSplitLock(
          lock({
            splits: [
              ['a', 'train'],
              ['b', 3],
            ],
          }),
        ),
      ).message,
    ).toMatchInlineSnapshot(
      `"splits.lock.json is not a lock of version 1 at splits.1.1: Invalid input: expected string, received number. Restore the file from version control, or delete it to split anew, which may move every claim."`,
    );
  });
});

test('a text may begin with a byte order mark and be laid out in another way', () => {
  const text = '\uFEFF{"splits":[[1,"train"]],"version":1,"nearDuplicate":1,"ratios":{"train":1},"seed":0}';
  expect(parseSplitLock(text).splits).toEqual(new Map([[1, 'train']]));
});

describe('an update', () => {
  const lock: SplitLock = {
    policy,
    splits: new Map([
      ['gone', 'dev'],
      ['a', 'train'],
    ]),
  };

  test('adds claims, keeps those that are gone, and takes the new policy', () => {
    const changed = { ...policy, seed: 8 };
    expect(
      updateSplitLock(
        lock,
        changed,
        new Map([
          ['a', 'train'],
          ['b', 'dev'],
        ]),
      ),
    ).toEqual({
      policy: changed,
      splits: new Map([
        ['gone', 'dev'],
        ['a', 'train'],
        ['b', 'dev'],
      ]),
    });
    expect(lock.splits.size).toBe(2);
  });

  test('refuses to move a claim', () => {
    expect(failure(() => updateSplitLock(lock, policy, new Map([['a', 'dev']])))).toMatchInlineSnapshot(`
      {
        "code": "SPLIT_MOVED",
        "message": "Claim "a" is locked in \`train\` and would move to \`dev\`. Split with the lock, or delete splits.lock.json to split anew.",
      }
    `);
  });
});
