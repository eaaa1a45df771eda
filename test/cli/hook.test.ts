import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseHookScript, printHookScript } from '../../src/cli/hook-script.ts';
import { buildProgram } from './built-program.ts';
import { breakClaims, createRepository, gitEnv, type TestRepository } from './git-repository.ts';
import { runCommand, temporaryFolder } from './run-command.ts';

const hookOf = (repository: TestRepository): string => repository.path('.git/hooks/pre-commit');
const stopped = 'The commit is stopped';

describe('install and uninstall', () => {
  test('write the hook once, with the options given last, and take it away', async () => {
    const repository = await createRepository('.');
    const first = await repository.claimset(['hook', 'install']);
    expect(first).toEqual({
      exitCode: 0,
      stdout: 'written .git/hooks/pre-commit: checks what is staged in "."\n',
      stderr: '',
    });
    const text = readFileSync(hookOf(repository), 'utf8');
    expect(statSync(hookOf(repository)).mode & 0o777).toBe(0o755);
    chmodSync(hookOf(repository), 0o644);
    expect((await repository.claimset(['hook', 'install'], 'claims')).stdout).toContain('kept ');
    expect(readFileSync(hookOf(repository), 'utf8')).toBe(text);
    expect(statSync(hookOf(repository)).mode & 0o777).toBe(0o755);
    await repository.claimset(['hook', 'install', '--', '--fail-on', 'warning']);
    expect(parseHookScript(readFileSync(hookOf(repository), 'utf8'))).toEqual([
      { dataset: '.', options: ['--fail-on', 'warning'] },
    ]);
    expect((await repository.claimset(['hook', 'uninstall'])).stdout).toBe('removed .git/hooks/pre-commit\n');
    expect(existsSync(hookOf(repository))).toBe(false);
    const again = await repository.claimset(['hook', 'uninstall']);
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('not a hook of claimset') });
  });

  test('keep the check of another dataset folder of the repository', async () => {
    const repository = await createRepository('one', "t'wo [2]");
    await repository.claimset(['hook', 'install', '--dataset', "t'wo [2]"]);
    await repository.claimset(['hook', 'install'], 'one');
    const datasets = () =>
      parseHookScript(readFileSync(hookOf(repository), 'utf8'))?.map(({ dataset }) => dataset);
    expect(datasets()).toEqual(['one', "t'wo [2]"]);
    await repository.claimset(['hook', 'uninstall'], 'one');
    expect(datasets()).toEqual(["t'wo [2]"]);
    expect((await repository.claimset(['hook', 'uninstall'], 'one')).stdout).toContain('kept ');
    await repository.claimset(['hook', 'uninstall'], "t'wo [2]");
    expect(existsSync(hookOf(repository))).toBe(false);
  });

  test.each([
    ['a shell script', () => '#!/bin/sh\nnpm test\n'],
    ['another program', () => '\u007fELF'],
    ['its own that somebody changed', (own: string) => own.replace('status=0\n', 'status=0\nnpm test\n')],
    ['its own that somebody added to', (own: string) => `${own}npm test\n`],
  ])('leave a hook as it is that is %s, and say what to add to it', async (_, textOf) => {
    const repository = await createRepository('da ta');
    const text = textOf(printHookScript([{ dataset: '.', options: [] }]));
    mkdirSync(repository.path('.git/hooks'), { recursive: true });
    writeFileSync(hookOf(repository), text);
    const { exitCode, stdout, stderr } = await repository.claimset([
      ...['hook', 'install', '-C', 'da ta', '--', '--rule', 'claim/no-final-period=off'],
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(
      "npx claimset hook run --dataset 'da ta' -- --rule claim/no-final-period=off (HOOK_EXISTS)",
    );
    expect((await repository.claimset(['hook', 'uninstall', '-C', 'da ta'])).exitCode).toBe(0);
    expect(readFileSync(hookOf(repository), 'utf8')).toBe(text);
  });

  test('write where core.hooksPath says, without a path of this machine', async () => {
    const repository = await createRepository('.');
    repository.git(['config', 'core.hooksPath', '.githooks']);
    await repository.claimset(['hook', 'install'], 'claims');
    const text = readFileSync(repository.path('.githooks/pre-commit'), 'utf8');
    expect(text).toBe(printHookScript([{ dataset: '.', options: [] }]));
  });

  test('name husky’s own file, not the one that husky makes anew', async () => {
    const repository = await createRepository('.');
    repository.git(['config', 'core.hooksPath', '.husky/_']);
    mkdirSync(repository.path('.husky/_'), { recursive: true });
    writeFileSync(repository.path('.husky/_/pre-commit'), '#!/usr/bin/env sh\n. "$(dirname "$0")/h"\n');
    const { stderr } = await repository.claimset(['hook', 'install']);
    expect(stderr).toContain('Add this line to ".husky/pre-commit"');
  });

  test('write nothing into hooks that are shared with other repositories', async () => {
    const repository = await createRepository('.');
    const shared = temporaryFolder();
    repository.git(['config', 'core.hooksPath', shared]);
    const { exitCode, stderr } = await repository.claimset(['hook', 'install']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('which is not in this repository');
    expect(readdirSync(shared)).toEqual([]);
  });

  test('write to the repository from a linked worktree', async () => {
    const repository = await createRepository('.');
    repository.git(['add', '.']);
    repository.git(['commit', '--quiet', '-m', 'one']);
    const other = join(temporaryFolder(), 'other');
    repository.git(['worktree', 'add', '--quiet', other]);
    const { stdout } = await runCommand(['hook', 'install'], { cwd: other, env: gitEnv });
    expect(stdout).toContain(hookOf(repository));
    expect(existsSync(hookOf(repository))).toBe(true);
  });

  test.each([
    [['install', '--', '--fail-on', 'wraning'], 'Allowed choices are'],
    [['install', '--', '--nonsense'], "unknown option '--nonsense'"],
    [['install', '--', 'claims/sample.jsonl'], 'name no files'],
    [['install', '--', '--fix'], 'has nothing to --fix'],
    [['install', '--', '--update-baseline'], 'has no baseline to update'],
    [['run', '--', '--watch'], 'nothing to --watch'],
    [['install', '--', '--dataset', '.'], 'Name the dataset folder before the --.'],
    [['install', '--dataset', '..'], 'does not lie in the repository'],
    [['remove'], 'Allowed choices are install, run, uninstall.'],
  ])('refuse %j', async (argv, message) => {
    const repository = await createRepository('.');
    const { exitCode, stdout, stderr } = await repository.claimset(['hook', ...argv]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync(hookOf(repository))).toBe(false);
  });

  test('refuse a folder that is in no repository', async () => {
    const { exitCode, stderr } = await runCommand(['hook', 'install'], {
      cwd: temporaryFolder(),
      env: gitEnv,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('(NOT_A_REPOSITORY)');
  });
});

test('a hook is read back as it was printed, and is a shell script', () => {
  const entry = fc.record({
    dataset: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('\0', '')),
    options: fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
  });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), (entries) => {
      const text = printHookScript(entries, "/it's/main.js");
      expect(parseHookScript(text)).toEqual(entries);
      expect(parseHookScript(text.replace('status=0', 'status=1'))).toBeUndefined();
      // What follows `check` comes out of the shell as it went in.
      const checks = text.slice(text.indexOf('\nstatus=0\n'), text.lastIndexOf('exit "$status"'));
      const script = `check() { for word; do printf '%s\\0' "$word"; done; }\n${checks}`;
      const { stdout } = spawnSync('sh', { input: script, encoding: 'utf8' });
      const words = entries.flatMap(({ dataset, options }) => [dataset, ...options]);
      expect(stdout).toBe(words.map((word) => `${word}\0`).join(''));
    }),
    { numRuns: 25 },
  );
});

