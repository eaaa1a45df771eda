import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import { agreementWords, annotatorWords } from './annotation-words.ts';
import { claimOnlyWords } from './artefact-words.ts';
import { leakageWords } from './leakage-words.ts';

/** The section of a card that says how good a dataset of so many claims is. */
export function cardQuality({ annotations, claimOnly, leakage }: DatasetQuality, claims: number): string {
  const lines = [
    leakageWords(leakage),
    claimOnlyWords(claimOnly),
    ...(annotations === undefined ? [] : [annotatorWords(annotations, claims), agreementWords(annotations)]),
  ];
  return ['## Quality', ...lines].join('\n\n');
}
