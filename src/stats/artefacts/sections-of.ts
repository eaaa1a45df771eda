import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import { isEvidence } from '../../corpus/evidence-kind.ts';

/** A section with what may be evidence in it. */
export interface Section {
  /** `undefined` for what stands before the first heading. */
  readonly heading: EvidenceRecord | undefined;
  /** In the order of the text: what may be evidence and is not empty. */
  readonly records: readonly EvidenceRecord[];
}

/** The sections of an article that hold something that may be evidence, in the order of the text. */
export function sectionsOf({ records }: Pick<Article, 'records'>): Section[] {
  const headings = new Map(
    records.filter(({ kind }) => kind === 'section').map((record) => [record.id, record]),
  );
  const sections = new Map<
    string | undefined,
    { heading: EvidenceRecord | undefined; records: EvidenceRecord[] }
  >();
  for (const record of records) {
    if (!isEvidence(record.kind) || record.text === '') continue;
    const { section: id } = record;
    const section = sections.get(id) ?? {
      heading: id === undefined ? undefined : headings.get(id),
      records: [],
    };
    section.records.push(record);
    sections.set(id, section);
  }
  return [...sections.values()];
}
