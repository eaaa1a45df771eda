import { isOdd } from '../evidence/piece.ts';
import { countGroup, countGroups } from './count-group.ts';
import type { Grouping } from './grouping.ts';

const most = 3;

export const evidenceSets: Grouping = {
  id: 'evidence-sets',
  title: 'gold sets',
  about: 'How many gold sets the claim has, as the file lists them.',
  order: countGroups(most),
  groupsOf: ({ sets }) => [countGroup(sets.filter((set) => set.some((piece) => !isOdd(piece))).length, most)],
};
