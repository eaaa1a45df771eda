import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../../src/diagnostic/apply-edits.ts';
import type { RecordKind } from '../../../../src/validate/record-entry.ts';
import { normalForm } from '../../../../src/validate/rules/file/normal-form.ts';
import { createValidator } from '../../../../src/validate/validate.ts';

function findingsOf(text: string, kind: RecordKind = 'claim') {
  const validator = createValidator(undefined, { rules: [normalForm] });
  return validator.check(kind, { file: 'a', number: 1, offset: 0, text, end: '\n', invalidBytes: [] });
}

function fixed(text: string): string {
  return applyEdits(
    text,
    findingsOf(text).flatMap(({ fix }) => (fix === undefined ? [] : [fix])),
  ).text;
}

test.each([
  // An accent behind an escape, a word and a quotation mark must not become part of them.
  ['{"a":"\\n\u0303"}', '{"a":"\\n\u0303"}'],
  ['{"a":"n\u0303\\n\u0303\\\\n\u0303"}', '{"a":"\u00f1\\n\u0303\\\\\u00f1"}'],
  ['{"a":"\\"\u0301"}', '{"a":"\\"\u0301"}'],
  // The ways of writing a letter stay as they are.
  ['{"a":"\\u0065\\u0301 \\u00e9 \\/"}', '{"a":"\\u00e9 \\u00e9 \\/"}'],
  ['{"a":"e\\u0301"}', '{"a":"\\u00e9"}'],
  // Letters that are another one in NFC, and syllables.
  ['{"a":"\u212b \u212a"}', '{"a":"\u00c5 K"}'],
  ['{"a":["\u1112\u1161\u11ab"]}', '{"a":["\ud55c"]}'],
  // Half a surrogate pair.
  ['{"a":"\\ud83de\u0301"}', '{"a":"\\ud83d\u00e9"}'],
  // Keys, and names that other files repeat.
  ['{"e\u0301":"e\u0301"}', '{"e\u0301":"\u00e9"}'],
  ['{"id":"e\u0301","a":{"id":"e\u0301"}}', '{"id":"e\u0301","a":{"id":"\u00e9"}}'],
])('%j', (text, expected) => {
  expect(fixed(text)).toBe(expected);
});

test('the names of an annotation are left alone', () => {
  const text = '{"claim":"e\u0301","annotator":"e\u0301","comment":"e\u0301"}';
  const [finding] = findingsOf(text, 'annotation');
  expect(finding?.place.pointer).toBe('/comment');
  expect(finding?.fix).toHaveLength(1);
});

/** A value with its strings in NFC, those of the key `id` at the top left out. */
function composed(value: unknown, isTop = true): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map((item) => composed(item, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      isTop && key === 'id' && typeof member === 'string' ? member : composed(member, false),
    ]),
  );
}

test('after the fix all text is in NFC, and nothing else is another', () => {
  const piece = fc.constantFrom(
    'e',
    'n',
    '\u0301',
    '\u0303',
    '\u0323',
    '\u212b',
    '\u1112',
    '\u1161',
    '\\',
    '"',
    '\n',
    ' ',
    'é',
    '\ud83d',
    '😀',
    'u0301',
    '\ufb01',
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const record = fc.dictionary(
    fc.oneof(fc.constantFrom('id', 'claim', '__proto__'), text),
    fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 2 })),
    { maxKeys: 4 },
  );
  let changed = 0;
  fc.assert(
    fc.property(record, fc.boolean(), (json, isEscaped) => {
      const plain = JSON.stringify(json);
      const line = isEscaped
        ? plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : plain;
      const after = fixed(line);
      if (after !== line) changed += 1;
      expect(JSON.stringify(JSON.parse(after))).toBe(JSON.stringify(composed(JSON.parse(line))));
      expect(findingsOf(after)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(changed).toBeGreaterThan(200);
});
