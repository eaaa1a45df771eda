import { neededPieces } from '../evidence/needed-pieces.ts';
import { partsOfPiece } from '../evidence/piece.ts';
import { noGroup, otherGroup } from './group-name.ts';
import type { Grouping } from './grouping.ts';

const mixed = 'mixed';

/** What kinds of evidence are called together. */
const groupOfKind: ReadonlyMap<string, string> = new Map([
  ['sentence', 'sentence'],
  ['cell', 'table'],
  ['header_cell', 'table'],
  ['table_caption', 'table'],
  ['item', 'list'],
]);

export const evidenceKind: Grouping = {
  id: 'evidence-kind',
  title: 'kind of evidence',
  about:
    'What the smallest gold set consists of: sentences, cells and captions of tables, items of lists, or several of these.',
  order: ['sentence', 'table', 'list', mixed, noGroup],
  groupsOf(gold) {
    let found: string | undefined;
    for (const piece of neededPieces(gold)) {
      const group = groupOfKind.get(partsOfPiece(piece)?.kind ?? '') ?? otherGroup;
      if (found !== undefined && found !== group) return [mixed];
      found = group;
    }
    return [found ?? noGroup];
  },
};
