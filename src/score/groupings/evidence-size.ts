import { neededPieces } from '../evidence/needed-pieces.ts';
import { countGroup, countGroups } from './count-group.ts';
import type { Grouping } from './grouping.ts';

const most = 4;

export const evidenceSize: Grouping = {
  id: 'evidence-size',
  title: 'pieces of evidence needed',
  about: 'How many pieces of evidence the smallest gold set has.',
  order: countGroups(most),
  groupsOf: (gold) => [countGroup(new Set(neededPieces(gold)).size, most)],
};
