import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameOfUser } from '../../src/cli/annotate/name-of-user.ts';
import { whyNothingWaits } from '../../src/cli/annotate/tell-start.ts';
import { runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, claimsPath, lines, smallDataset, writeInto } from './small-dataset.ts';

test.each([
  ['--as ann --annotators bob', /^error: --as names who works alone\./],
  ['--annotators ann,Ann', /"ann" and "Ann" differ only in what some disks do not tell apart/],
  ['--annotators ann --lead ANN', /"ann" and "ANN" differ/],
  ['--as ../ann', /"\.\.\/ann" cannot be the name of an annotator/],
  ['--as <img>', /"<img>" cannot be the name/],
  ['--as .ann', /cannot be the name/],
  ['--as con', /"con" cannot be the name/],
  ['--as suppressions', /"suppressions" cannot be the name/],
  [`--as ${'a'.repeat(65)}`, /cannot be the name/],
  ['--annotators ann,,bob', /Write names like ann,bob\./],
  ['--overlap 0', /Give a whole number from 1 to 100\./],
  ['--port 70000', /Give a whole number from 0 to 65535/],
])('annotate %s is refused', async (options, message) => {
  const folder = smallDataset({ [claimsPath]: lines(claimLine('c-1')) });
  const { exitCode, stderr, stdout } = await runCommand(['annotate', '-C', folder, ...options.split(' ')]);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
});

test.each([
  [0, 2, /^There is nothing to answer yet: write claims/],
  [5, undefined, /^You have answered all of them/],
  [5, 1, /^Every claim has the answer that is asked for, .* --overlap 2 asks for one more/],
  [5, 2, /^Every claim has the 2 answers that are asked for, .* --overlap 3 asks for one more/],
])('where %i claims with %j answers each leave nothing to do, it is said why', (claims, overlap, why) => {
  expect(whyNothingWaits(claims, overlap)).toMatch(why);
});

test('a folder that is no dataset is refused, and left as it is', async () => {
  const folder = temporaryFolder();
  const { exitCode, stderr } = await runCommand(['annotate'], { cwd: folder });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: There is no folder "claims" in /);
});

test.each([
  ['Zoë O’Hara', 'zoë-o-hara'],
  ['../../etc', 'etc'],
  ['  ', 'annotator'],
  ['!!!', 'article'],
  ['x'.repeat(100), 'x'.repeat(64)],
])('git’s user %j is called %j', (name, called) => {
  const home = temporaryFolder();
  writeInto(home, '.gitconfig', `[user]\n\tname = "${name}"\n`);
  const env = { HOME: home, PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1' };
  const stream = { isTTY: false, columns: undefined, isOpen: true, write: async () => {} };
  expect(nameOfUser(home, { cwd: home, env, stdout: stream, stderr: stream })).toBe(called);
});

test('who has told git no name is called annotator', () => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'folder'));
  const env = { HOME: home, PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1' };
  const stream = { isTTY: false, columns: undefined, isOpen: true, write: async () => {} };
  expect(nameOfUser(join(home, 'folder'), { cwd: home, env, stdout: stream, stderr: stream })).toBe(
    'annotator',
  );
  expect(spawnSync('git', ['--version']).status).toBe(0);
});
