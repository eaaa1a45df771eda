import { challenges } from '../../claims/challenge.ts';
import { groupOfKey } from './group-name.ts';
import type { Grouping } from './grouping.ts';

export const challenge: Grouping = {
  id: 'challenge',
  title: 'challenge',
  about: 'What makes the claim hard to verify, as `challenge` of the gold record says.',
  order: challenges,
  groupsOf: (_gold, record) => [groupOfKey(record, 'challenge')],
};
