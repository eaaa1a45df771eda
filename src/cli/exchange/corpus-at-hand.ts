import { join } from 'node:path';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { kindOfPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { loadCorpus } from '../../io/load-corpus.ts';

/**
 * The articles that claims may be about, where there are any: those of the dataset folder that was named, else of the nearest one
 * above.
 */
export async function corpusAtHand(dataset: string | undefined, cwd: string): Promise<Evidence> {
  const folder = findDatasetFolder(cwd, dataset);
  const { corpus } = await loadConfig(folder);
  if (dataset === undefined && kindOfPath(join(folder, corpus)) !== 'folder') return new EvidenceIndex([]);
  return loadCorpus(folder, corpus, cwd).evidence;
}
