import { describe, expect, test } from 'vitest';
import { printRule } from '../../src/cli/rules/print-rule.ts';
import { ruleCatalogue, ruleGroups } from '../../src/cli/rules/rule-catalogue.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { createTerminalStyle } from '../../src/text/terminal-style.ts';
import { isFixable } from '../../src/validate/examples/shown-example.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { runCommand } from './run-command.ts';

const ids = ruleCatalogue.map(({ id }) => id);

test('a rule is explained as a page for the terminal', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['explain', 'claim/surrounding-blanks']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "claim/surrounding-blanks
    A claim has no white space around it.

    severity  warning
    level     4, guideline
    fix       safe ones are made by --fix
    since     0.1.0

    why       Two claims that look the same differ, and a tokenizer may see another first word.
    help      Remove the white space.
    source    White space is a trace of copying; no dataset of the family means anything by it.
    page      docs/rules/claim/surrounding-blanks.md

    Messages
    - White space stands before the claim.
    - White space stands behind the claim.

    Right: no white space
      {"id":1,"claim":"The number one comes first.","label":"NOT ENOUGH INFO","evidence":[]}

    Wrong: blanks around the claim
      {"id":1,"claim":" One.  ","label":"NOT ENOUGH INFO","evidence":[]}
                       ^
      White space stands before the claim.
      {"id":1,"claim":" One.\\u{a0} ","label":"NOT ENOUGH INFO","evidence":[]}
                            ^^^^^^^
      White space stands behind the claim.
    after --fix
      {"id":1,"claim":"One.","label":"NOT ENOUGH INFO","evidence":[]}

    Wrong: escaped white space
      {"id":1,"claim":"\\tOne.\\u0020\\n","label":"NOT ENOUGH INFO","evidence":[]}
                       ^^
      White space stands before the claim.
      {"id":1,"claim":"\\tOne.\\u0020\\n","label":"NOT ENOUGH INFO","evidence":[]}
                             ^^^^^^^^
      White space stands behind the claim.
    after --fix
      {"id":1,"claim":"One.","label":"NOT ENOUGH INFO","evidence":[]}

    The examples cite the article in docs/rules/README.md.
    "
  `);
});

test('what reading an article finds is explained too', async () => {
  const { stdout } = await runCommand(['explain', 'corpus/gap']);
  expect(stdout).toMatchInlineSnapshot(`
    "corpus/gap
    Sentences, sections, tables and lists are numbered without a gap.

    severity  warning
    level     4, guideline
    since     0.1.0

    why       A missing number means that an element was lost when the page was copied; claims may cite
              it.
    help      Copy the page again, or accept the gap if the element was removed on purpose.
    source    Read from the generator of the FEVEROUS annotation wiki (Raldir/feverous-wip,
              process_wikipedia.py).
    page      docs/rules/corpus/gap.md

    Messages
    - \`{id}\` follows number {previous}: {missing} is missing.
    "
  `);
});

test.each([
  ['evidence/several-articles', 'off (info in strict)'],
  ['label/needless-evidence', 'off (warning in fever)'],
  ['label/nei-without-evidence', 'off (error in feverous)'],
  ['label/tie', 'warning'],
])('%s is told to be %s', async (id, severity) => {
  expect((await runCommand(['explain', id])).stdout).toContain(`\nseverity  ${severity}\n`);
});

test('what reading suppressions finds is fixable', async () => {
  const { stdout } = await runCommand(['explain', 'suppression/unused']);
  expect(stdout).toContain('\nfix       safe ones are made by --fix\n');
  const { rules: found } = JSON.parse((await runCommand(['explain', 'suppression', '--json'])).stdout);
  expect(found.map(({ id, fixable }: { id: string; fixable: boolean }) => [id, fixable])).toEqual([
    ['suppression/duplicate', true],
    ['suppression/invalid', false],
    ['suppression/unused', true],
  ]);
});

test('options are told with what they may be and where they are set', async () => {
  const rule = rules.find(({ options }) => options !== undefined);
  const [name, option] = Object.entries(rule?.options ?? {})[0] ?? [];
  const { stdout } = await runCommand(['explain', rule?.id ?? '']);
  const text = stdout.replace(/\s+/g, ' ');
  expect(text).toContain(`- ${name}: ${option?.about}`);
  expect(text).toContain(
    `In claimset.config.json: {"validate":{"rules":{"${rule?.id}":{"options":{"${name}":`,
  );
});

describe('every rule', () => {
  test.each(ruleCatalogue.map((rule): [string, typeof rule] => [rule.id, rule]))('%s', (id, rule) => {
    const width = 60;
    const page = printRule(rule, { style: createTerminalStyle(false), width });
    expect(page.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
    // Nothing in it acts on the terminal or cannot be seen.
    expect(page).not.toMatch(/[^\P{C}\n]/u);
    const text = page.replace(/\s+/g, ' ');
    for (const part of [id, rule.title, rule.why]) expect(text).toContain(part);
    // Asked of the rule alone, which is quicker than all rules and must say the same.
    if ('examples' in rule) expect(isFixable(rule)).toBe(page.includes('\nafter --fix\n'));
  });
});

test('a group is listed as a table', async () => {
  const { exitCode, stdout } = await runCommand(['explain', 'label']);
  expect(exitCode).toBe(0);
  expect(stdout).toBe((await runCommand(['rules', 'label'])).stdout);
});

test.each([
  ['evidence/unresolvd', 'Did you mean "evidence/unresolved"?'],
  ['unresolved', 'Did you mean "evidence/unresolved"?'],
  ['evidense', 'Did you mean "evidence"?'],
  ['not-utf', '"corpus/not-utf8"'],
  ['qqqqqqqqqqqq', `the groups are ${ruleGroups.join(', ')}.`],
  ['__proto__', 'There is no rule "__proto__".'],
  ['\u001b[31m', 'There is no rule "\\u{1b}[31m".'],
])('"%s" is no rule: 2, and says what is near', async (name, message) => {
  const { exitCode, stdout, stderr } = await runCommand(['explain', name]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('--json has everything, with findings where they are', async () => {
  const { stdout } = await runCommand(['explain', 'claim/surrounding-blanks', '--json']);
  const { version, rules: found } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(found).toHaveLength(1);
  expect(Object.keys(found[0])).toEqual([
    ...['id', 'group', 'level', 'levelName', 'severity', 'defaultSeverity', 'optIn', 'needs', 'nativeOnly'],
    ...['fixable', 'since', 'title', 'why', 'help', 'source', 'url', 'messages', 'options'],
    ...['article', 'examples'],
  ]);
  expect(found[0]).toMatchObject({ id: 'claim/surrounding-blanks', group: 'claim', level: 4, fixable: true });
  for (const { right, files, fixed } of found[0].examples) {
    const [claims] = files;
    expect(claims.findings.length > 0).toBe(!right);
    expect(fixed !== undefined).toBe(!right);
    for (const { start, end, message } of claims.findings) {
      expect(message).not.toBe('');
      const line = claims.text.split('\n')[start.line - 1];
      expect(JSON.parse(`"${line.slice(start.column - 1, end.column - 1)}"`)).toMatch(/^\s+$/);
    }
  }
});

test('--json of a group has its rules', async () => {
  const { stdout } = await runCommand(['explain', 'corpus', '--json']);
  const { rules: found } = JSON.parse(stdout);
  expect(found.map(({ id }: { id: string }) => id)).toEqual(ids.filter((id) => id.startsWith('corpus/')));
  for (const { article, examples } of found)
    expect({ article, examples }).toEqual({ article: null, examples: [] });
});
