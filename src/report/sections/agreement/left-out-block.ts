import type { EvidenceAgreement } from '../../../stats/agreement/evidence-agreement.ts';
import type { LabelAgreement } from '../../../stats/agreement/label-agreement.ts';
import type { Block } from '../../block.ts';

/** What was left out of the figures on labels and evidence, or that nothing was. */
export function leftOutBlock(labels: LabelAgreement, evidence: EvidenceAgreement): Block {
  const rows = [
    ...labels.leftOut.map(({ about, count }) => ['labels', about, count]),
    ...evidence.leftOut.map(({ what, annotations }) => ['evidence', what, annotations]),
  ];
  if (rows.length === 0) return { kind: 'paragraph', text: 'Nothing was left out.' };
  return {
    kind: 'table',
    table: {
      caption: 'What was left out',
      columns: [{ name: 'of' }, { name: 'what' }, { name: 'number', isNumber: true }],
      rows,
    },
  };
}
