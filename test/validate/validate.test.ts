import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { applyEdits } from '../../src/diagnostic/apply-edits.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Severity } from '../../src/diagnostic/severity.ts';
import { UsageError } from '../../src/errors.ts';
import { decodeLossless } from '../../src/text/decode-utf8.ts';
import { createRng } from '../../src/text/rng.ts';
import { readLines } from '../../src/text/source-line.ts';
import type { ClaimEntry } from '../../src/validate/record-entry.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { runs } from '../runs.ts';
import { evidenceOfText, exampleCorpus, validateBytes, validateFiles, validateText } from './run-example.ts';

const encoder = new TextEncoder();
const root = resolve(import.meta.dirname, '../..');
const evidence = evidenceOfText(exampleCorpus);

const idsOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ ruleId }) => ruleId);
const idsFor = (text: string) => idsOf(validateText(text, { evidence }));

const record = (changes: object = {}) =>
  JSON.stringify({
    id: 1,
    claim: 'The number one comes first.',
    label: 'SUPPORTS',
    evidence: [['A_sentence_0']],
    ...changes,
  });

describe('levels', () => {
  test.each([
    ['level 1 hides level 2', `${record({ label: 'x' }).slice(0, -1)},"label":"y"}`, ['file/duplicate-key']],
    ['level 2 hides level 3', record({ label: 'x', evidence: [['A_sentence_9']] }), ['schema/unknown-label']],
    [
      'level 3 hides level 4',
      record({ claim: 'One comes first', evidence: [['A_sentence_9']] }),
      ['evidence/unresolved'],
    ],
    [
      'warnings hide nothing',
      `\uFEFF${record({ claim: 'One comes first' })}`,
      ['file/byte-order-mark', 'claim/no-final-period'],
    ],
    [
      'all findings of a level are given',
      record({ evidence: [['A_sentence_9', 'A_section_0', 'A_cell_0_2_1']] }),
      ['evidence/empty-cell', 'evidence/marker', 'evidence/unresolved'],
    ],
    [
      'level 4 does not hide level 5: a fault of style keeps no conflict back',
      `${record({ id: 1 })}\n${record({ id: 2, label: 'REFUTES', evidence: [] })}`,
      ['label/without-evidence', 'dataset/conflicting-claim'],
    ],
    ['an empty line is no record', ' \n\n', ['file/empty-line', 'file/empty-line']],
    ['an empty file has no findings', '', []],
  ])('%s', (_, text, expected) => {
    expect(idsFor(text)).toEqual(expected);
  });

  test('each line stands for itself', () => {
    const text = [
      '{',
      record({ id: 2, label: 'x' }),
      record({ id: 3, claim: 'Three comes last' }),
      record({ id: 4 }),
    ].join('\n');
    expect(
      validateText(text, { evidence }).map(({ ruleId, place }) => `${place.start.line} ${ruleId}`),
    ).toEqual(['1 file/json-syntax', '2 schema/unknown-label', '3 claim/no-final-period']);
  });

  test('claims that passed levels 1 to 3 are handed on, in order', () => {
    const text = [
      record({ id: 1, claim: 'One comes first' }),
      record({ id: 2, evidence: [['A_sentence_9']] }),
      record({ id: 2, claim: 'One comes again.' }),
      record({ id: 3, evidence: [] }),
    ].join('\n');
    const entries: ClaimEntry[] = [];
    validateText(text, { evidence, onClaim: (entry) => entries.push(entry) });
    // Claim 2 stands twice, of which the first was refused for its evidence.
    expect(entries.map(({ claim, line }) => [claim.id, line.number])).toEqual([
      [1, 1],
      [3, 4],
    ]);
  });

  test('unknown keys are kept as they stand, whatever their name', () => {
    const text = `{"zz":1,"__proto__":{"label":"REFUTES"},"constructor":2,"id":1,"claim":"The number one comes first.","label":"SUPPORTS","evidence":[["A_sentence_0"]]}`;
    const entries: ClaimEntry[] = [];
    expect(idsOf(validateText(text, { evidence, onClaim: (entry) => entries.push(entry) }))).toEqual([]);
    expect(entries.map(({ claim }) => JSON.stringify(claim))).toEqual([text]);
  });

  test('a member of `__proto__` is no member of the record', () => {
    expect(idsFor('{"id":1,"claim":"One.","evidence":[],"__proto__":{"label":"SUPPORTS"}}')).toEqual([
      'schema/claim',
    ]);
  });
});

