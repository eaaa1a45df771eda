import type { EvidenceKind } from '../../corpus/evidence-kind.ts';

/** What is kept of something that is searched. */
export interface SearchRecord {
  /** Evidence id; of an article that of its title. */
  readonly id: string;
  readonly title: string;
  /** `section` on the level of sections, `title` on that of articles. */
  readonly kind: EvidenceKind;
  /** Of a section or an article the texts of its elements, a line break between them. */
  readonly text: string;
  /** Texts of what heads an element: its section, then the header cells of its row and of its column, nearest first. */
  readonly heads: readonly string[];
}
