import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostic/diagnostic.ts';
import { fingerprint, fingerprintsOf } from '../../src/diagnostic/fingerprint.ts';
import { claimLine, sampleReport } from '../reporters/reports.ts';

const [found] = sampleReport({
  'claims/a.jsonl': [claimLine('a-1', 'One.', 'A town_sentence_8')],
}).diagnostics;
if (found === undefined) throw new Error('The claim has a finding.');

function withPlace(place: Partial<Place>, change: Partial<Diagnostic> = {}): Diagnostic {
  return { ...(found as Diagnostic), ...change, place: { ...(found as Diagnostic).place, ...place } };
}

test('pinned: baselines are kept in files', () => {
  expect(fingerprint(found)).toMatchInlineSnapshot(`"879fa74fbd51d121"`);
});

test('a claim that moves, and whose text around the place changes, keeps its findings', () => {
  const lines = [claimLine('a-0', 'Zero.', 'A town_sentence_0'), claimLine('a-1', '😀', 'A town_sentence_8')];
  const [moved] = sampleReport({ 'claims/a.jsonl': lines }).diagnostics;
  expect(moved?.place.start.line).toBe(2);
  expect(moved && fingerprint(moved)).toBe(fingerprint(found));
});

test.each([
  ['rule', withPlace({}, { ruleId: 'evidence/marker' })],
  ['message', withPlace({}, { messageId: 'noArticle' })],
  ['file', withPlace({ file: 'claims/b.jsonl' })],
  ['claim', withPlace({ claimId: 'a-2' })],
  ['place inside the record', withPlace({ pointer: '/evidence/0/1' })],
])('another %s is another finding', (_, other) => {
  expect(fingerprint(other)).not.toBe(fingerprint(found));
});

test('./ before the name of the file makes no difference', () => {
  expect(fingerprint(withPlace({ file: './claims/a.jsonl' }))).toBe(fingerprint(found));
});

test('the claim 1 and the claim "1" are two', () => {
  expect(fingerprint(withPlace({ claimId: 1 }))).not.toBe(fingerprint(withPlace({ claimId: '1' })));
});

test('where there is no claim, the text of the line counts, without its byte order mark', () => {
  const { claimId: _, pointer: __, ...place } = found.place;
  const at = (lineText: string, line = 1): string =>
    fingerprint({ ...found, place: { ...place, start: { ...place.start, line }, lineText } });
  expect(at('One. A_sentence_0', 7)).toBe(at('One. A_sentence_0'));
  expect(at('\uFEFFOne. A_sentence_0')).toBe(at('One. A_sentence_0'));
  expect(at('Two. A_sentence_0')).not.toBe(at('One. A_sentence_0'));
});

test('equal findings are counted, so that no two fingerprints are the same', () => {
  const [first, second, third] = fingerprintsOf([found, found, withPlace({ claimId: 2 })]);
  expect(first).toBe(fingerprint(found));
  expect(second).toBe(fingerprint(found, 1));
  expect(third).toBe(fingerprint(withPlace({ claimId: 2 })));
  expect(new Set([first, second, third]).size).toBe(3);
});

test('as many fingerprints as findings, each of 16 hexadecimal digits, whatever the findings are', () => {
  const finding = fc
    .record({
      file: fc.constantFrom('a', 'b'),
      lineText: fc.string(),
      claimId: fc.option(fc.nat(2), { nil: undefined }),
    })
    .map(({ file, lineText, claimId }) => {
      const { claimId: _, ...place } = found.place;
      return { ...found, place: { ...place, file, lineText, ...(claimId !== undefined && { claimId }) } };
    });
  fc.assert(
    fc.property(fc.array(finding), (findings) => {
      const prints = fingerprintsOf(findings);
      expect(prints).toHaveLength(findings.length);
      expect(new Set(prints).size).toBe(findings.length);
      for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
});
