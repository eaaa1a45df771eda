import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BaselineEntry,
  baselineOf,
  compareWithBaseline,
  mergeBaselines,
  printBaseline,
} from '../../src/diagnostic/baseline.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { parseBaseline } from '../../src/io/parse-baseline.ts';
import { claimLine, sampleReport } from '../reporters/reports.ts';

const same = (file: string): string => file;

/** One finding for each claim that cites what is not there. */
const found = (...ids: readonly (string | number)[]): Diagnostic[] =>
  sampleReport({
    'claims/a.jsonl': ids.map((id) => claimLine(id, `Claim ${id}.`, 'A town_sentence_8')),
  }).diagnostics.filter(({ ruleId }) => ruleId === 'evidence/unresolved');

describe('a baseline', () => {
  test('is read back as it was printed, sorted, one entry a line', () => {
    const entries = baselineOf(found('b', 'a', 12), same);
    const text = printBaseline(entries);
    expect(text).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "findings": [
          {"rule":"evidence/unresolved","file":"claims/a.jsonl","claim":"a","pointer":"/evidence/0/0","count":1,"fingerprint":"a098090c51a9ec4a"},
          {"rule":"evidence/unresolved","file":"claims/a.jsonl","claim":"b","pointer":"/evidence/0/0","count":1,"fingerprint":"9108be6ac56d6036"},
          {"rule":"evidence/unresolved","file":"claims/a.jsonl","claim":12,"pointer":"/evidence/0/0","count":1,"fingerprint":"2784c16e7e61ca94"}
        ]
      }
      "
    `);
    expect(printBaseline(parseBaseline('x', text))).toBe(text);
    expect(printBaseline([...entries].reverse())).toBe(text);
    expect(printBaseline([])).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
    expect(parseBaseline('x', printBaseline([]))).toEqual([]);
  });

  test('takes out what it has, as often as it has it', () => {
    const [first] = found('a');
    if (first === undefined) throw new Error('There is no finding.');
    const entries = baselineOf([first, first, ...found('b')], same);
    expect(entries.map(({ count }) => count)).toEqual([2, 1]);
    expect(compareWithBaseline(entries, [first, first, first], same)).toEqual({
      fresh: [first],
      known: 2,
      gone: 1,
    });
    expect(compareWithBaseline(entries, [], same)).toEqual({ fresh: [], known: 0, gone: 3 });
    expect(compareWithBaseline([], [first], same)).toEqual({ fresh: [first], known: 0, gone: 0 });
  });

  test('holds where the tool runs from another folder, and where lines move', () => {
    const entries = baselineOf(found('a'), same);
    const [moved] = found('z', 'a').slice(1);
    if (moved === undefined) throw new Error('There is no finding.');
    const elsewhere = { ...moved, place: { ...moved.place, file: '../claims/a.jsonl' } };
    const pathOf = (file: string): string => file.replace('../', '');
    expect(compareWithBaseline(entries, [elsewhere], pathOf)).toMatchObject({ known: 1, gone: 0 });
    expect(compareWithBaseline(entries, [elsewhere], same)).toMatchObject({ known: 0, gone: 1 });
  });

  test('keeps the larger count of two, which two branches may have written', () => {
    const [a, b] = baselineOf(found('a', 'b'), same) as [BaselineEntry, BaselineEntry];
    expect(mergeBaselines([a, b], [{ ...a, count: 3 }])).toEqual([{ ...a, count: 3 }, b]);
    expect(compareWithBaseline([a, a, b], found('a'), same)).toMatchObject({ known: 1, gone: 1 });
  });

  test('leaves out an id that JSON cannot write', () => {
    const [first] = found('a');
    if (first === undefined) throw new Error('There is no finding.');
    const endless = { ...first, place: { ...first.place, claimId: Number.POSITIVE_INFINITY } };
    const entries = baselineOf([endless], same);
    expect(parseBaseline('x', printBaseline(entries))).toEqual(entries);
  });

  test('of all findings takes out all, and what is fresh is never in it', () => {
    const ids = fc.uniqueArray(fc.oneof(fc.string({ minLength: 1, maxLength: 5 }), fc.nat(20)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const entries = parseBaseline('x', printBaseline(baselineOf(found(...before), same)));
        const all = found(...after);
        const { fresh, known, gone } = compareWithBaseline(entries, all, same);
        expect(known).toBe(after.filter((id) => before.includes(id)).length);
        expect(gone).toBe(before.length - known);
        expect(all.filter((diagnostic) => fresh.includes(diagnostic))).toEqual(fresh);
        expect(compareWithBaseline(baselineOf(all, same), all, same)).toEqual({
          fresh: [],
          known: all.length,
          gone: 0,
        });
      }),
      { numRuns: 50 },
    );
  });
});

const entry = { rule: 'x/y', file: 'a', count: 1, fingerprint: '0123456789abcdef' };

test.each<[string, string]>([
  ['', 'b.json:1:1 is not JSON'],
  ['[', 'b.json:1:2 is not JSON: expected a comma or the closing `]`. Mend it there.'],
  ['[]', 'b.json:1:1 '],
  ['{"version":2,"findings":[]}', 'b.json:1:12 version: '],
  ['{"version":1,\n "findings":[{}]}', 'b.json:2:14 findings.0.rule: '],
  [JSON.stringify({ version: 1, findings: [{ ...entry, count: 0 }] }), 'b.json:1:59 findings.0.count: '],
  [JSON.stringify({ version: 1, findings: [{ ...entry, fingerprint: 'x' }] }), 'findings.0.fingerprint: '],
  [JSON.stringify({ version: 1, findings: [], more: 1 }), 'b.json:1:28 more: '],
  ['{"version":1,"version":1,"findings":[]}', 'b.json:1:14 "version" stands a second time.'],
  ['['.repeat(70), 'b.json:1:65 nests deeper than 64 levels.'],
])('the baseline %j is refused with its place', (text, message) => {
  expect(() => parseBaseline('b.json', text)).toThrow(
    expect.objectContaining({ code: 'BASELINE_INVALID', message: expect.stringContaining(message) }),
  );
});