describe('files', () => {
  test('ids are compared over all files, claims and not annotations', () => {
    const lines = (file: string, text: string) => readLines(file, [encoder.encode(text)]);
    const annotation = JSON.stringify({
      claim: 1,
      annotator: 'ann',
      label: 'SUPPORTS',
      evidence: [['A_sentence_9']],
      at: '2025-01-31T12:00:00Z',
    });
    const found = validateFiles(
      [
        { kind: 'claim', lines: lines('claims/a.jsonl', `${record()}\n`) },
        {
          kind: 'annotation',
          lines: lines('claims/annotations/ann.jsonl', `${annotation}\n${annotation}\n`),
        },
        {
          kind: 'claim',
          lines: lines('claims/b.jsonl', `\n${record({ claim: 'The number two comes next.' })}\n`),
        },
      ],
      evidence,
    );
    expect(
      found.map(({ ruleId, place }) => `${place.file}:${place.start.line} ${place.claimId} ${ruleId}`),
    ).toEqual([
      'claims/annotations/ann.jsonl:1 1 evidence/unresolved',
      'claims/annotations/ann.jsonl:2 1 evidence/unresolved',
      'claims/b.jsonl:1 undefined file/empty-line',
      'claims/b.jsonl:2 1 dataset/duplicate-id',
    ]);
    expect(found[3]?.related.map(({ place }) => [place.file, place.start, place.end, place.claimId])).toEqual(
      [['claims/a.jsonl', { line: 1, column: 7, offset: 6 }, { line: 1, column: 8, offset: 7 }, 1]],
    );
  });

  test('positions count behind a byte order mark and with CRLF', () => {
    const text = `\uFEFF${record({ label: 'x' })}\r\n\r\n${record({ id: 2, label: 'y' })}\r\n`;
    const found = validateText(text, { evidence });
    expect(found.map(({ ruleId, place: { span } }) => [ruleId, text.slice(span.start, span.end)])).toEqual([
      ['file/byte-order-mark', '\uFEFF'],
      ['schema/unknown-label', '"x"'],
      ['file/empty-line', ''],
      ['schema/unknown-label', '"y"'],
    ]);
    expect(found.map(({ place }) => place.start)).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 1, column: 56, offset: 55 },
      { line: 2, column: 1, offset: text.indexOf('\r\n\r\n') + 2 },
      { line: 3, column: 55, offset: text.indexOf('"y"') },
    ]);
    expect(found.map(({ place }) => place.lineText.includes('\r'))).toEqual([false, false, false, false]);
  });

  test('a byte order mark on a later line is no JSON', () => {
    const [finding, ...others] = validateText(`${record()}\n\uFEFF${record({ id: 2 })}`, { evidence });
    expect(others).toEqual([]);
    expect(finding?.ruleId).toBe('file/json-syntax');
    expect(finding?.help).toContain('byte order mark');
  });

  test('a file in UTF-16 is named as such', () => {
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[...record()].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    const [finding] = validateBytes(bytes, { evidence });
    expect(finding?.ruleId).toBe('file/not-utf8');
    expect(finding?.help).toContain('UTF-16');
  });

  test('ids resolve in any Unicode normal form', () => {
    const nfc = evidenceOfText(
      'Café\n\nFrom Wikipedia for FEVERv2\n\nOne is one. Café_sentence_0\n'.normalize('NFC'),
    );
    for (const form of ['NFC', 'NFD'] as const) {
      expect(
        idsOf(validateText(record({ evidence: [['Café_sentence_0'.normalize(form)]] }), { evidence: nfc })),
      ).toEqual(form === 'NFC' ? [] : ['file/normal-form']);
    }
    const both = ['NFC', 'NFD'].map((form) => 'Café_sentence_0'.normalize(form));
    expect(idsOf(validateText(record({ evidence: [both] }), { evidence: nfc }))).toEqual([
      'file/normal-form',
      'evidence/repeated-id',
    ]);
    expect(idsOf(validateText(record({ evidence: both.map((id) => [id]) }), { evidence: nfc }))).toEqual([
      'file/normal-form',
      'evidence/duplicate-set',
    ]);
    const ids = both.map((id, which) =>
      record({ id, claim: `One of the claims is number ${which}.`, evidence: [['Café_sentence_0']] }),
    );
    expect(idsOf(validateText(ids.join('\n'), { evidence: nfc }))).toEqual(['dataset/duplicate-id']);
  });
});

