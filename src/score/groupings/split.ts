import { groupOfKey } from './group-name.ts';
import type { Grouping } from './grouping.ts';

export const split: Grouping = {
  id: 'split',
  title: 'split',
  about: 'The split that `split` of the gold record names.',
  order: ['train', 'dev', 'test'],
  groupsOf: (_gold, record) => [groupOfKey(record, 'split')],
};
