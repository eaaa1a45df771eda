import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostic/diagnostic.ts';
import { feverForm } from '../../src/formats/forms/fever.ts';
import { valueAt } from '../../src/text/json-pointer.ts';
import { readLines } from '../../src/text/source-line.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { createValidator } from '../../src/validate/validate.ts';

/** The file stays outside the project, because its licence is not its own. */
const path = resolve(import.meta.dirname, '../../../shared/data/fever/dev_first5000.jsonl');

interface RawRecord {
  readonly label: string;
  readonly claim: string;
  readonly evidence: readonly (readonly (readonly [unknown, unknown, string | null, number | null])[])[];
}

const counted = [
  'claim/no-final-period',
  'dataset/conflicting-claim',
  'dataset/duplicate-claim',
  'evidence/duplicate-set',
  'evidence/superset-set',
] as const;

/** The pages and sentences of an evidence set. */
function pairsOf(set: RawRecord['evidence'][number]): string[] {
  return [...new Set(set.map(([, , page, sentence]) => JSON.stringify([page, sentence])))].sort();
}

/** A claim without case, punctuation and blanks; the sign of a number stays. */
function plainText(claim: string): string {
  const characters = [...claim.normalize('NFKC').toLowerCase()];
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(characters[at] ?? '');
  const kept = characters.map((character, at) => {
    const isSign = character === '-' && /\p{N}/u.test(characters[at + 1] ?? '') && !isWord(at - 1);
    return isSign || /[\p{L}\p{N}\p{M}\p{S}]/u.test(character) ? character : ' ';
  });
  return kept.join('').split(' ').filter(Boolean).join(' ');
}

/** What the rules must find, each in a few lines of its own, from the JSON alone. */
function countNaively(records: readonly RawRecord[]): Record<(typeof counted)[number], number> {
  const counts = Object.fromEntries(counted.map((rule) => [rule, 0])) as Record<
    (typeof counted)[number],
    number
  >;
  const labelsOf = new Map<string, string[]>();
  for (const { label, claim, evidence } of records) {
    const bare = claim.trimEnd().replace(/["'”’»)\]}]+$/, '');
    if (!/[.!?…]$/.test(bare) || /[?!]$/.test(claim.trimEnd())) counts['claim/no-final-period'] += 1;

    if (label !== 'NOT ENOUGH INFO') {
      const sets = evidence.map(pairsOf);
      for (const [which, set] of sets.entries()) {
        const isEqual = (other: string[]) => other.join() === set.join();
        if (sets.findIndex(isEqual) < which) counts['evidence/duplicate-set'] += 1;
        const isLess = (other: string[]) =>
          other.length < set.length && other.every((id) => set.includes(id));
        if (sets.some(isLess)) counts['evidence/superset-set'] += 1;
      }
    }

    const text = plainText(claim);
    const earlier = labelsOf.get(text) ?? [];
    if (earlier.includes(label)) counts['dataset/duplicate-claim'] += 1;
    // Another label than all before: in conflict with each of those.
    else counts['dataset/conflicting-claim'] += new Set(earlier).size;
    labelsOf.set(text, [...earlier, label]);
  }
  return counts;
}

/** The way to the value that a place is of. */
function stepsOf({ pointer = '' }: Place): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

describe.skipIf(!existsSync(path))(
  'the first 5,000 claims of FEVER, as they are (skipped where ../shared/data is absent)',
  () => {
    const bytes = existsSync(path) ? readFileSync(path) : new Uint8Array();
    const text = new TextDecoder().decode(bytes);
    const lines = text.trimEnd().split('\n');

    const check = (): Diagnostic[] => {
      const validator = createValidator(undefined, {
        rules: rules.filter(({ id }) => (counted as readonly string[]).includes(id)),
      });
      const found: Diagnostic[] = [];
      for (const line of readLines('dev.jsonl', [bytes]))
        found.push(...validator.check('claim', line, feverForm));
      return [...found, ...validator.finish()];
    };

    test('have as many findings as an independent count', () => {
      const counts = Object.fromEntries(counted.map((rule) => [rule, 0]));
      for (const { ruleId } of check()) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
      expect(counts).toEqual(countNaively(lines.map((line) => JSON.parse(line) as RawRecord)));
      expect(counts).toMatchInlineSnapshot(`
        {
          "claim/no-final-period": 12,
          "dataset/conflicting-claim": 9,
          "dataset/duplicate-claim": 54,
          "evidence/duplicate-set": 1475,
          "evidence/superset-set": 138,
        }
      `);
    });

    test('every finding stands at the value that it is about', () => {
      const found = check();
      expect(found.length).toBeGreaterThan(1_000);
      for (const { ruleId, place, related, fix, suggestions } of found) {
        const line = lines[place.start.line - 1] ?? '';
        const record = JSON.parse(line) as RawRecord & { readonly id: number };
        expect(place.claimId).toBe(record.id);
        expect(place.lineText).toBe(line);
        const at = line.slice(place.start.column - 1, place.end.column - 1);
        expect(text.slice(place.span.start, place.span.end)).toBe(at);
        expect(valueAt(record, stepsOf(place))).toEqual(JSON.parse(at));
        const [first] = related.map((other) => other.place);
        const firstRecord = JSON.parse(lines[(first ?? place).start.line - 1] ?? '') as RawRecord;
        const firstValue = JSON.parse(text.slice((first ?? place).span.start, (first ?? place).span.end));
        expect(valueAt(firstRecord, stepsOf(first ?? place))).toEqual(firstValue);
        switch (ruleId) {
          case 'claim/no-final-period':
            expect(JSON.parse(at)).toBe(record.claim);
            break;
          case 'dataset/duplicate-claim':
            expect(JSON.parse(at)).toBe(record.claim);
            expect([plainText(firstRecord.claim), firstRecord.label]).toEqual([
              plainText(record.claim),
              record.label,
            ]);
            break;
          case 'dataset/conflicting-claim':
            expect(JSON.parse(at)).toBe(record.label);
            expect(plainText(firstRecord.claim)).toBe(plainText(record.claim));
            expect(firstRecord.label).not.toBe(record.label);
            break;
          case 'evidence/duplicate-set':
            expect(pairsOf(JSON.parse(at))).toEqual(pairsOf(firstValue));
            break;
          default: {
            const pairs = pairsOf(JSON.parse(at));
            expect(pairsOf(firstValue).length).toBeLessThan(pairs.length);
            expect(pairs).toEqual(expect.arrayContaining(pairsOf(firstValue)));
          }
        }
        // Evidence has another shape here than the rules know: they edit nothing of it.
        if (ruleId.startsWith('evidence/')) expect([fix, suggestions]).toEqual([undefined, undefined]);
      }
    });
  },
);