describe('severities', () => {
  test('change what a finding weighs', () => {
    const text = `${record()}\n${record({ id: 2, claim: 'The number one comes first' })}`;
    const rules = { 'claim/no-final-period': 'error', 'dataset/duplicate-claim': 'info' } as const;
    const severitiesOf = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.map(({ ruleId, severity }) => [ruleId, severity]);
    expect(severitiesOf(validateText(text, { evidence }))).toEqual([
      ['claim/no-final-period', 'warning'],
      ['dataset/duplicate-claim', 'warning'],
    ]);
    expect(severitiesOf(validateText(text, { evidence, settings: { rules } }))).toEqual([
      ['claim/no-final-period', 'error'],
      ['dataset/duplicate-claim', 'info'],
    ]);
    expect(
      severitiesOf(
        validateText(text, {
          evidence,
          settings: { rules: { ...rules, 'claim/no-final-period': 'off' } },
        }),
      ),
    ).toEqual([['dataset/duplicate-claim', 'info']]);
  });

  test('a warning of level 1 can be made an error, not less', () => {
    const text = `\n${record()}`;
    const [finding] = validateText(text, { evidence, settings: { rules: { 'file/empty-line': 'error' } } });
    expect(finding?.severity).toBe('error');
    expect(() => validateText(text, { evidence, settings: { rules: { 'file/empty-line': 'off' } } })).toThrow(
      UsageError,
    );
    expect(() =>
      validateText(text, { evidence, settings: { rules: { 'file/empty-line': 'info' } } }),
    ).toThrow(UsageError);
  });

  test.each<[string, Record<string, Severity | 'off'>, RegExp]>([
    [
      'a rule that is not there',
      { 'evidence/unresolvd': 'off' },
      /no rule "evidence\/unresolvd".*mean "evidence\/unresolved"/,
    ],
    [
      'a rule that nothing is like',
      { nonsense: 'off' },
      /no rule "nonsense"\. `claimset rules` lists them\.$/,
    ],
    ['an inherited name', Object.fromEntries([['constructor', 'off' as const]]), /no rule "constructor"/],
    [
      'an error of level 1 to 3 switched off',
      { 'evidence/unresolved': 'off' },
      /level 3\) cannot be made "off"/,
    ],
    [
      'an error of level 1 to 3 made a warning',
      { 'schema/claim': 'warning' },
      /level 2\) cannot be made "warning"/,
    ],
    [
      'a severity that is none',
      { 'claim/no-final-period': 'loud' as Severity },
      /Use error, warning, info or off/,
    ],
  ])('%s is wrong use', (_, rules, message) => {
    const run = () => validateText('', { evidence, settings: { rules } });
    expect(run).toThrow(UsageError);
    expect(run).toThrow(message);
  });
});

