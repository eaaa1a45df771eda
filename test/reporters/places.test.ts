import { describe, expect, test } from 'vitest';
import { renderText } from './render-text.ts';
import { claimLine, sampleReport } from './reports.ts';

/** Lines of a file and which of them has the finding, on the value `"A town_sentence_8"`. */
const cases: readonly (readonly [name: string, lines: readonly string[], line: number])[] = [
  ['an astral character before it', [claimLine(1, '😀 é 北京.', 'A town_sentence_8')], 1],
  [
    'lines that end with CR LF',
    [`${claimLine(1, '😀.', 'A town_sentence_0')}\r`, `${claimLine(2, '😀.', 'A town_sentence_8')}\r`],
    2,
  ],
  ['a byte order mark before it', [`\uFEFF${claimLine(1, '😀.', 'A town_sentence_8')}`], 1],
];

describe.each(cases)('%s', (_, lines, line) => {
  const all = sampleReport({ 'a.jsonl': lines });
  const report = {
    ...all,
    diagnostics: all.diagnostics.filter(({ ruleId }) => ruleId === 'evidence/unresolved'),
  };
  const text = (lines[line - 1] ?? '').replace(/\r$/, '');
  const withoutMark = text.replace(/^\uFEFF/, '');
  const value = '"A town_sentence_8"';

  test('sarif counts UTF-16 code units without the mark', () => {
    const [result] = JSON.parse(renderText('sarif', report)).runs[0].results;
    const { startLine, startColumn, endLine, endColumn } = result.locations[0].physicalLocation.region;
    expect([startLine, endLine]).toEqual([line, line]);
    expect(withoutMark.slice(startColumn - 1, endColumn - 1)).toBe(value);
  });

  test('rdjson counts bytes of UTF-8 with the mark, in places and suggestions', () => {
    const [result] = JSON.parse(renderText('rdjson', report)).diagnostics;
    const bytes = new TextEncoder().encode(text);
    for (const { start, end } of [result.location.range, result.suggestions[0].range]) {
      expect([start.line, end.line]).toEqual([line, line]);
      const slice = bytes.slice(start.column - 1, end.column - 1);
      expect(new TextDecoder().decode(slice)).toBe(value);
    }
  });

  test.each([
    ['github', /line=(\d+),col=(\d+),/],
    ['agent', /^a\.jsonl:(\d+):(\d+) /],
    ['pretty', /^ {2}(\d+):(\d+) {2}/m],
    ['markdown', /`a\.jsonl:(\d+):(\d+)`/],
    ['junit', /a\.jsonl:(\d+):(\d+) error/],
  ])('%s counts characters without the mark', (id, pattern) => {
    const [, atLine, column] = pattern.exec(renderText(id, report)) ?? [];
    expect(Number(atLine)).toBe(line);
    expect([...withoutMark].slice(Number(column) - 1).join('')).toMatch(new RegExp(`^${value}`));
  });
});
