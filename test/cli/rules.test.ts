import { expect, test } from 'vitest';
import { printRuleTable } from '../../src/cli/rules/print-rule-table.ts';
import { ruleCatalogue, ruleGroups } from '../../src/cli/rules/rule-catalogue.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { createTerminalStyle } from '../../src/text/terminal-style.ts';
import { profiles } from '../../src/validate/profiles/index.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { resolveRule } from '../../src/validate/settings.ts';
import { runCommand } from './run-command.ts';

const ids = ruleCatalogue.map(({ id }) => id);

interface RulesJson {
  readonly version: number;
  readonly profiles: readonly string[];
  readonly rules: readonly {
    readonly id: string;
    readonly group: string;
    readonly severity: string;
    readonly defaultSeverity: string;
    readonly optIn: boolean;
    readonly fixable: boolean;
    readonly options: readonly {
      readonly name: string;
      readonly value: number | null;
      readonly default: number | null;
    }[];
  }[];
}

async function rulesJson(...args: readonly string[]): Promise<RulesJson> {
  const { exitCode, stdout, stderr } = await runCommand(['rules', '--json', ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout) as RulesJson;
}

test('the catalogue is sorted and holds every rule once', () => {
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const { id } of rules) expect(ids).toContain(id);
  expect(ruleGroups).toEqual([...ruleGroups].sort());
  expect(ruleGroups).toEqual(expect.arrayContaining(['claim', 'corpus', 'format', 'suppression']));
});

test('the rules are a table, one line each where there is room', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['rules', 'suppression']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "rule                   level  severity  fix  asks for
    suppression/duplicate  4      warning   fix  A suppression stands once.
    suppression/invalid    2      error          A suppression names a rule of the guideline or the dataset, what it is
                                                 about, and a reason.
    suppression/unused     4      warning   fix  A suppression accepts a finding that is there.
    "
  `);
  const all = (await runCommand(['rules'])).stdout.split('\n');
  for (const id of ids) expect(all.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
});

test.each([40, 60, 80, 120])('the table fits into %i columns', (width) => {
  const table = printRuleTable(ruleCatalogue, [], { style: createTerminalStyle(false), width });
  expect(table.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
  for (const id of ids) expect(`\n${table}`).toMatch(new RegExp(`\n${id}\\s`));
});

test('--json has the same rules, those of a group', async () => {
  const all = await rulesJson();
  expect(all).toMatchObject({ version: 1, profiles: [] });
  expect(all.rules.map(({ id }) => id)).toEqual(ids);
  for (const { id, severity, defaultSeverity, optIn } of all.rules)
    expect(`${id} ${severity}`).toBe(`${id} ${optIn ? 'off' : defaultSeverity}`);
  const group = await rulesJson('evidence');
  expect(group.rules).toEqual(all.rules.filter(({ id }) => id.startsWith('evidence/')));
  expect(group.rules.length).toBeGreaterThan(5);
});

test.each(profiles.map(({ id }) => id))(
  '--profile %s gives severities and options as that profile has them',
  async (profile) => {
    const { profiles: named, rules: listed } = await rulesJson('--profile', profile);
    expect(named).toEqual([profile]);
    for (const rule of rules) {
      const { severity, options } = resolveRule(rule, { profiles: [profile] });
      const record = listed.find(({ id }) => id === rule.id);
      expect(`${rule.id} ${record?.severity}`).toBe(`${rule.id} ${severity}`);
      const values =
        record?.options.map(({ name, value }) => [name, value ?? Number.POSITIVE_INFINITY]) ?? [];
      expect(Object.fromEntries(values)).toEqual(options);
    }
    const { stdout } = await runCommand(['rules', '--profile', profile]);
    for (const { id, severity } of listed)
      expect(stdout).toMatch(new RegExp(`^${id} +\\d +${severity}\\b`, 'm'));
  },
);

test('profiles are laid over one another', async () => {
  const both = await rulesJson('--profile', 'strict', '--profile', 'fever');
  for (const rule of rules) {
    const { severity } = resolveRule(rule, { profiles: ['strict', 'fever'] });
    expect(both.rules.find(({ id }) => id === rule.id)?.severity).toBe(severity);
  }
});

test.each([
  [['rules', 'claims'], 'There is no group of rules "claims". Did you mean "claim"?'],
  [['rules', 'evidence/unresolved'], 'There is no group of rules "evidence/unresolved".'],
  [['rules', '--profile', 'stict'], 'Use one of fever, feverous, recommended, strict.'],
])('%j is wrong use', async (argv, message) => {
  const { exitCode, stdout, stderr } = await runCommand(argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
});
