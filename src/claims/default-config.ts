import type { Config } from './config.ts';
import { defaultGroupBy } from './group-kind.ts';
import { defaultStratifyBy } from './stratum-kind.ts';

/** The settings of a folder without a configuration, as the schema fills them in; at hand without loading it. */
export const defaultConfig: Config = {
  name: 'dataset',
  title: 'Dataset',
  description: '',
  version: '0.1.0',
  language: 'en',
  license: '',
  attribution: '',
  creator: '',
  url: '',
  published: '',
  corpus: 'corpus',
  claims: 'claims',
  output: 'dataset',
  validate: { profiles: [], rules: {}, overrides: [] },
  split: {
    ratios: { train: 0.8, dev: 0.2 },
    seed: 0,
    nearDuplicate: 0.8,
    groupBy: [...defaultGroupBy],
    stratifyBy: [...defaultStratifyBy],
    date: '',
    blind: [],
  },
  bias: { maxClaimOnlyGain: 1, maxCueProductivity: 1, maxAttributeV: 1 },
  leak: {
    maxDuplicates: 0,
    maxNearDuplicates: 0,
    maxSharedSource: 0,
    maxSharedEvidence: 0,
    maxSharedArticle: 'all',
    maxRepeated: 0,
    maxContradictions: 0,
    maxNearContradictions: 'all',
  },
  annotate: {
    overlap: 2,
    seed: 0,
    leaseMinutes: 30,
    idleSeconds: 60,
    guidelines: 'claims/guidelines.md',
    suggestions: false,
    verdict: false,
    gold: { claims: [], share: 0.1, training: 0 },
  },
  export: { formats: ['jsonl', 'feverous', 'fever'] },
};
