import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import type { BaselineFile } from './baseline-file.ts';

/** The findings of a dataset that a run is about. */
export interface SelectedFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** Numbers of those left out: because the baseline has them, because they are about nothing that changed. */
  readonly known: number;
  readonly unchanged: number;
  /** Findings of the baseline that are not there any more. */
  readonly gone: number;
}

/** Leaves out what the baseline has, and then what is about nothing that changed since the commit that was asked for. */
export async function selectFindings(
  { diagnostics, pathOf, isAboutChange }: LoadedDataset,
  baseline: BaselineFile | undefined,
): Promise<SelectedFindings> {
  const compared = await compare(diagnostics, baseline, pathOf);
  const changed = isAboutChange === undefined ? compared.fresh : compared.fresh.filter(isAboutChange);
  const { fresh, known, gone } = compared;
  return { diagnostics: changed, known, gone, unchanged: fresh.length - changed.length };
}

async function compare(
  diagnostics: readonly Diagnostic[],
  baseline: BaselineFile | undefined,
  pathOf: LoadedDataset['pathOf'],
) {
  if (baseline === undefined || baseline.entries.length === 0)
    return { fresh: diagnostics, known: 0, gone: 0 };
  const { compareWithBaseline } = await import('../../diagnostic/baseline.ts');
  return compareWithBaseline(baseline.entries, diagnostics, pathOf);
}
