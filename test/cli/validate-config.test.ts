import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import {
  claimLine,
  claimsPath,
  fewRules,
  lines,
  smallDataset,
  unfinished,
  withoutEvidence,
} from './small-dataset.ts';

const files = {
  [claimsPath]: lines(unfinished('a')),
  'claims/drafts/d.jsonl': lines(unfinished('d'), claimLine('e', { claim: 'The town of a lies on a river' })),
  'claims/drafts/done/e.jsonl': lines(unfinished('f')),
};

/** A small dataset with settings of rules besides those that keep it small. */
const datasetWith = (validate: object, more: Readonly<Record<string, string>> = {}) =>
  smallDataset({
    ...files,
    'claimset.config.json': JSON.stringify({
      validate: { ...validate, rules: { ...fewRules, ...(validate as { rules?: object }).rules } },
    }),
    ...more,
  });

/** `file:line severity rule` of each finding. */
async function findingsIn(cwd: string, ...argv: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await runCommand(['validate', '--report', 'json', ...argv], { cwd });
  expect(stderr).toBe('');
  return JSON.parse(stdout).diagnostics.map(
    ({
      ruleId,
      severity,
      place,
    }: {
      ruleId: string;
      severity: string;
      place: { file: string; start: { line: number } };
    }) => `${place.file}:${place.start.line} ${severity} ${ruleId}`,
  );
}

const usual = [
  'claims/a.jsonl:1 warning claim/no-final-period',
  'claims/drafts/d.jsonl:1 warning claim/no-final-period',
  'claims/drafts/d.jsonl:2 warning claim/no-final-period',
  'claims/drafts/d.jsonl:2 warning dataset/duplicate-claim',
  'claims/drafts/done/e.jsonl:1 warning claim/no-final-period',
];

describe('settings of rules', () => {
  test('without any, each rule is what it says itself', async () => {
    expect(await findingsIn(datasetWith({}))).toEqual(usual);
  });

  test('a severity, alone or beside options', async () => {
    const rules = { 'claim/no-final-period': 'off', 'dataset/duplicate-claim': { severity: 'error' } };
    expect(await findingsIn(datasetWith({ rules }))).toEqual([
      'claims/drafts/d.jsonl:2 error dataset/duplicate-claim',
    ]);
  });

  test('numbers of a rule', async () => {
    const rules = { 'claim/length': { severity: 'warning', options: { maxWords: 7 } } };
    const found = await findingsIn(datasetWith({ rules }));
    expect(found.filter((finding) => finding.endsWith('claim/length'))).toHaveLength(4);
    const more = { 'claim/length': { severity: 'warning', options: { maxWords: 8 } } };
    expect(await findingsIn(datasetWith({ rules: more }))).toEqual(usual);
  });

  test('overrides hold for paths from the dataset folder, wherever the tool runs; later ones go before', async () => {
    const overrides = [
      {
        files: ['claims/drafts/**'],
        rules: { 'claim/no-final-period': 'off', 'dataset/duplicate-claim': 'info' },
      },
      { files: ['claims/drafts/done/*.jsonl', 'nothing'], rules: { 'claim/no-final-period': 'error' } },
    ];
    const cwd = datasetWith({ overrides });
    expect(await findingsIn(cwd)).toEqual([
      'claims/a.jsonl:1 warning claim/no-final-period',
      'claims/drafts/d.jsonl:2 info dataset/duplicate-claim',
      'claims/drafts/done/e.jsonl:1 error claim/no-final-period',
    ]);
    expect(await findingsIn(`${cwd}/claims/drafts`)).toContain('done/e.jsonl:1 error claim/no-final-period');
    // What the command line says holds for all files unless an override says otherwise.
    expect(await findingsIn(cwd, '--rule', 'claim/no-final-period=info')).toEqual([
      'claims/a.jsonl:1 info claim/no-final-period',
      'claims/drafts/d.jsonl:2 info dataset/duplicate-claim',
      'claims/drafts/done/e.jsonl:1 error claim/no-final-period',
    ]);
  });

  test('overrides hold for files that are named', async () => {
    const overrides = [{ files: ['claims/drafts/*'], rules: { 'claim/no-final-period': 'off' } }];
    expect(await findingsIn(datasetWith({ overrides }), 'claims/drafts/d.jsonl')).toEqual([]);
  });

  test('profiles lie below the rules; those of the command line go before those of the file', async () => {
    const nei = { [claimsPath]: lines(claimLine('n', { label: 'NOT ENOUGH INFO' }), withoutEvidence('w')) };
    const rules = { 'label/needless-evidence': undefined };
    const cwd = smallDataset({
      ...nei,
      'claimset.config.json': JSON.stringify({
        validate: {
          profiles: ['fever'],
          rules: Object.fromEntries(Object.entries(fewRules).filter(([id]) => !(id in rules))),
        },
      }),
    });
    const needless = 'claims/a.jsonl:1 error label/needless-evidence';
    const without = 'claims/a.jsonl:2 error label/without-evidence';
    const found = await findingsIn(cwd);
    expect(found.map((finding) => finding.replace(' warning ', ' error '))).toEqual([needless, without]);
    expect(await findingsIn(cwd, '--profile', 'recommended')).toEqual([without]);
    expect(await findingsIn(cwd, '--profile', 'recommended', '--profile', 'fever')).toEqual(found);
    expect(await findingsIn(cwd, '--rule', 'label/needless-evidence=off')).toEqual([without]);
  });
});

