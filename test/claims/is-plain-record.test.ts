import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationSchema } from '../../src/claims/annotation.ts';
import { challenges } from '../../src/claims/challenge.ts';
import { claimSchema } from '../../src/claims/claim.ts';
import { isPlainAnnotation, isPlainClaim } from '../../src/claims/is-plain-record.ts';
import { labels } from '../../src/claims/label.ts';
import { mutations } from '../../src/claims/mutation.ts';

/** Values that are right here and wrong there. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    'x',
    ' ',
    0,
    -0,
    1,
    1.5,
    -1,
    2 ** 53,
    Number.MAX_VALUE,
    null,
    true,
    [],
    {},
    [[]],
    [['']],
  ),
  fc.constantFrom<unknown>([['A_sentence_0']], ['A_sentence_0'], [['A'], [1]], [[['A']]], 'a split', 'train'),
  fc.constantFrom<unknown>(...labels, ...challenges, ...mutations, 'SUPPORTED'),
  fc.jsonValue({ maxDepth: 2 }),
);

const time = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc
    .tuple(
      fc.nat(14),
      fc.nat(32),
      fc.nat(25),
      fc.nat(61),
      fc.constantFrom('Z', '+02:00', '-15:00', '+0200', ''),
    )
    .map(([month, day, hour, second, zone]) => {
      const two = (number: number) => String(number).padStart(2, '0');
      return `2025-${two(month)}-${two(day)}T${two(hour)}:00:${two(second)}${zone}`;
    }),
  value,
);

const right = {
  claim: { id: 'a', claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
  annotation: {
    claim: 'a',
    annotator: 'ann',
    label: 'REFUTES',
    evidence: [],
    at: '2025-01-28T12:00:00.5+01:00',
  },
} as const;

const cases = [
  { name: 'claim', schema: claimSchema, isPlain: isPlainClaim, record: right.claim },
  { name: 'annotation', schema: annotationSchema, isPlain: isPlainAnnotation, record: right.annotation },
] as const;

describe.each(cases)('a plain $name', ({ schema, isPlain, record }) => {
  const keys = [...Object.keys(schema.shape), 'note', '__proto__'];
  /** The right record with some keys set to something else, or left out. */
  const changed = fc
    .array(fc.tuple(fc.constantFrom(...keys), fc.option(value, { freq: 6, nil: undefined })), {
      maxLength: 3,
    })
    .map((changes) => {
      const entries = new Map<string, unknown>(Object.entries(record));
      for (const [key, next] of changes) {
        if (next === undefined) entries.delete(key);
        else entries.set(key, next);
      }
      return Object.fromEntries(entries);
    });

  test('is one to the schema too, and what is not plain may be', () => {
    let plain = 0;
    let other = 0;
    const looked = fc.oneof(
      changed,
      fc.jsonValue(),
      fc.tuple(changed, time).map(([one, at]) => ({ ...one, at })),
    );
    fc.assert(
      fc.property(looked, (json) => {
        const read: unknown = JSON.parse(JSON.stringify(json));
        if (isPlain(read)) {
          plain += 1;
          expect(schema.safeParse(read).error).toBeUndefined();
        } else other += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(100);
    expect(other).toBeGreaterThan(100);
  });

  test('is the right record, so that nearly all records are', () => {
    expect(isPlain(record)).toBe(true);
    expect(schema.safeParse(record).success).toBe(true);
  });

  test('is none without a key that is required', () => {
    for (const key of Object.keys(record)) expect(isPlain({ ...record, [key]: undefined })).toBe(false);
  });
});
