import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusRules } from '../../src/corpus/corpus-rules.ts';
import { applyEdits } from '../../src/diagnostic/apply-edits.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { placeInLine } from '../../src/diagnostic/place-in-line.ts';
import { readLines } from '../../src/text/source-line.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { readSuppressions } from '../../src/validate/suppressions/read-suppressions.ts';
import { suppressionRules } from '../../src/validate/suppressions/suppression-rules.ts';
import { Suppressor } from '../../src/validate/suppressions/suppressor.ts';

const metas = [...rules, ...Object.values(corpusRules), ...Object.values(suppressionRules)];
const file = 'claims/suppressions.jsonl';

function read(...lines: readonly (string | object)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return readSuppressions(readLines(file, [Buffer.from(text)]), metas);
}

/** `line:column-column messageId` of a finding. */
const shortForm = ({ messageId, place: { start, end } }: Diagnostic): string =>
  `${start.line}:${start.column}-${end.column} ${messageId}`;

const right = { rule: 'claim/no-final-period', claim: 'a', reason: 'A quotation.' };

describe('reading', () => {
  test.each<[string, string | object, string, string]>([
    ['no JSON', '{"rule":', '1:9-9 syntax', 'The line is not JSON: expected a value.'],
    ['a list', '[]', '1:1-3 notObject', 'The line is JSON, but no object: an empty list.'],
    [
      'a key that stands twice',
      '{"rule":"claim/no-final-period","claim":1,"claim":2,"reason":"x"}',
      '1:43-50 duplicateKey',
      'a second time',
    ],
    [
      'an id that is no integer',
      { ...right, claim: 1.5 },
      '1:41-44 wrong',
      '`claim`: expected a string that is not empty, or an integer',
    ],
    ['no rule', { claim: 'a', reason: 'x' }, '1:1-2 missing', '`rule` is missing'],
    [
      'no reason',
      { rule: right.rule, claim: 'a' },
      '1:1-2 missing',
      '`reason` is missing: expected a reason in words.',
    ],
    [
      'a blank reason',
      { ...right, reason: ' ' },
      '1:54-57 wrong',
      'expected a reason in words, found the string " "',
    ],
    [
      'neither claim nor file',
      { rule: right.rule, reason: 'x' },
      '1:1-2 missing',
      '`claim` is missing: expected the id of a claim, or `file`',
    ],
    [
      'a pointer without a claim',
      { rule: right.rule, file: 'x', pointer: '/claim', reason: 'x' },
      '1:44-53 unknownKey',
      '`pointer` is no key of a suppression about a file.',
    ],
    [
      'a pointer that is none',
      { ...right, pointer: 'claim' },
      '1:79-86 wrong',
      'expected a JSON Pointer, such as /evidence/0',
    ],
    [
      'a misspelt key',
      { ...right, pionter: '/claim' },
      '1:69-78 unknownKey',
      '`pionter` is no key of a suppression about a claim.',
    ],
    [
      'a key that programs trip over',
      '{"rule":"claim/no-final-period","claim":1,"reason":"x","__proto__":1}',
      '1:56-67 unknownKey',
      '`__proto__`',
    ],
    [
      'a rule that is not there',
      { ...right, rule: 'claim/no-final-perido' },
      '1:9-32 unknownRule',
      'There is no rule `claim/no-final-perido`.',
    ],
    [
      'a rule of level 3',
      { ...right, rule: 'evidence/unresolved' },
      '1:9-30 level',
      'Findings of `evidence/unresolved` (level 3) cannot be suppressed.',
    ],
    ['a rule of level 1 about articles', { ...right, rule: 'corpus/not-nfc' }, '1:9-25 level', '(level 1)'],
    [
      'a rule about suppressions',
      { ...right, rule: 'suppression/unused' },
      '1:9-29 ownRule',
      'cannot be suppressed',
    ],
  ])('refuses %s', (_, line, place, message) => {
    const { entries, diagnostics } = read(line);
    expect({ entries, found: diagnostics.map(shortForm) }).toEqual({ entries: [], found: [place] });
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.place.file).toBe(file);
    expect(diagnostics[0]?.help).not.toBe('');
  });

  test('offers the rule and key that may have been meant', () => {
    const [rule, key] = read(
      { ...right, rule: 'claim/no-final-perido' },
      { ...right, pionter: '' },
    ).diagnostics;
    expect(rule?.help).toBe('Did you mean "claim/no-final-period"?');
    expect(key?.help).toBe('Did you mean "pointer"?');
  });

  test('refuses bytes that are not UTF-8', () => {
    const bytes = Buffer.from(JSON.stringify({ ...right, reason: 'é' }), 'latin1');
    const { entries, diagnostics } = readSuppressions(readLines(file, [bytes]), metas);
    expect(entries).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The line has a byte that is not UTF-8: 0xe9 at byte 54 of the line (counted from 0).',
    ]);
  });

  test('takes what is right, blank lines and a byte order mark between', () => {
    const about = { rule: 'corpus/gap', file: 'corpus/a.txt', reason: 'Cut on purpose.' };
    const lines = [
      `\uFEFF${JSON.stringify(right)}`,
      '',
      ' ',
      about,
      { ...right, claim: 7, file: 'claims/b.jsonl', pointer: '/claim' },
    ];
    const { entries, diagnostics } = read(...lines);
    expect(diagnostics).toEqual([]);
    expect(entries.map(({ line }) => line.number)).toEqual([1, 4, 5]);
  });

  test('tells a second suppression of the same: a fix only where nothing is lost', () => {
    const { entries, diagnostics } = read(right, { ...right, claim: 'b' }, right, {
      ...right,
      reason: 'Another.',
    });
    expect(entries).toHaveLength(2);
    expect(diagnostics.map(({ message }) => message)).toEqual(
      Array(2).fill('The same findings are suppressed on line 1 already.'),
    );
    expect(diagnostics.map(({ fix }) => fix !== undefined)).toEqual([true, false]);
    expect(diagnostics.map(({ suggestions = [] }) => suggestions.length)).toEqual([0, 1]);
    expect(diagnostics[0]?.related[0]?.place.start.line).toBe(1);
  });

  test('the ids 1 and "1" are two claims', () => {
    expect(read({ ...right, claim: 1 }, { ...right, claim: '1' }).diagnostics).toEqual([]);
  });

  test('never fails, whatever the lines hold', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...metas.map(({ id }) => id), 'a', '/x', ''));
    const line = fc.oneof(
      fc.string(),
      fc
        .dictionary(fc.constantFrom('rule', 'claim', 'file', 'pointer', 'reason', '__proto__', 'x'), value)
        .map((record) => JSON.stringify(record)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const { entries, diagnostics } = read(...lines);
        for (const { suppression } of entries) expect(suppression.reason.trim()).not.toBe('');
        for (const { place } of diagnostics) expect(place.span.end).toBeGreaterThanOrEqual(place.span.start);
      }),
    );
  });
});

