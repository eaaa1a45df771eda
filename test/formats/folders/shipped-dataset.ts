import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Claim, claimSchema } from '../../../src/claims/claim.ts';
import { configSchema } from '../../../src/claims/config.ts';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import type { SplitDataset } from '../../../src/formats/folder-format.ts';
import type { FormatContext } from '../../../src/formats/format.ts';
import { parseSplitLock } from '../../../src/split/split-lock.ts';

const root = resolve(import.meta.dirname, '../../..');

const claims: Claim[] = readdirSync(resolve(root, 'claims'))
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(resolve(root, 'claims', name), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  .map((line) => claimSchema.parse(JSON.parse(line)));
const article = 'corpus/first-nagorno-karabakh-war.txt';
const config = configSchema.parse(JSON.parse(readFileSync(resolve(root, 'claimset.config.json'), 'utf8')));
const lock = parseSplitLock(readFileSync(resolve(root, 'splits.lock.json'), 'utf8'));

/** The dataset of this repository with the splits of its lock file. */
export const shippedDataset: SplitDataset = {
  config,
  splits: new Map(
    Object.keys(config.split.ratios).map((split) => [
      split,
      claims.filter(({ id }) => lock.splits.get(id) === split),
    ]),
  ),
};

export const shippedContext: FormatContext = {
  evidence: new EvidenceIndex(parseCorpusFile(article, readFileSync(resolve(root, article))).articles),
};

/** The same claims in splits that no loader takes as they are: `all`, and one without claims. */
export const oddSplits: SplitDataset = {
  config,
  splits: new Map([
    ['train', claims.slice(0, 100)],
    ['dev', []],
    ['all', claims.slice(100)],
  ]),
};
