import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { report } from './report.ts';

/** Tells the errors of a dataset on stderr; whether there are any, which is when nothing may be written from it. */
export async function reportErrors(dataset: LoadedDataset, io: CommandIo): Promise<boolean> {
  const errors = dataset.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return false;
  const { records, suppressed } = dataset;
  const files = dataset.files.length + dataset.articles.length;
  await report(errors, { files, records, suppressed }, io.stderr, io);
  return true;
}
