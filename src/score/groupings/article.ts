import { partsOfPiece } from '../evidence/piece.ts';
import { groupName } from './group-name.ts';
import type { Grouping } from './grouping.ts';

export const article: Grouping = {
  id: 'article',
  title: 'article',
  about:
    'Each article that gold evidence stands in, in whichever set: a claim may be in several groups, and is in none without evidence.',
  order: [],
  groupsOf({ sets }) {
    const names = new Set<string>();
    for (const set of sets) {
      for (const piece of set) {
        const parts = partsOfPiece(piece);
        if (parts !== undefined) names.add(groupName(parts.article));
      }
    }
    return [...names];
  },
};
