import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { json } from '../../src/reporters/json.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { claimLine, sampleReport } from './reports.ts';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schemaFile = path.resolve(import.meta.dirname, '../../schema/report.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema;
const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

test('one finding a line; offsets are UTF-16 code units', () => {
  const report = sampleReport({
    'claims/a.jsonl': [claimLine('\u001b[2J\u202e', '😀', 'A town_sentence_8')],
  });
  expect([...json.render(report, { color: true })].join('')).toMatchInlineSnapshot(`
    "{"version":1,"summary":{"files":1,"records":1,"counts":{"error":1,"warning":0,"info":0},"fixable":0,"fixed":0,"suppressed":0,"known":0,"unchanged":0},"diagnostics":[
    {"ruleId":"evidence/unresolved","messageId":"noElement","level":3,"severity":"error","message":"\`A town_sentence_8\`: the article \\"A town\\" has no such element.","why":"An id that resolves to nothing counts as a miss for every system that is scored, and hides copy errors.","help":"Did you mean \`A town_sentence_1\`?","place":{"file":"claims/a.jsonl","span":{"start":64,"end":83},"start":{"line":1,"column":65,"offset":64},"end":{"line":1,"column":84,"offset":83},"claimId":"\\u001b[2J\\u202e","pointer":"/evidence/0/0"},"related":[],"suggestions":[{"message":"Replace it by \`A town_sentence_1\`.","edits":[{"span":{"start":64,"end":83},"text":"\\"A town_sentence_1\\""}]},{"message":"Replace it by \`A town_sentence_0\`.","edits":[{"span":{"start":64,"end":83},"text":"\\"A town_sentence_0\\""}]}],"url":"docs/rules/evidence/unresolved.md"}
    ]}
    "
  `);
});

test('every report is what the schema says, keys in its order', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const printed = JSON.parse([...json.render(report, { color: false })].join('')) as unknown;
      expect(validator.safeParse(printed).error).toBeUndefined();
      expect([...misplacedKeys(printed, schema)]).toEqual([]);
    }),
  );
});

test.each([
  ['another version', { version: 2 }],
  ['no summary', { summary: undefined }],
  ['a finding without a place', { diagnostics: [{ ruleId: 'a/b' }] }],
])('the schema refuses %s', (_, change) => {
  const good = JSON.parse([...json.render(sampleReport({}), { color: false })].join('')) as object;
  expect(validator.safeParse(good).success).toBe(true);
  expect(validator.safeParse({ ...good, ...change }).success).toBe(false);
});

test('nothing of a finding is lost but the text of its lines', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const printed = JSON.parse([...json.render(report, { color: false })].join('')) as object;
      const { diagnostics, summary } = JSON.parse(
        JSON.stringify(report, (key, value: unknown) => (key === 'lineText' ? undefined : value)),
      ) as typeof report;
      const counts = { suppressed: 0, known: 0, unchanged: 0 };
      expect(printed).toEqual({ version: 1, summary: { ...summary, ...counts }, diagnostics });
    }),
  );
});

/** Keys that the schema does not list, or not in this order. */
function* misplacedKeys(value: unknown, where: Schema | undefined): Generator<string> {
  const at = where?.$ref === undefined ? where : schema.$defs?.[where.$ref.replace('#/$defs/', '')];
  if (Array.isArray(value)) {
    for (const item of value) yield* misplacedKeys(item, at?.items);
  } else if (typeof value === 'object' && value !== null) {
    const listed = Object.keys(at?.properties ?? {});
    const keys = Object.keys(value);
    const inOrder = listed.filter((key) => keys.includes(key));
    if (keys.join() !== inOrder.join()) yield keys.join();
    for (const [key, member] of Object.entries(value)) yield* misplacedKeys(member, at?.properties?.[key]);
  }
}
