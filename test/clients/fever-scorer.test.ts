import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { isVerifiable } from '../../src/formats/forms/fever.ts';
import { runCommand, temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('fever.scorer');

test.skipIf(why !== undefined)(
  `the official FEVER scorer gives a FEVER export full marks against itself${why === undefined ? '' : ` (${why})`}`,
  async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'all.jsonl');
    expect((await runCommand(['export', '--format', 'fever', '-o', file])).exitCode).toBe(0);
    await runCommand(['export', '--format', 'jsonl', '-o', join(folder, 'native.jsonl')]);
    const native = readFileSync(join(folder, 'native.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Claim);
    const isSentences = (set: readonly string[]) => set.every((id) => /_sentence_\d+$/.test(id));
    const kept = native.filter(({ label, evidence }) => !isVerifiable(label) || evidence.some(isSentences));
    // The scorer counts a claim with several sets as found by any one of them.
    expect(askClient('fever-scorer.py', [file])).toEqual({
      ids: kept.map(({ id }) => id),
      scores: [1, 1, 1, 1, 1],
      neiEvidence: [[[[0, null, null, null]]]],
      firstSentences: kept
        .filter(({ label }) => isVerifiable(label))
        .flatMap(({ evidence }) => evidence.filter(isSentences).flat())
        .filter((id) => id.endsWith('_sentence_0')).length,
    });
  },
);
