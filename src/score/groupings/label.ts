import { labels } from '../../claims/label.ts';
import { comparedLabel } from '../labels/label-equality.ts';
import { groupName } from './group-name.ts';
import type { Grouping } from './grouping.ts';

export const label: Grouping = {
  id: 'label',
  title: 'gold label',
  about: 'The gold label, as labels are compared.',
  order: labels,
  groupsOf: (gold, _record, _prediction, options) => [groupName(comparedLabel(gold.label, options))],
};