describe('one problem is one finding', () => {
  test.each([
    ['a label of the wrong type', record({ label: true }), ['schema/claim']],
    ['a label that is null', record({ label: null }), ['schema/claim']],
    ['an unknown label', record({ label: 'x' }), ['schema/unknown-label']],
    ['an empty label', record({ label: '' }), ['schema/unknown-label']],
    ['an unknown challenge', record({ challenge: 'x' }), ['schema/unknown-challenge']],
    ['a challenge of the wrong type', record({ challenge: 1 }), ['schema/claim']],
    ['an unknown mutation', record({ mutation: 'x' }), ['schema/unknown-mutation']],
    ['an id too large to be exact', record({ id: 0 }).replace('0', '12345678901234567890'), ['file/number']],
    ['an id that not every program holds', record({ id: 2 ** 53 }), ['schema/claim']],
    [
      'a number too large in a set',
      record({ evidence: [[1e21]] }).replace('1e+21', '1e400'),
      ['file/number'],
    ],
    ['evidence that is an object', record({ evidence: { A: [0] } }), ['schema/claim']],
    ['evidence that is a string', record({ evidence: 'A_sentence_0' }), ['schema/claim']],
    [
      'FEVER evidence of a claim without evidence',
      record({ evidence: [[[1, null, null, null]]] }),
      ['schema/claim'],
    ],
    [
      'many tuples',
      record({ evidence: [Array.from({ length: 50 }, () => [1, 2, 'A', 3])] }),
      ['schema/claim'],
    ],
    ['brackets that are not closed', '[[[[', ['file/json-syntax']],
    ['brackets that nest too deep and are not closed', '['.repeat(100), ['file/json-depth']],
    ['an invalid escape', '{"id":"\\x"}', ['file/json-syntax']],
    ['a control character', '{"id":"\t"}', ['file/json-syntax']],
    ['a lone carriage return in a string', '["\r[[[[', ['file/json-syntax']],
    ['a blank that JSON does not know', `\u00A0${record()}`, ['file/json-syntax']],
    ['the words null and true', 'null\ntrue', ['file/json-syntax', 'file/json-syntax']],
    ['a set in pieces', record({ evidence: [['A', 'cell', '0', '1', '0']] }), ['evidence/unresolved']],
  ])('%s', (_, text, expected) => {
    expect(idsFor(text)).toEqual(expected);
  });

  test.each([
    ['a title that is an id itself', [['A_sentence_0', 'A_sentence_1', 'A_sentence_2']], []],
    ['an unknown title', [['B_title']], ['evidence/unresolved']],
    [
      'markers that are not there',
      [['A_table_general_9', 'A_section_9']],
      ['evidence/unresolved', 'evidence/unresolved'],
    ],
  ])('%s', (_, sets, expected) => {
    expect(idsFor(record({ evidence: sets }))).toEqual(expected);
  });

  test('a claim with a third label conflicts with both others, and a copy with none', () => {
    const text = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', 'SUPPORTS'].map((label, which) =>
      record({ id: which, label }),
    );
    const found = validateText(text.join('\n'), { evidence });
    expect(
      found.map(({ ruleId, place, related }) => [ruleId, place.claimId, related[0]?.place.claimId]),
    ).toEqual([
      ['dataset/conflicting-claim', 1, 0],
      ['dataset/conflicting-claim', 2, 0],
      ['dataset/conflicting-claim', 2, 1],
      ['dataset/duplicate-claim', 3, 0],
    ]);
  });

  test('claims of punctuation alone are the same only if they are equal', () => {
    const found = validateText([record({ id: 1, claim: '?.' }), record({ id: 2, claim: '!.' })].join('\n'), {
      evidence,
      settings: { rules: { 'claim/empty': 'off' } },
    });
    expect(found).toEqual([]);
  });
});

