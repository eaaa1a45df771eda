import { labels } from '../../claims/label.ts';
import { comparedLabel } from '../labels/label-equality.ts';
import { groupName } from './group-name.ts';
import type { Grouping } from './grouping.ts';

export const predictedLabel: Grouping = {
  id: 'predicted-label',
  title: 'predicted label',
  about: 'The predicted label, as labels are compared; `none` where there is none.',
  order: labels,
  groupsOf: (_gold, _record, prediction, options) => [
    groupName(prediction.label === undefined ? undefined : comparedLabel(prediction.label, options)),
  ],
};
