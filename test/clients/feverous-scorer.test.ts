import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand, temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('feverous.evaluation.evaluate');

test.skipIf(why !== undefined)(
  `the official FEVEROUS evaluation gives a FEVEROUS export full marks against itself${why === undefined ? '' : ` (${why})`}`,
  async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'all.jsonl');
    expect((await runCommand(['export', '--format', 'feverous', '-o', file])).exitCode).toBe(0);
    await runCommand(['export', '--format', 'jsonl', '-o', join(folder, 'native.jsonl')]);
    const ids = readFileSync(join(folder, 'native.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(askClient('feverous-scorer.py', [file, join(folder, 'predicted.jsonl')])).toEqual({
      scores: [1, 1, 1, 1, 1],
      ids,
      contexts: true,
    });
  },
);
