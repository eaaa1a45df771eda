import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { corpusFormats } from '../../src/formats/corpora/index.ts';
import { folderFormats } from '../../src/formats/folders/index.ts';
import { formats } from '../../src/formats/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { version } from '../../src/version.ts';
import { buildProgram, main } from './build-program.ts';
import { root, temporaryFolder } from './run-command.ts';

const claimset = (args: readonly string[], options: { cwd?: string; input?: string } = {}) =>
  spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: 'utf8', ...options });

beforeAll(buildProgram);

test('the program, the library and the package have one version', () => {
  expect(version).toBe(packageJson.version);
  expect(claimset(['--version']).stdout).toBe(`${version}\n`);
});

/** What is read of each of the formats that are read and written. */
const both = (
  all: readonly { readonly id: string; readonly read?: unknown; readonly write?: unknown }[],
  found: unknown,
) =>
  Object.fromEntries(
    all.flatMap(({ id, read, write }) =>
      read === undefined || write === undefined ? [] : [[id, found] as const],
    ),
  );

test('the library needs neither Node’s Buffer nor its process', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'test/cli/library-without-node.mjs')], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const claim = { id: 1, claim: 'One é, "😀".', label: 'SUPPORTS', evidence: [['Café_sentence_0']] };
  const { label: _, ...blind } = claim;
  expect(JSON.parse(stdout)).toEqual({
    found: ['Café_sentence_0'],
    globals: ['undefined', 'undefined'],
    read: { ...both(formats, claim), blind: { ...blind, evidence: [] } },
    readArticles: { ...both(corpusFormats, 'One.'), 'scifact-corpus': 'Café' },
    readFolders: Object.fromEntries(folderFormats.map(({ id }) => [id, { claims: [claim], problems: [] }])),
    splits: [[1, 'all']],
    rules: ['schema/unknown-label'],
    keystroke: ['claim/no-final-period'],
    reports: reporters.length,
  });
});

describe('the program', () => {
  test('gives findings exit code 1 and wrong use 2', () => {
    const broken = claimset(['validate', '-'], { input: '{"id":1}\n' });
    expect({ status: broken.status, stderr: broken.stderr }).toEqual({ status: 1, stderr: '' });
    expect(broken.stdout).toContain('<stdin>');
    const wrong = claimset(['validate', '--nonsense']);
    expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('reads standard input of several pieces whole', () => {
    const exported = claimset(['export', '--format', 'jsonl']).stdout;
    const input = exported.repeat(8);
    expect(input.length).toBeGreaterThan(2 ** 19);
    const { status, stdout, stderr } = claimset(['import', 'jsonl', '-'], { input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(input);
  });

  test('ends quietly when its reader has seen enough', () => {
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" parse | head -n 1`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(piped.stdout.split('\n')).toHaveLength(2);
    expect(piped.stderr).not.toContain('EPIPE');
  });

  test('gives the exit code of its findings although nobody reads them', async () => {
    const child = spawn(process.execPath, [main, 'validate', '-'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdout.destroy();
    child.stdin.end('{"id":1}\n');
    expect(await new Promise((resume) => child.on('exit', resume))).toBe(1);
  });

  // On a busy machine the build may be done before the signal comes: then it is tried again.
  test('ends with 130 on Ctrl-C while it writes, and the next build mends what is there', {
    timeout: 60_000,
    retry: 2,
  }, async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'corpus'));
    writeFileSync(join(cwd, 'corpus/a.txt'), 'A\n\nOne. A_sentence_0\n');
    mkdirSync(join(cwd, 'claims'));
    const line = (which: number) =>
      JSON.stringify({
        id: which,
        claim: `w${which} x${which} y${which}.`,
        label: 'NOT ENOUGH INFO',
        evidence: [],
      });
    const lines = Array.from({ length: 20_000 }, (_, which) => `${line(which)}\n`);
    writeFileSync(join(cwd, 'claims/many.jsonl'), lines.join(''));
    const child = spawn(process.execPath, [main, 'build'], { cwd, stdio: 'ignore' });
    const ended = new Promise((resume) => child.on('exit', resume));
    while (!existsSync(join(cwd, 'dataset/.claimset-build.json')) && child.exitCode === null) {
      await new Promise((resume) => setTimeout(resume, 2));
    }
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const left = readdirSync(join(cwd, 'dataset'), { recursive: true }).map(String);
    expect(left.filter((name) => name.endsWith('.tmp') || name === 'manifest.json')).toEqual([]);
    expect(claimset(['build', '--verify'], { cwd }).status).toBe(0);
    expect(existsSync(join(cwd, 'dataset/manifest.json'))).toBe(true);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'leaves neither a temporary folder nor half a file behind at %s',
    async (signal) => {
      const cwd = temporaryFolder();
      const modules = ['temporary-folder', 'atomic-write'].map((name) =>
        pathToFileURL(join(dirname(main), `../io/${name}.js`)),
      );
      // As an index is written: in a temporary folder what was put aside, beside it the file that is begun.
      const program = `
      const [{ inTemporaryFolder }, { openAtomicFile }] = await Promise.all(process.argv.slice(1).map((url) => import(url)));
      await inTemporaryFolder(async () => {
        openAtomicFile('a.index').write(Buffer.alloc(9));
        process.kill(process.pid, '${signal}');
        await new Promise((resume) => setTimeout(resume, 10_000));
      }, '.');`;
      const { status } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', program, ...modules.map(String)],
        { cwd },
      );
      expect(status).toBe({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal]);
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  test('loads neither Zod nor natural for its help', () => {
    const traced = spawnSync(process.execPath, [main, '--help'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_DEBUG: 'esm' },
    });
    expect(traced.status).toBe(0);
    const parts = [...new Set(traced.stderr.match(/parts\/[\w-]+\.js/g))];
    const loaded = parts.map((part) => readFileSync(join(root, 'dist/cli', part), 'utf8')).join('\n');
    expect(loaded).toContain('class Command');
    for (const name of ['ZodError', 'DamerauLevenshtein', 'CsvError', 'ParseErrorCode'])
      expect(loaded).not.toContain(name);
  });
});