describe('suppressing', () => {
  /** A finding of the rule that `right` is about, or one like it. */
  function finding(place: object, change: Partial<Diagnostic> = {}): Diagnostic {
    const line = { file: 'ds/claims/a.jsonl', number: 1, offset: 0, text: 'x' };
    const where = placeInLine(line, { start: 0, end: 1 }, { claimId: 'a', pointer: '/claim' });
    return {
      ruleId: right.rule,
      messageId: 'missing',
      level: 4,
      severity: 'warning',
      message: '',
      why: '',
      help: '',
      related: [],
      url: '',
      ...change,
      place: { ...where, ...place },
    };
  }

  const pathOf = (name: string): string => name.replace(/^ds\//, '');
  const takes = (suppression: object, diagnostic: Diagnostic): boolean =>
    new Suppressor(read({ ...right, ...suppression }).entries, pathOf).takes(diagnostic);

  test.each<[string, object, Diagnostic, boolean]>([
    ['the claim', {}, finding({}), true],
    ['another claim', {}, finding({ claimId: 'b' }), false],
    ['a number that is no string', { claim: 1 }, finding({ claimId: '1' }), false],
    ['a number', { claim: 1 }, finding({ claimId: 1 }), true],
    ['another rule', {}, finding({}, { ruleId: 'claim/surrounding-blanks' }), false],
    ['its value', { pointer: '/claim' }, finding({}), true],
    ['another value', { pointer: '/label' }, finding({}), false],
    ['its file', { file: 'claims/a.jsonl' }, finding({}), true],
    ['another file', { file: 'claims/annotations/x.jsonl' }, finding({}), false],
    ['a finding of level 3, whatever its rule is called', {}, finding({}, { level: 3 }), false],
  ])('%s', (_, suppression, diagnostic, expected) => {
    expect(takes(suppression, diagnostic)).toBe(expected);
  });

  test('a file without a claim stands for findings that are about no claim', () => {
    const { entries } = read({ rule: right.rule, file: 'corpus/a.txt', reason: 'x' });
    const suppressor = new Suppressor(entries, pathOf);
    const { claimId: _, ...place } = finding({ file: 'ds/corpus/a.txt' }).place;
    expect(suppressor.takes({ ...finding({}), place })).toBe(true);
    expect(suppressor.takes({ ...finding({}), place })).toBe(true);
    expect(suppressor.takes(finding({ file: 'ds/corpus/a.txt' }))).toBe(false);
    expect(suppressor.taken).toBe(2);
    expect([...suppressor.findUnused(() => 4)]).toEqual([]);
  });

  test('what took nothing is told, with the fix that deletes its line', () => {
    const text = `${JSON.stringify({ ...right, claim: 'b' })}\r\n${JSON.stringify(right)}\r\n${JSON.stringify({ ...right, claim: 7, pointer: '/claim', file: 'x' })}`;
    const { entries } = readSuppressions(readLines(file, [Buffer.from(text)]), metas);
    const suppressor = new Suppressor(entries, pathOf);
    expect(suppressor.takes(finding({}))).toBe(true);
    const unused = [...suppressor.findUnused(() => 4)];
    expect(unused.map(({ message }) => message)).toEqual([
      'There is no finding of `claim/no-final-period` about claim "b" any more.',
      'There is no finding of `claim/no-final-period` about claim 7 at /claim in x any more.',
    ]);
    const fixes = unused.map(({ fix }) => fix ?? []);
    expect(applyEdits(text, fixes).text).toBe(`${JSON.stringify(right)}\r\n`);
  });

  test('nothing is told of a rule that did not run, nor while an error on a lower level hides records from it', () => {
    const { entries } = read(right);
    expect([...new Suppressor(entries, pathOf).findUnused(() => undefined)]).toEqual([]);
    const hidden = new Suppressor(entries, pathOf);
    hidden.takes(finding({ claimId: 'z' }, { level: 3, severity: 'error', ruleId: 'evidence/unresolved' }));
    expect([...hidden.findUnused(() => 4)]).toEqual([]);
    const warned = new Suppressor(entries, pathOf);
    warned.takes(finding({ claimId: 'z' }, { level: 3, severity: 'warning' }));
    warned.takes(finding({ claimId: 'z' }, { level: 4, severity: 'error' }));
    expect([...warned.findUnused(() => 4)]).toHaveLength(1);
    expect([...warned.findUnused(() => 5)]).toEqual([]);
  });
});

test('the catalogue says of which findings there are safe fixes', () => {
  const reason = { ...right, reason: 'Said so.' };
  const { entries, diagnostics } = read(reason, reason, { rule: 'claim/nope', claim: 'a', reason: 'x' });
  const unused = new Suppressor(entries, (path) => path).findUnused(() => 4);
  const fixed = [...diagnostics, ...unused].filter(({ fix }) => fix !== undefined);
  const marked = metas.filter((meta) => 'hasFix' in meta && meta.hasFix).map(({ id }) => id);
  expect(fixed.map(({ ruleId }) => ruleId)).toEqual(marked);
});