describe('the last mark of a claim', () => {
  test.each([
    ['One.', undefined],
    ['One…', undefined],
    ['He said "one."', undefined],
    ['He said (one.)', undefined],
    ['He said “one.”)', undefined],
    ['It is called "One?"', undefined],
    ['これは一つです。', undefined],
    ['यह एक है।', undefined],
    ['One. ', undefined],
    ['One', 'One.'],
    ['One "two"', 'One "two".'],
    ['One (two)', 'One (two).'],
    ['Één café', 'Één café.'],
    ['50 %', '50 %.'],
    ['tab\t\\ "q"', 'tab\t\\ "q".'],
    ['One,', null],
    ['One -', null],
    ['これは一つです', null],
    ['One?', undefined],
    ['One!', undefined],
    ['(One?)', undefined],
  ])('%j', (claim, fixed) => {
    const text = record({ claim });
    const found = validateText(text, { evidence }).filter(({ ruleId }) => ruleId === 'claim/no-final-period');
    if (fixed === undefined) {
      expect(found).toEqual([]);
      return;
    }
    expect(found).toHaveLength(1);
    const fix = found[0]?.fix;
    expect(fix === undefined ? null : applyEdits(text, [fix]).text).toBe(fixed && record({ claim: fixed }));
  });
});

describe('fixes together', () => {
  const messy = [
    '\uFEFF{"id":1,"claim":" One comes first ","label":"supported","evidence":[["A_sentence_0"]]}',
    '',
    '{"id": 2, "claim": "\\u0020Two comes next\\n", "label": "SUPPORTS", "evidence": [["A_sentence_0", "A_sentence_1", "A_sentence_0"], ["A_sentence_1", "A_sentence_0"], ["A_sentence_2"]]}',
    '{"id":3,"claim":"Three comes last.","label":"nei","evidence":[],"challenge":"other","mutation":"Negate"}',
    '\t',
  ].join('\r\n');

  test('come to rest, and change nothing else', () => {
    let text = messy;
    const texts = new Set<string>();
    while (!texts.has(text)) {
      texts.add(text);
      const fixes = validateText(text, { evidence }).flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
      text = applyEdits(text, fixes).text;
    }
    expect(texts.size).toBeLessThanOrEqual(4);
    expect(validateText(text, { evidence })).toEqual([]);
    expect(text).toMatchInlineSnapshot(`
      "{"id":1,"claim":"One comes first.","label":"SUPPORTS","evidence":[["A_sentence_0"]]}
      {"id": 2, "claim": "Two comes next.", "label": "SUPPORTS", "evidence": [["A_sentence_0", "A_sentence_1"], ["A_sentence_2"]]}
      {"id":3,"claim":"Three comes last.","label":"NOT ENOUGH INFO","evidence":[],"challenge":"Other","mutation":"negate"}
      "
    `);
  });
});

