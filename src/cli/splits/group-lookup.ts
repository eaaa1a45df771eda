import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { GroupKind } from '../../claims/group-kind.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { collectAnnotations } from '../../stats/annotations/standing-annotations.ts';
import type { GroupLookup } from '../../stats/group-links.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { readAnnotations } from '../dataset/read-annotations.ts';

/** What grouping claims of a dataset may ask: sections where it has articles, annotators where it has journals. Reads only what `groupBy` needs. */
export function groupLookupOf(
  dataset: Pick<LoadedDataset, 'corpus' | 'files'>,
  groupBy: readonly GroupKind[],
  io: CommandIo,
): GroupLookup {
  const { evidence } = dataset.corpus;
  return {
    articleOf: (id) => evidence.get(id)?.title ?? parseEvidenceId(id)?.title,
    ...(evidence.size > 0 && { sectionOf: (id: string) => sectionOf(id, dataset) }),
    ...(groupBy.includes('annotator') &&
      dataset.files.some(({ kind }) => kind === 'annotation') && {
        annotatorsOf: annotatorsOf(dataset, io),
      }),
  };
}

function sectionOf(id: string, { corpus: { evidence } }: Pick<LoadedDataset, 'corpus'>): string | undefined {
  const record = evidence.get(id);
  if (record?.kind === 'section') return record.id;
  if (record !== undefined) return record.section ?? leadOf(record.title);
  const parts = parseEvidenceId(id);
  return parts?.kind === 'title' && evidence.article(parts.title) !== undefined
    ? leadOf(parts.title)
    : undefined;
}

/** A name for what stands before the first heading; the ids of headings have no parentheses at their end. */
function leadOf(title: string): string {
  return `${title} (lead)`;
}

function annotatorsOf(dataset: Pick<LoadedDataset, 'files'>, io: CommandIo) {
  const byClaim = new Map<string, readonly string[]>();
  for (const { id, annotations } of collectAnnotations(readAnnotations(dataset, io)).claims)
    byClaim.set(claimIdKey(id), [...annotations.keys()]);
  return (id: string | number): readonly string[] => byClaim.get(claimIdKey(id)) ?? [];
}
