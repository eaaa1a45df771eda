/** What an evidence id can stand for, in the words of the tagged text; `title` occurs in context lists only. */
export const evidenceKinds = [
  'sentence',
  'section',
  'cell',
  'header_cell',
  'table_infobox',
  'table_general',
  'table_caption',
  'unordered_list',
  'ordered_list',
  'description_list',
  'item',
  'title',
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** How many numbers follow the kind in an id: `cell_0_2_1` has three (table, row, column). */
export const numbersOfKind: Readonly<Record<EvidenceKind, 0 | 1 | 2 | 3>> = {
  sentence: 1,
  section: 1,
  cell: 3,
  header_cell: 3,
  table_infobox: 1,
  table_general: 1,
  table_caption: 1,
  unordered_list: 1,
  ordered_list: 1,
  description_list: 1,
  item: 2,
  title: 0,
};

/** Whether the kind is a cell of a table, a header cell too. */
export function isCell(kind: EvidenceKind): boolean {
  return kind === 'cell' || kind === 'header_cell';
}

/** Whether the kind only announces a table or list: it has no text of its own and is never evidence. */
export function isMarker(kind: EvidenceKind): boolean {
  return kind.startsWith('table_') ? kind !== 'table_caption' : kind.endsWith('_list');
}

/** Whether a claim's evidence set may hold this kind (FEVEROUS: sentence, cell, header cell, item, caption). */
export function isEvidence(kind: EvidenceKind): boolean {
  return !isMarker(kind) && kind !== 'section' && kind !== 'title';
}