describe('settings that are wrong are told with their place', () => {
  test.each<[string, string]>([
    [
      '{\n  "validate": { "rules": {\n    "claim/no-final-perido": "off" } }\n}',
      ':3:5 There is no rule "claim/no-final-perido". Did you mean "claim/no-final-period"?',
    ],
    [
      '{ "validate": { "rules": { "suppression/unsued": "off" } } }',
      ':1:28 There is no rule "suppression/unsued". Did you mean "suppression/unused"?',
    ],
    [
      '{ "validate": { "rules": { "claim/no-final-period": "of" } } }',
      ':1:53 validate.rules.claim/no-final-period: expected error, warning, info, off, or an object',
    ],
    [
      '{ "validate": { "rules": { "evidence/unresolved": "warning" } } }',
      ':1:51 Rule "evidence/unresolved" (level 3) cannot be made "warning"',
    ],
    [
      '{ "validate": { "rules": { "evidence/unresolved": { "severity": "off" } } } }',
      ':1:65 Rule "evidence/unresolved" (level 3) cannot be made "off"',
    ],
    [
      '{ "validate": { "rules": { "claim/length": { "options": { "maxWord": 3 } } } } }',
      ':1:59 Rule "claim/length" has no option "maxWord". Did you mean "maxWords"?',
    ],
    [
      '{ "validate": { "rules": { "claim/length": { "options": { "maxWords": 0.5 } } } } }',
      ':1:71 Option "maxWords" of rule "claim/length" is 0.5. Use a whole number from ',
    ],
    ['{ "validate": { "profiles": ["fevr"] } }', ':1:30 There is no profile "fevr". Did you mean "fever"?'],
    [
      '{ "export": { "formats": ["jsonl", "fevr"] } }',
      ':1:36 There is no format of claims "fevr". Did you mean "fever"?',
    ],
    [
      '{ "export": { "formats": ["huggingface"] } }',
      ':1:27 There is no format of claims "huggingface". Write it with `claimset export --format huggingface`.',
    ],
    ['{ "validate": { "overrides": [{ "files": [], "rules": {} }] } }', ':1:42 validate.overrides.0.files: '],
    [
      '{ "validate": { "overrides": [{ "files": ["a"], "rules": { "x/y": "off" } }] } }',
      ':1:60 There is no rule "x/y".',
    ],
    ['{ "validate": { "ruls": {} } }', ':1:17 validate.ruls: '],
  ])('%s', async (config, message) => {
    const cwd = smallDataset({ ...files, 'claimset.config.json': config });
    const { exitCode, stdout, stderr } = await runCommand(['validate'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`error: claimset.config.json${message}`);
  });

  test('a rule of the command line is told without one', async () => {
    const { stderr } = await runCommand(['validate', '--rule', 'claim/lenght=off'], {
      cwd: smallDataset(files),
    });
    expect(stderr).toBe('error: There is no rule "claim/lenght". Did you mean "claim/length"? (USAGE)\n');
  });
});