describe('run', () => {
  test('checks what is staged, whatever lies in the folder', async () => {
    const repository = await createRepository('da ta/[x]');
    const run = () => repository.claimset(['hook', 'run'], 'da ta/[x]');
    repository.git(['add', '.']);
    expect(await run()).toMatchObject({ exitCode: 0, stderr: '' });
    breakClaims(repository, 'da ta/[x]');
    expect(await run()).toMatchObject({ exitCode: 0, stderr: '' });
    repository.git(['add', '.']);
    writeFileSync(repository.path('da ta/[x]/claims/sample.jsonl'), '');
    const broken = await run();
    expect(broken.exitCode).toBe(1);
    expect(broken.stdout).toMatch(/^da ta\/\[x\]\/claims\/sample\.jsonl\n\n {2}6:/);
    expect(broken.stdout).toContain('file/json-syntax');
    expect(broken.stderr).toContain(stopped);
    rmSync(repository.path('da ta/[x]/claims/sample.jsonl'));
    expect(await run()).toEqual(broken);
  });

  test('tells only what stops the commit', async () => {
    const repository = await createRepository('.');
    const line = '{"id":"x","claim":"This sentence has no period","label":"NOT ENOUGH INFO","evidence":[]}\n';
    writeFileSync(repository.path('claims/more.jsonl'), line);
    repository.git(['add', '.']);
    const run = (...options: readonly string[]) => repository.claimset(['hook', 'run', '--', ...options]);
    const usual = await run();
    expect(usual).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+ warnings?,?.* in 6 records of 3 files\n$/),
    });
    const strict = await run('--fail-on', 'warning');
    expect(strict).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('claim/no-final-period') });
    expect((await run('--max-warnings', '0')).stdout).toBe(strict.stdout);
  });

  test('takes the options of the check', async () => {
    const repository = await createRepository('.');
    breakClaims(repository);
    repository.git(['add', '.']);
    const { exitCode } = await repository.claimset(['hook', 'run', '--', '--fail-on', 'none']);
    expect(exitCode).toBe(0);
  });

  test('tells apart what the commit changes with --since', async () => {
    const repository = await createRepository('data');
    const run = () => repository.claimset(['hook', 'run', '-C', 'data', '--', '--since', 'HEAD']);
    breakClaims(repository, 'data');
    repository.git(['add', '.']);
    repository.git(['commit', '--quiet', '-m', 'broken']);
    const line = readFileSync(repository.path('data/claims/sample.jsonl'), 'utf8').split('\n', 1)[0] ?? '';
    const add = (text: string): void => {
      writeFileSync(repository.path('data/claims/more.jsonl'), text);
      repository.git(['add', '.']);
    };
    add(line.replace('sample-1', 'more-1').replace('1934', '1935'));
    expect(await run()).toMatchObject({ exitCode: 0 });
    add('{"id":"more-1"\n');
    const { exitCode, stdout } = await run();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('data/claims/more.jsonl');
    expect(stdout).not.toContain('sample.jsonl');
  });

  test('says nothing where the commit does not change the dataset folder', async () => {
    const repository = await createRepository('data');
    breakClaims(repository, 'data');
    repository.git(['add', '.']);
    repository.git(['commit', '--quiet', '-m', 'broken']);
    writeFileSync(repository.path('other.txt'), '');
    writeFileSync(repository.path('data/figure.svg'), '');
    repository.git(['add', '.']);
    const nothing = { exitCode: 0, stdout: '', stderr: '' };
    expect(await repository.claimset(['hook', 'run', '-C', 'data'])).toEqual(nothing);
    // On a branch that has no dataset as well, and where a commit removes it.
    expect(await repository.claimset(['hook', 'run', '-C', 'elsewhere'])).toEqual(nothing);
    repository.git(['rm', '-rfq', 'data']);
    expect(existsSync(repository.path('data'))).toBe(false);
    expect(await repository.claimset(['hook', 'run', '-C', 'data'])).toEqual(nothing);
  });

  test('leaves out what is only meant to be added, and follows links', async () => {
    const repository = await createRepository('.');
    writeFileSync(repository.path('claims/later.jsonl'), '{"id":1}\n');
    writeFileSync(repository.path('corpus/later.txt'), '');
    rmSync(repository.path('corpus/lighthouse-keeping.txt'));
    repository.git(['add', '.']);
    repository.git(['reset', '--quiet', 'claims/later.jsonl', 'corpus']);
    repository.git(['add', '--intent-to-add', 'claims/later.jsonl', 'corpus/later.txt']);
    mkdirSync(repository.path('articles'));
    await repository.claimset(['init', 'articles']);
    symlinkSync('../articles/corpus/lighthouse-keeping.txt', repository.path('corpus/link.txt'));
    repository.git(['add', 'articles/corpus', 'corpus/link.txt']);
    const { exitCode, stdout } = await repository.claimset(['hook', 'run']);
    expect(stdout).toContain('No findings in 5 records of 2 files');
    expect(exitCode).toBe(0);
  });

  test('copies files whatever their names', async () => {
    const repository = await createRepository('.');
    writeFileSync(repository.path('claims/*\n"é😀.jsonl'), '{"id":\n');
    repository.git(['add', '.']);
    const { stdout } = await repository.claimset(['hook', 'run']);
    expect(stdout).toContain('claims/*\\u{a}"é😀.jsonl\n');
  });

  test('fails with 2 where the index has conflicts', async () => {
    const repository = await createRepository('.');
    const write = (text: string) => {
      writeFileSync(repository.path('claims/sample.jsonl'), text);
      repository.git(['add', '.']);
      repository.git(['commit', '--quiet', '-m', 'x']);
    };
    write('');
    repository.git(['checkout', '--quiet', '-b', 'other']);
    write('{"a":1}\n');
    repository.git(['checkout', '--quiet', 'main']);
    write('{"b":1}\n');
    repository.git(['merge', 'other']);
    const { exitCode, stderr } = await repository.claimset(['hook', 'run']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('(GIT_FAILED)');
  });
});

