import { defaultConfig } from '../../src/claims/default-config.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { exampleDataset } from './example-dataset.ts';

const splits = ['train', 'train', 'train', 'dev', 'test'];

/** What a report is made of, with nothing in it but what is given. */
export function emptyInput(given: Partial<ReportInput> = {}): ReportInput {
  return {
    title: 'Nothing',
    description: '',
    version: null,
    claims: [],
    leftOut: 0,
    articles: [],
    annotations: [],
    config: defaultConfig,
    isConfigured: false,
    resampling: { resamples: 50, confidence: 0.95, seed: 1 },
    scores: [],
    ...given,
  };
}

/** The example dataset as input, its claims put into splits by their position: much leaks. */
export function exampleInput(options: Parameters<typeof exampleDataset>[0] = {}): ReportInput {
  const { claims, annotations, files } = exampleDataset(options);
  const articles = Object.entries(files)
    .filter(([path]) => path.startsWith('corpus/'))
    .flatMap(([path, text]) => parseCorpusFile(path, new TextEncoder().encode(text)).articles);
  const { title, description } = JSON.parse(files['claimset.config.json'] ?? '{}');
  return emptyInput({
    title,
    description,
    version: '1.2.0',
    claims: claims.map((claim, at) => ({ claim, split: splits[at % splits.length] })),
    articles,
    annotations,
    isConfigured: true,
  });
}