describe('hostile input', () => {
  const big = 2_000_000;
  const evidenceOf = (item: string) =>
    `{"id":1,"claim":"The number one comes first.","label":"SUPPORTS","evidence":[${new Array(Math.floor(big / (item.length + 1))).fill(item).join(',')}]}`;

  test.each([
    ['a million brackets that open', '['.repeat(1e6), ['file/json-depth']],
    ['a million objects', '{"a":'.repeat(1e6), ['file/json-depth']],
    ['a million brackets that close', ']'.repeat(1e6), ['file/json-syntax']],
    ['brackets closed by the wrong ones', '[}},'.repeat(3e5), ['file/json-syntax']],
    ['brackets in a string that breaks off', `["\r${'['.repeat(1e6)}`, ['file/json-syntax']],
    ['brackets behind a quote in a comment', `[/*"*/${'['.repeat(1e6)}`, ['file/json-syntax']],
    ['a million commas', ','.repeat(1e6), ['file/json-syntax']],
    ['a claim of ten megabytes', record({ claim: `A${'a'.repeat(1e7)}.` }), ['claim/length']],
    ['a claim of a million words', record({ claim: `A ${'a '.repeat(1e6)}.` }), ['claim/length']],
    ['a long claim of quotes', record({ claim: '"'.repeat(big / 4) }), ['claim/empty']],
    ['a long line that is no JSON', `${record()}${'x'.repeat(big)}`, ['file/json-syntax']],
    ['a million blanks', ' '.repeat(1e6), ['file/empty-line']],
    [
      'a hundred thousand keys',
      record(Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [`k${at}`, at]))),
      [],
    ],
    [
      'an id of a million digits',
      record({ evidence: [[`A_b${'1'.repeat(1e6)}x`]] }),
      ['evidence/unresolved'],
    ],
    ['an id of many kinds', record({ evidence: [['_cell_1'.repeat(1e5)]] }), ['evidence/unresolved']],
    ['an id of many words', record({ evidence: [[`${'A b1 '.repeat(1e5)}!`]] }), ['evidence/unresolved']],
    [
      'a number of a million digits',
      record({ n: 0 }).replace('"n":0', `"n":0.1${'0'.repeat(1e6)}1`),
      ['file/number'],
    ],
    ['a million digits that are nothing', record({ n: 0 }).replace('"n":0', `"n":1.${'0'.repeat(1e6)}`), []],
    ['a label of a million letters', record({ label: 'x '.repeat(5e5) }), ['schema/unknown-label']],
    [
      'keys of the prototype',
      '{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4}',
      Array(4).fill('schema/claim'),
    ],
    ['the same key twice in the prototype', '{"__proto__":1,"__proto__":2}', ['file/duplicate-key']],
    [
      'an id of the prototype',
      record({ id: '__proto__', evidence: [['__proto__']] }),
      ['evidence/unresolved'],
    ],
  ])('%s', (_, text, expected) => {
    expect(idsFor(text).filter((id) => id !== 'file/long-line')).toEqual(expected);
  });

  test.each([
    ['numbers', '1', 'schema/claim'],
    ['empty sets', '[]', 'schema/claim'],
    ['tuples', '[[1,2,"A",3]]', 'schema/claim'],
    ['flat ids', '"A_sentence_0"', 'schema/claim'],
    ['sets of ids that are not there', '["A_sentence_9"]', 'evidence/unresolved'],
    ['sets that repeat one another', '["A_sentence_0"]', 'evidence/duplicate-set'],
    ['numbers that are too large', '1e400', 'file/number'],
  ])('two megabytes of %s', (_, item, ruleId) => {
    const found = validateText(evidenceOf(item), { evidence }).filter(
      (finding) => finding.ruleId !== 'file/long-line',
    );
    expect(new Set(idsOf(found))).toEqual(new Set([ruleId]));
    expect(found.length).toBeLessThanOrEqual(100);
    if (found.length === 100) expect(found.at(-1)?.help).toContain('left out');
  });

  test('a long key that stands twice', () => {
    const members = new Array(100_000).fill('"a":1').join(',');
    expect(validateText(`{${members}}`, { evidence })).toHaveLength(100);
  });
});

/** Every finding lies inside its line, in the file's text, and a second look, if any, finds the same. */
function expectSound(bytes: Uint8Array, index: EvidenceIndex, twice = true): Diagnostic[] {
  const found = validateBytes(bytes, { evidence: index });
  const { text } = decodeLossless(bytes);
  const lines = text.split('\n');
  for (const { place, fix = [], suggestions = [], message, help } of found) {
    const line = lines[place.start.line - 1] ?? '';
    const from = place.span.start - (place.start.column - 1);
    if (
      place.span.start > place.span.end ||
      place.start.line !== place.end.line ||
      place.end.column - 1 > line.length ||
      text.slice(from, from + line.length) !== line ||
      place.span.end !== from + place.end.column - 1 ||
      message === '' ||
      help === ''
    ) {
      expect.fail(`${JSON.stringify(place)} is no place of ${JSON.stringify(line)}`);
    }
    for (const { span } of [...fix, ...suggestions.flatMap(({ edits }) => edits)]) {
      if (span.start > span.end || span.start < from || span.end > from + line.length + 1)
        expect.fail(`an edit at ${JSON.stringify(span)} is outside of ${JSON.stringify(place)}`);
    }
  }
  if (!twice) return found;
  const again = validateBytes(bytes, { evidence: index });
  if (JSON.stringify(again) !== JSON.stringify(found)) expect.fail('a second look finds something else');
  return found;
}

