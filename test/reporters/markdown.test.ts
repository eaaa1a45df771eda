import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownCode } from '../../src/reporters/markdown-code.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { renderStepSummary } from '../../src/reporters/step-summary.ts';
import { arbitraryReport, hostilePieces } from './arbitrary-report.ts';
import { renderText } from './render-text.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

function stepSummary(report: Report): string {
  return [...renderStepSummary(report)].join('');
}

/** The text with each code span as `CODE`, by the rule of CommonMark §6.1: as many backticks end one as began it. */
function hideCode(text: string): string {
  let rest = text;
  let shown = '';
  for (;;) {
    const [fence] = /`+/.exec(rest) ?? [];
    if (fence === undefined) return shown + rest;
    const begin = rest.indexOf(fence);
    const ends = [...rest.slice(begin + fence.length).matchAll(/`+/g)];
    const end = ends.find(([run]) => run.length === fence.length);
    if (end === undefined) throw new Error(`No code span: ${rest.slice(begin)}`);
    shown += `${rest.slice(0, begin)}CODE`;
    rest = rest.slice(begin + fence.length + end.index + fence.length);
  }
}

test('a table, then the findings folded away, the heaviest first', () => {
  const report = sampleReport({
    'claims/a.jsonl': [
      claimLine('a-1', 'No period', 'A town_sentence_0'),
      claimLine('a-2', 'One.', 'A town_sentence_8'),
      claimLine('a-2', 'Two.', 'A town_sentence_9'),
    ],
  });
  expect(renderText('markdown', report)).toMatchInlineSnapshot(`
    "<!-- claimset report -->
    ## claimset

    3 errors, 1 warning in 3 records of 1 file; 1 fixable with --fix

    | | rule | findings | fixable |
    |-|-|-:|-:|
    | error | \`evidence/unresolved\` | 2 |  |
    | error | \`dataset/duplicate-id\` | 1 |  |
    | warning | \`claim/no-final-period\` | 1 | 1 |

    <details>
    <summary>3 errors</summary>

    - \`claims/a.jsonl:2:60\`, claim \`a-2\`, \`evidence/unresolved\`<br>\`\` \`A town_sentence_8\`: the article "A town" has no such element. \`\`<br>help: \`\` Did you mean \`A town_sentence_1\`? \`\`
    - \`claims/a.jsonl:3:7\`, claim \`a-2\`, \`dataset/duplicate-id\`<br>\`The id "a-2" stands for a second claim.\`<br>help: \`Give the second claim an id of its own.\`<br>see \`claims/a.jsonl:2\`: \`It stands here for the first time.\`
    - \`claims/a.jsonl:3:60\`, claim \`a-2\`, \`evidence/unresolved\`<br>\`\` \`A town_sentence_9\`: the article "A town" has no such element. \`\`<br>help: \`\` Did you mean \`A town_sentence_1\`? \`\`

    </details>

    <details>
    <summary>1 warning</summary>

    - \`claims/a.jsonl:1:21\`, claim \`a-1\`, \`claim/no-final-period\`, fixable<br>\`The claim does not end with a period.\`<br>help: \`End the claim with a period.\`

    </details>
    "
  `);
  expect(stepSummary(report)).toBe(renderText('markdown', report));
});

test.each([
  ['', ''],
  [' ', ''],
  ['a', '`a`'],
  ['`a`', '`` `a` ``'],
  ['a ``` b', '```` a ``` b ````'],
  [' a ', '`  a  `'],
  ['a\nb', '`a\\u{a}b`'],
  ['<b>@octocat</b> #1 [x](y) | $z$', '`<b>@octocat</b> #1 [x](y) | $z$`'],
  ['x'.repeat(21), `\`${'x'.repeat(19)}…\``],
])('%j as code is %s', (text, expected) => {
  expect(markdownCode(text, 20 + 20 * Number(text.startsWith('<')))).toBe(expected);
});

test('a code span holds its text and nothing behind it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hostilePieces, '`', '\\'), { maxLength: 8 }), (pieces) => {
      const span = markdownCode(pieces.join(''), 1_000);
      expect(hideCode(`<${span}>`)).toMatch(/^<(CODE)?>$/);
    }),
  );
});

test('all that a user’s data can do is to stand in code spans', () => {
  const line =
    /^(<!-- claimset report -->|## claimset|(\d+ (error|warning|info)s?(, )?)+ in 2 records of 1 file(; \d+ fixable with --fix)?|No findings in 2 records of 1 file|\| \| rule \| findings \| fixable \||\|-\|-\|-:\|-:\||\| (error|warning|info) \| CODE \| \d+ \| \d* \||<details>|<summary>\d+ (error|warning|info)s?<\/summary>|<\/details>|- (CODE)?(, claim (CODE)?)?, CODE(, fixable)?(<br>CODE)?(<br>help: (CODE)?)?(<br>see CODE: (CODE)?)*)?$/;
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      for (const each of hideCode(renderText('markdown', report)).split('\n')) expect(each).toMatch(line);
    }),
  );
});

const { diagnostics } = sampleReport({ 'a.jsonl': [claimLine(1, 'One.', 'A town_sentence_8')] });
const [found] = diagnostics;
if (found === undefined) throw new Error('There is a finding.');
const many = reportOf(
  [
    ...Array.from({ length: 300 }, () => ({ ...found, severity: 'info' as const })),
    ...Array.from({ length: 4_000 }, () => ({ ...found, message: '北'.repeat(100) })),
  ],
  { files: 1, records: 1 },
);

test.each([
  ['a comment', (report: Report) => renderText('markdown', report), 65_536],
  ['a step summary', stepSummary, 1 << 20],
])('%s keeps to its limit in bytes, uses most of it, and says what it leaves out', (_, render, limit) => {
  const text = render(many);
  const bytes = new TextEncoder().encode(text).length;
  expect(bytes).toBeLessThan(limit);
  expect(bytes).toBeGreaterThan(limit * 0.9);
  const shown = text.split('\n- ').length - 1;
  expect(text).toMatch(
    new RegExp(
      `\\n</details>\\n\\nLeft out for want of room: ${(4_000 - shown).toLocaleString('en')} errors, 300 infos\\.\\n$`,
    ),
  );
  expect(text.match(/<details>/g)).toHaveLength(1);
});

test('no more than three other places', () => {
  const related = Array.from({ length: 5 }, () => ({ message: 'There.', place: found.place }));
  const text = renderText('markdown', reportOf([{ ...found, related }], { files: 1, records: 1 }));
  expect(text.match(/<br>see `a\.jsonl:1:56`: `There\.`/g)).toHaveLength(3);
  expect(text).toContain('<br>see 2 more places\n');
});
