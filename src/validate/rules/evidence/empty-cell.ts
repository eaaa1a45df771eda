import { isEvidence } from '../../../corpus/evidence-kind.ts';
import { evidenceFacts, hasEmpty } from '../../evidence/evidence-facts.ts';
import { evidenceOf } from '../../evidence/evidence-of.ts';
import { defineRecordRule } from '../../rule.ts';

/** Evidence has text. */
export const emptyCell = defineRecordRule({
  id: 'evidence/empty-cell',
  level: 3,
  severity: 'error',
  since: '0.1.0',
  title: 'Evidence has text.',
  why: 'A cell without text says nothing: no system can learn the verdict from it.',
  help: 'Cite the cell that has the text: in a row or column that spans several cells it is often the one before.',
  source: 'The annotation tool of FEVEROUS lets nobody choose an empty cell.',
  messages: { cell: 'The cell `{id}` is empty.', element: '`{id}` has no text.' },
  examples: [
    {
      name: 'a cell with text',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_cell_0_1_0', 'A_cell_0_1_1']],
        },
      ],
    },
    {
      name: 'a cell without text',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_0_2_1']] }],
      expect: ['1:56-1:70 cell'],
    },
    {
      name: 'a list item without text',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_item_0_1']] }],
      expect: ['1:56-1:68 element'],
    },
  ],
  needs: 'corpus',
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & hasEmpty) === 0,
  *check(entry, { evidence, report }) {
    for (const { id, path } of evidenceOf(entry)) {
      const record = evidence.get(id);
      if (record === undefined || record.text !== '' || !isEvidence(record.kind)) continue;
      yield report(record.cell === undefined ? 'element' : 'cell', {
        data: { id },
        place: entry.place(path),
      });
    }
  },
});
