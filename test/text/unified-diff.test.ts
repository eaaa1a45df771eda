import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from '../../src/text/diff-lines.ts';
import { unifiedDiff } from '../../src/text/unified-diff.ts';

const names = { before: 'a/x', after: 'b/x' };
const diffOf = (before: string, after: string): string =>
  [...unifiedDiff(before, after, names)].map(({ text }) => `${text}\n`).join('');

/** Makes what a unified diff says, as `patch` does, from its text alone. */
function patch(text: string, diff: string): string {
  const source = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  const lines = diff.match(/[^\n]*\n/g)?.slice(2) ?? [];
  for (const [which, line] of lines.entries()) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+/.exec(line);
    const isCut = lines[which + 1]?.startsWith('\\') === true;
    const content = isCut ? line.slice(1, -1) : line.slice(1);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      result.push(...source.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) result.push(content);
    else if (!line.startsWith('\\')) {
      expect(source[at]).toBe(content);
      if (line.startsWith(' ')) result.push(content);
      at += 1;
    }
  }
  return [...result, ...source.slice(at)].join('');
}

test('nothing for equal texts', () => {
  expect(diffOf('a\nb\n', 'a\nb\n')).toBe('');
  expect(diffOf('', '')).toBe('');
});

test('changed and removed lines, with what stands around them', () => {
  const before = Array.from({ length: 12 }, (_, which) => `line ${which}\n`).join('');
  const after = before.replace('line 1\n', 'LINE 1\n').replace('line 10\n', '');
  expect(diffOf(before, after)).toMatchInlineSnapshot(`
    "--- a/x
    +++ b/x
    @@ -1,5 +1,5 @@
     line 0
    -line 1
    +LINE 1
     line 2
     line 3
     line 4
    @@ -8,5 +8,4 @@
     line 7
     line 8
     line 9
    -line 10
     line 11
    "
  `);
});

test('a last line without its end', () => {
  expect(diffOf('a\nb', 'a\nb\n')).toMatchInlineSnapshot(`
    "--- a/x
    +++ b/x
    @@ -1,2 +1,2 @@
     a
    -b
    \\ No newline at end of file
    +b
    "
  `);
  expect(diffOf('a\r\n', '')).toMatchInlineSnapshot(`
    "--- a/x
    +++ b/x
    @@ -1 +0,0 @@
    -a
    "
  `);
});

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'd\r\n', 'e'), { maxLength: 12 })
  .map((lines) => lines.join(''));

test('says how one text becomes the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patch(before, diffOf(before, after))).toBe(after);
    }),
    { numRuns: 500 },
  );
});

test('a change of every tenth of many lines is that change, in linear time', () => {
  const before = Array.from({ length: 50_000 }, (_, which) => `{"id":${which}}`);
  const after = before.flatMap((line, which) =>
    which % 10 === 0 ? (which % 20 === 0 ? [] : [`${line} `]) : [line],
  );
  const changes = diffLines(before, after);
  expect(changes).toHaveLength(5000);
  expect(changes.every(({ from, to, newFrom, newTo }) => to - from === 1 && newTo - newFrom <= 1)).toBe(true);
});
