import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { claimLine, claimsPath, jsonLines, lines, smallDataset } from './small-dataset.ts';

/** Its articles are read in no time. */
const small = smallDataset({ [claimsPath]: lines(claimLine(1)) }, 'suite');

test('offers rewrites of a claim, with what FEVER makes of its label', async () => {
  const { exitCode, stdout, stderr } = await runCommand([
    'mutate',
    'nkw-0401',
    '--type',
    'negate',
    '--top',
    '1',
  ]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "nkw-0401  SUPPORTS
    Both sides in the First Nagorno-Karabakh War relied on the Soviet-built Mi-24 Krokodil more than on other helicopter gunships.

    negate  likely REFUTES
      Both sides in the First Nagorno-Karabakh War relied on the Soviet-built Mi-24 Krokodil less than on other helicopter gunships.
        more than → less than (opposite)
    "
  `);
});

test('a substitution leaves the label open', async () => {
  const { stdout } = await runCommand(['mutate', 'nkw-0421', '--type', 'substitute_similar', '--top', '2']);
  expect(stdout).toMatchInlineSnapshot(`
    "nkw-0421  NOT ENOUGH INFO
    Serzh Sargsyan signed the ceasefire agreement of May 1994 on behalf of Armenia.

    substitute_similar
      Serzh Sargsyan signed the ceasefire agreement of January 1994 on behalf of Armenia.
        May 1994 → January 1994 (date)
      Gorbachev signed the ceasefire agreement of May 1994 on behalf of Armenia.
        Serzh Sargsyan → Gorbachev (name)
    "
  `);
});

test('--json: one rewrite a line, all mutations in their order', async () => {
  const text = 'The war ended in May 1994.';
  const { exitCode, stdout } = await runCommand(['mutate', text, '--json', '--top', '2'], {
    cwd: small,
  });
  expect(exitCode).toBe(0);
  const found = jsonLines(stdout);
  expect([...new Set(found.map(({ type }) => type))]).toEqual(
    ['rephrase', 'negate', 'substitute_similar', 'substitute_dissimilar', 'specific', 'general'].filter(
      (type) => found.some((one) => one.type === type),
    ),
  );
  expect(found.find(({ type }) => type === 'general')).toEqual({
    type: 'general',
    text: 'The war ended in 1994.',
    from: 'May 1994',
    to: '1994',
    span: { start: 17, end: 21 },
    by: 'hypernym',
    findings: [],
  });
  // Of a text nothing is known that a label could be made from.
  expect(found.filter((one) => 'label' in one || 'source' in one)).toEqual([]);
});

test('each rewrite is checked as a claim: findings are shown, errors leave it out', async () => {
  const cwd = smallDataset({
    [claimsPath]: lines(claimLine(1, { claim: 'The towns of the river have 2 bridges' })),
  });
  const warned = await runCommand(['mutate', '1', '--type', 'general', '--top', '1'], { cwd });
  expect(warned.stdout).toContain('claim/no-final-period');
  const config = join(cwd, 'claimset.config.json');
  writeFileSync(config, JSON.stringify({ validate: { rules: { 'claim/no-final-period': 'error' } } }));
  const faulty = await runCommand(['mutate', '1', '--type', 'general'], { cwd });
  expect(faulty.stdout).toMatch(/left out: \d+ with an error/);
  expect(faulty).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('Nothing in the claim can be replaced'),
  });
});

test('a claim that the dataset has is not offered again', async () => {
  const cwd = smallDataset({
    [claimsPath]: lines(
      claimLine(1, { claim: 'The war ended in May 1994.' }),
      claimLine(2, { claim: 'The war ended in 1994!' }),
    ),
  });
  const { stdout } = await runCommand(['mutate', '1', '--type', 'general'], { cwd });
  expect(stdout).not.toContain('The war ended in 1994.');
  expect(stdout).toContain('left out: 1 that the dataset has already');
});

test('nothing is written', async () => {
  const claims = lines(claimLine(1));
  const cwd = smallDataset({ [claimsPath]: claims });
  const before = readdirSync(cwd, { recursive: true });
  expect((await runCommand(['mutate', '1'], { cwd })).exitCode).toBe(0);
  expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  expect(readFileSync(join(cwd, claimsPath), 'utf8')).toBe(claims);
});

test('what cannot be rewritten is told', async () => {
  expect(await runCommand(['mutate', 'no-such-id'], { cwd: small })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('There is no claim "no-such-id" in the dataset, or it has errors'),
  });
  expect(await runCommand(['mutate', '1', '--type', 'invert'], { cwd: small })).toMatchObject({
    exitCode: 2,
  });
  const cwd = smallDataset({
    'claimset.config.json': '{"language":"da"}',
    [claimsPath]: lines(claimLine(1)),
  });
  expect(await runCommand(['mutate', '1'], { cwd })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('There are no word lists of the language "da"'),
  });
});

test('a hostile text is shown without its escapes', async () => {
  const text = 'The war \u001b[31mended in May 1994.';
  const { stdout } = await runCommand(['mutate', text, '--type', 'general', '--top', '1'], {
    cwd: small,
  });
  expect(stdout).not.toContain('\u001b');
  expect(stdout).toContain('ended in 1994.');
});
