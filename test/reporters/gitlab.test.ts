import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { arbitraryReport } from './arbitrary-report.ts';
import { renderText } from './render-text.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

/**
 * What GitLab asks of a Code Quality report. Its own schema (gitlab-org/gitlab, `app/validators/json_schemas/codeclimate.json`) asks for
 * `description`, `fingerprint`, `severity` and `location`, all strings but the last; its parser stops at the first entry that breaks
 * it. The words of `severity`, `check_name`, and a path without `./` are from the documentation of the report format. What is not
 * named there is ignored, and thus not written.
 */
const codeQuality = z.array(
  z.strictObject({
    description: z.string(),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.\/)/),
      lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
    }),
  }),
);

test('an entry a line, with a fingerprint that stays', () => {
  const before = sampleReport({ './claims/a.jsonl': [claimLine('a-1', 'One.', 'A town_sentence_8')] });
  expect(renderText('gitlab', before)).toMatchInlineSnapshot(`
    "[
    {"description":"\`A town_sentence_8\`: the article \\"A town\\" has no such element. Did you mean \`A town_sentence_1\`?","check_name":"evidence/unresolved","fingerprint":"879fa74fbd51d121","severity":"major","location":{"path":"claims/a.jsonl","lines":{"begin":1,"end":1}}}
    ]
    "
  `);
  const after = sampleReport({
    './claims/a.jsonl': [
      claimLine('a-0', 'Zero.', 'A town_sentence_0'),
      claimLine('a-1', '😀.', 'A town_sentence_8'),
    ],
  });
  const [one, other] = [before, after].map(
    (report) => codeQuality.parse(JSON.parse(renderText('gitlab', report)))[0],
  );
  expect(other?.location.lines.begin).toBe(2);
  expect(other?.fingerprint).toBe(one?.fingerprint);
});

test('every report is what GitLab takes; no fingerprint twice, because GitLab shows one entry of each', () => {
  fc.assert(
    fc.property(arbitraryReport, ({ diagnostics, ...rest }) => {
      const report = { ...rest, ...reportOf([...diagnostics, ...diagnostics], { files: 1, records: 1 }) };
      const issues = codeQuality.parse(JSON.parse(renderText('gitlab', report)));
      expect(issues).toHaveLength(report.diagnostics.length);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }),
  );
});
