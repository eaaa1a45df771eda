import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { evidenceStyles } from '../../src/formats/evidence-style.ts';
import { nli } from '../../src/formats/models/nli.ts';
import { runCommand, temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('pandas', 'datasets');
const reason = why === undefined ? '' : ` (${why})`;

interface Row {
  readonly [key: string]: unknown;
  readonly evidence_ids: readonly string[];
  readonly sampled_ids: readonly string[];
}

interface Answer {
  readonly pandas: readonly Row[];
  readonly datasets: readonly Row[];
  readonly features: Readonly<Record<string, string>>;
  readonly slices: readonly (readonly string[])[];
}

function rowsOf(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

test.skipIf(why !== undefined)(
  `pandas and datasets read the pairs of the shipped dataset as they were written${reason}`,
  async () => {
    const file = join(temporaryFolder(), 'pairs.jsonl');
    expect((await runCommand(['export', '--format', 'nli', '-o', file, '--verify'])).exitCode).toBe(0);
    const rows = rowsOf(file);
    expect(rows.length).toBeGreaterThan(100);
    const answer = askClient('nli.py', [file]) as Answer;
    expect(answer.pandas).toEqual(rows);
    expect(answer.datasets).toEqual(rows);
    expect(answer.features).toMatchObject({
      premise: "Value('string')",
      hypothesis: "Value('string')",
      label: "Value('int64')",
      evidence_ids: "List(Value('string'))",
      evidence_spans: "List(List(Value('int64')))",
    });
  },
);

const text = `Lake

The lake 🎉 is deep. Lake_sentence_0 It is 🎉 cold. Lake_sentence_1

People swim 👩‍🚀🎉. Lake_sentence_2
`;
const evidence = new EvidenceIndex(parseCorpusFile('lake.txt', new TextEncoder().encode(text)).articles);
const claims: OpenClaim[] = [
  {
    id: 1,
    claim: '🎉',
    label: 'SUPPORTS',
    evidence: [['Lake_sentence_2', 'Lake_sentence_1'], ['Lake_sentence_0']],
  },
  { id: 2, claim: 'Who knows.', label: 'NOT ENOUGH INFO', evidence: [] },
];

test.skipIf(why !== undefined).each(evidenceStyles.filter((style) => style !== 'ids'))(
  `the spans of premises written as %s are those that Python slices by, emoji or not${reason}`,
  (evidenceStyle) => {
    const file = join(temporaryFolder(), 'pairs.jsonl');
    writeFileSync(file, [...nli.write(claims, { evidence, evidenceStyle })].join(''));
    const texts = rowsOf(file).map((row) =>
      [...row.evidence_ids, ...row.sampled_ids].map((id) => evidence.text(id)),
    );
    expect((askClient('nli.py', [file]) as Answer).slices).toEqual(texts);
  },
);