describe('any input', () => {
  const word = fc.constantFrom(
    'id',
    'claim',
    'label',
    'evidence',
    'SUPPORTS',
    'A_sentence_0',
    'A_section_0',
    '__proto__',
    'é',
    '',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.constantFrom(null, true, 0, -1.5, 1e300),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(word, tie('value'), { maxKeys: 4 }),
    ),
  }));

  test('JSON that is nearly a record', () => {
    const nearRecord = fc.record(
      {
        id: value,
        claim: value,
        label: value,
        evidence: value,
        challenge: value,
        mutation: value,
        source: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(nearRecord, { maxLength: 3 }), (records) => {
        expectSound(encoder.encode(records.map((each) => JSON.stringify(each)).join('\n')), evidence);
      }),
      { numRuns: 300 },
    );
  });

  test('text that is nearly JSON', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"id"',
      '"a":',
      '1',
      'null',
      ' ',
      '\t',
      '\r',
      '\n',
      '\uFEFF',
      '//',
      '/*',
      '\u0000',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const found = expectSound(encoder.encode(text), evidence);
        // A line that is no JSON object always has a finding, and only one that says so.
        for (const [which, line] of text.split('\n').entries()) {
          const about = found.filter(({ place, level }) => place.start.line === which + 1 && level === 1);
          const errors = about.filter(({ severity }) => severity === 'error');
          if (!isObject(line.replace(/\r$/, ''), which) && line.trim() !== '') expect(errors).toHaveLength(1);
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expectSound(bytes, evidence);
      }),
      { numRuns: runs(1000) },
    );
  });
});

function isObject(line: string, which: number): boolean {
  try {
    const json: unknown = JSON.parse(which === 0 ? line.replace(/^\uFEFF/, '') : line);
    return typeof json === 'object' && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
}

describe('the claims of this repository', () => {
  const corpus = readFileSync(resolve(root, 'corpus/first-nagorno-karabakh-war.txt'));
  const index = new EvidenceIndex(parseCorpusFile('corpus/first-nagorno-karabakh-war.txt', corpus).articles);
  const folder = resolve(root, 'claims');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const lines = files.flatMap((name) =>
    readFileSync(resolve(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );

  test('have no errors and no warnings', () => {
    expect(lines.length).toBeGreaterThan(200);
    const found = validateText(lines.join('\n'), { evidence: index });
    expect(found.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([]);
  });

  test('random changes of their bytes give sound findings', () => {
    const rng = createRng(7);
    const random = (below: number) => Math.floor(rng() * below);
    const likely = encoder.encode('"\\,:[]{}0 \t_ae');
    const perRule = new Map<string, number>();
    for (let round = 0; round < Math.max(800, runs(2_000)); round++) {
      const bytes = [...encoder.encode(lines[random(lines.length)] ?? '')];
      for (let changes = 1 + random(3); changes > 0; changes--) {
        const at = random(bytes.length);
        const byte = rng() < 0.7 ? (likely[random(likely.length)] ?? 0) : random(256);
        const kind = random(3);
        if (kind === 0) bytes.splice(at, 1 + random(3));
        else bytes.splice(at, kind - 1, byte);
      }
      for (const { ruleId } of expectSound(Uint8Array.from(bytes), index, round % 10 === 0))
        perRule.set(ruleId, (perRule.get(ruleId) ?? 0) + 1);
    }
    // The changes reach all levels that one record can.
    const reached = rules.filter(({ id }) => perRule.has(id)).map(({ level }) => level);
    expect([...new Set(reached)].sort()).toEqual([1, 2, 3, 4]);
  });
});
