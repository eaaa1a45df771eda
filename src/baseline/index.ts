import type { Baseline } from './baseline.ts';
import { claimOnly } from './baselines/claim-only.ts';
import { majority } from './baselines/majority.ts';
import { oracle } from './baselines/oracle.ts';
import { random } from './baselines/random.ts';
import { retrieval } from './baselines/retrieval.ts';

/** All baselines, sorted by id. */
export const baselines: readonly Baseline[] = [claimOnly, majority, oracle, random, retrieval];
