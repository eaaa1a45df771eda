import { mutations } from '../../claims/mutation.ts';
import { groupOfKey } from './group-name.ts';
import type { Grouping } from './grouping.ts';

export const mutation: Grouping = {
  id: 'mutation',
  title: 'mutation',
  about: 'How the claim was made from another statement, as `mutation` of the gold record says.',
  order: mutations,
  groupsOf: (_gold, record) => [groupOfKey(record, 'mutation')],
};
