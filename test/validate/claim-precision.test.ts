import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { feverForm } from '../../src/formats/forms/fever.ts';
import { readLines } from '../../src/text/source-line.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { createValidator } from '../../src/validate/validate.ts';

/** The file stays outside the project, because its licence is not its own. */
const path = resolve(import.meta.dirname, '../../../shared/data/fever/dev_first5000.jsonl');

describe.skipIf(!existsSync(path))('5,000 claims of FEVER (skipped where ../shared/data is absent)', () => {
  const bytes = existsSync(path) ? readFileSync(path) : new Uint8Array();
  const validator = createValidator(undefined, { rules: rules.filter(({ id }) => id.startsWith('claim/')) });
  const found: Diagnostic[] = [];
  for (const line of readLines('dev.jsonl', [bytes]))
    found.push(...validator.check('claim', line, feverForm));

  test('have these findings, each of which was read and is right by the guidelines', () => {
    const counts: Record<string, number> = {};
    for (const { ruleId } of found) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
    expect(Object.fromEntries(Object.entries(counts).sort())).toEqual({
      'claim/doubled-blanks': 5,
      'claim/hedge': 7,
      'claim/lower-case-start': 1,
      'claim/no-final-period': 12,
      'claim/pronoun-subject': 1,
      'claim/vague-quantifier': 58,
    });
  });

  test('and each finding points at what it is about', () => {
    const words = found.flatMap(({ ruleId, place: { lineText, start, end } }) =>
      ruleId === 'claim/hedge' ? [lineText.slice(start.column - 1, end.column - 1)] : [],
    );
    expect(words.sort()).toEqual([
      'could be',
      'could be',
      'is believed to',
      'is believed to',
      'may',
      'may',
      'probably',
    ]);
  });
});
