import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildProgram } from './built-program.ts';
import { runCommand } from './run-command.ts';
import {
  article,
  articlePath,
  claimLine,
  claimsPath,
  lines,
  smallDataset,
  unfinished,
  unresolved,
  writeInto,
} from './small-dataset.ts';

let program: string;
beforeAll(() => {
  program = buildProgram();
}, 60_000);

/** A running `claimset validate --watch`. */
interface Watching {
  readonly child: ChildProcess;
  /**
   * What was printed for the next check whose print matches, when it waits again. A busy machine may show a file between its
   * emptying and its filling as a change of its own.
   */
  next(wanted: RegExp): Promise<string>;
  /** How it ended. */
  readonly exitCode: Promise<number | null>;
}

const waiting = /^Watching .*\n/m;

function watch(cwd: string, ...argv: readonly string[]): Watching {
  // Both streams in one, in the order in which they are written.
  const words = [program, 'validate', '--watch', '--report', 'agent', ...argv];
  const child = spawn('sh', ['-c', 'exec "$0" "$@" 2>&1', process.execPath, ...words], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  let wake = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    printed += piece;
    wake();
  });
  return {
    child,
    exitCode: new Promise((resolve) => child.on('exit', resolve)),
    async next(wanted) {
      for (;;) {
        const end = waiting.exec(printed);
        if (end === null) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const text = printed.slice(0, end.index + end[0].length);
        printed = printed.slice(text.length);
        if (wanted.test(text)) return text;
      }
    },
  };
}

describe('validate --watch', () => {
  test('checks again what changes, also as editors save, and ends with Ctrl-C', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine('a')) });
    const { child, next, exitCode } = watch(cwd);
    expect(await next(/./)).toBe(
      'No findings in 1 record of 2 files\nWatching claims, corpus and claimset.config.json. Ctrl-C ends.\n',
    );

    writeInto(cwd, claimsPath, lines(claimLine('a'), unfinished('b')));
    const changed = await next(
      /^Changed: claims\/a\.jsonl\nclaims\/a\.jsonl:2:\d+ warning claim\/no-final-period /,
    );
    // No escape for a terminal, which this is not.
    expect(changed).not.toContain('\u001b');

    // An editor writes another file and puts it into the place of the first.
    writeFileSync(join(cwd, 'claims/.a.jsonl.swp'), lines(unresolved('a')));
    renameSync(join(cwd, 'claims/.a.jsonl.swp'), join(cwd, claimsPath));
    await next(/claims\/a\.jsonl:1:/);
    renameSync(join(cwd, claimsPath), join(cwd, 'claims/a.jsonl~'));
    writeInto(cwd, claimsPath, lines(claimLine('a')));
    await next(/No findings in 1 record/);

    writeInto(cwd, 'claims/more/b.jsonl', lines(unfinished('b')));
    await next(/claims\/more\/b\.jsonl:1:/);
    rmSync(join(cwd, 'claims/more'), { recursive: true });
    await next(/Changed: claims\/more\/b\.jsonl\nNo findings/);

    writeInto(cwd, articlePath, article.replace('sentence_0', 'sentence_5'));
    await next(/Changed: corpus\/a-town\.txt\n[\s\S]*evidence\/unresolved/);
    writeInto(cwd, articlePath, article);
    await next(/No findings/);

    child.kill('SIGINT');
    expect(await exitCode).toBe(130);
  });

  test('tells what it cannot work with, and waits for it to be mended', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(unfinished('a')) });
    const { next } = watch(cwd);
    await next(/claim\/no-final-period/);
    writeInto(cwd, 'claimset.config.json', '{');
    await next(/^Changed: claimset\.config\.json\nerror: claimset\.config\.json:1:2 .*CONFIG_INVALID/);
    writeInto(
      cwd,
      'claimset.config.json',
      '{"validate":{"rules":{"claim/no-final-period":"error"}},"claims":"facts"}',
    );
    await next(/CLAIMS_NOT_FOUND/);
    mkdirSync(join(cwd, 'facts'));
    renameSync(join(cwd, claimsPath), join(cwd, 'facts/a.jsonl'));
    await next(/facts\/a\.jsonl:1:\d+ error claim\/no-final-period/);
  });

  test('looks at files that are named, wherever they are', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(unfinished('a')),
      'drafts/d.jsonl': lines(claimLine('d')),
    });
    const { next } = watch(cwd, 'drafts/d.jsonl');
    await next(/Watching drafts\/d\.jsonl, corpus and/);
    writeInto(cwd, 'drafts/other.txt', 'no part of it');
    writeInto(cwd, 'drafts/d.jsonl', lines(unfinished('d')));
    await next(/^Changed: drafts\/d\.jsonl\ndrafts\/d\.jsonl:1:/);
  });
});

test.each([
  [['--fix'], "'--watch' cannot be used with option '--fix'"],
  [['--update-baseline'], 'cannot be used with option'],
  [['-'], 'Name files to --watch'],
  [['--dataset', 'nowhere'], 'DATASET_NOT_FOUND'],
])('--watch %j is wrong use', async (argv, message) => {
  const { exitCode, stderr } = await runCommand(['validate', '--watch', ...argv], { cwd: smallDataset() });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});
