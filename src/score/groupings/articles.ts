import { neededPieces } from '../evidence/needed-pieces.ts';
import { partsOfPiece } from '../evidence/piece.ts';
import { countGroup, countGroups } from './count-group.ts';
import type { Grouping } from './grouping.ts';

const most = 2;

export const articles: Grouping = {
  id: 'articles',
  title: 'articles needed',
  about: 'How many articles the smallest gold set needs.',
  order: countGroups(most),
  groupsOf(gold) {
    const names = new Set(neededPieces(gold).map((piece) => partsOfPiece(piece)?.article));
    return [countGroup(names.size, most)];
  },
};
