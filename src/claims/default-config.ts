import type { Config } from './config.ts';

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
  split: { ratios: { train: 0.8, dev: 0.2 }, seed: 0, nearDuplicate: 0.8 },
  export: { formats: ['jsonl', 'feverous', 'fever'] },
};