describe('in git', () => {
  let program = '';
  beforeAll(() => {
    program = buildProgram();
  }, 60_000);

  /** Puts a claimset where npm would: an executable that starts the program. */
  function putProgram(folder: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'claimset'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(join(folder, 'claimset'), 0o755);
  }

  const commit = (
    repository: TestRepository,
    args: readonly string[] = [],
    env: Record<string, string> = {},
  ) => repository.git(['commit', '--quiet', '-m', 'x', ...args], { TMPDIR: temporaryFolder(), ...env });

  test('a commit is stopped and let through, all of it or in part', async () => {
    const repository = await createRepository('data');
    putProgram(repository.path('node_modules/.bin'));
    writeFileSync(repository.path('.gitignore'), 'node_modules\n');
    await repository.claimset(['hook', 'install', '-C', 'data', '--', '--fail-on', 'error']);
    const rest = temporaryFolder();
    repository.git(['add', '.']);
    expect(commit(repository, [], { TMPDIR: rest })).toMatchObject({ status: 0 });
    breakClaims(repository, 'data');
    writeFileSync(repository.path('data/README.md'), 'x');
    repository.git(['add', 'data/README.md']);
    // Nothing but the page is staged, and then, by --all and by name, the claims.
    expect(commit(repository)).toMatchObject({ status: 0 });
    for (const args of [['--all'], ['data/claims/sample.jsonl']]) {
      const { status, output } = commit(repository, args, { TMPDIR: rest });
      expect(status).toBe(1);
      expect(output).toContain('data/claims/sample.jsonl\n');
      expect(output).toContain(stopped);
    }
    expect(readdirSync(rest)).toEqual([]);
    expect(commit(repository, ['--all', '--no-verify'])).toMatchObject({ status: 0 });
    expect(repository.git(['status', '--porcelain']).output).toBe('');
  });

  test('the hook finds the program it was installed by, and one on PATH', async () => {
    const repository = await createRepository('.');
    const installed = spawnSync(process.execPath, [program, 'hook', 'install'], {
      cwd: repository.top,
      env: gitEnv,
      encoding: 'utf8',
    });
    expect(installed).toMatchObject({ status: 0, stderr: '' });
    breakClaims(repository);
    repository.git(['add', '.']);
    expect(commit(repository)).toMatchObject({ status: 1, output: expect.stringContaining(stopped) });
    await repository.claimset(['hook', 'install']);
    const bare = commit(repository);
    expect(bare.status).toBe(1);
    expect(bare.output).toContain('claimset was not found');
    const bin = temporaryFolder();
    putProgram(bin);
    const found = commit(repository, [], { PATH: `${bin}:${gitEnv.PATH}` });
    expect(found).toMatchObject({ status: 1, output: expect.stringContaining(stopped) });
  });

  test('a commit in a linked worktree is checked there', async () => {
    const repository = await createRepository('data');
    repository.git(['add', '.']);
    repository.git(['commit', '--quiet', '-m', 'x']);
    const bin = temporaryFolder();
    putProgram(bin);
    await repository.claimset(['hook', 'install', '-C', 'data']);
    const other = join(temporaryFolder(), 'other');
    repository.git(['worktree', 'add', '--quiet', other]);
    writeFileSync(join(other, 'data/claims/sample.jsonl'), '{"id":\n');
    const env = { PATH: `${bin}:${gitEnv.PATH}` };
    const { status, output } = repository.git(['-C', other, 'commit', '--quiet', '-am', 'x'], env);
    expect(status).toBe(1);
    expect(output).toContain('data/claims/sample.jsonl\n\n  1:');
  });

  test('an interrupted check leaves nothing behind', async () => {
    const repository = await createRepository('.');
    repository.git(['add', '.']);
    const bin = temporaryFolder();
    const git = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
    // Ctrl-C while the copy is being made.
    writeFileSync(
      join(bin, 'git'),
      `#!/bin/sh\n[ "$1" = checkout-index ] && kill -INT "$PPID"\nexec "${git}" "$@"\n`,
    );
    chmodSync(join(bin, 'git'), 0o755);
    const rest = temporaryFolder();
    const { status } = spawnSync(process.execPath, [program, 'hook', 'run'], {
      cwd: repository.top,
      env: { ...gitEnv, PATH: `${bin}:${gitEnv.PATH}`, TMPDIR: rest },
    });
    expect(status).toBe(130);
    expect(readdirSync(rest)).toEqual([]);
  });
});
