import type { EvidenceRecord } from '../../../corpus/article.ts';
import type { Evidence } from '../../../corpus/evidence.ts';
import { toNfc } from '../../../text/normalise.ts';
import { evidenceFacts, hasHeaderCell } from '../../evidence/evidence-facts.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { defineRecordRule } from '../../rule.ts';

/** A header cell comes with a cell that it heads. */
export const headerWithoutCell = defineRecordRule({
  id: 'evidence/header-without-cell',
  level: 4,
  severity: 'info',
  since: '0.2.0',
  title: 'A header cell comes with a cell below it or beside it.',
  why: 'A header says what the cells of its row or column mean; what is so, the cells say. Context gives a cell its headers anyway.',
  help: 'Add the cell that the claim is about to the evidence set. A header that decides the claim alone, such as a name in the first column, may stay.',
  source: 'FEVEROUS (Aly et al. 2021): the context of a cell is the header cells of its row and column.',
  messages: { alone: 'No cell that `{id}` ("{text}") is the header of is in the evidence set.' },
  needs: 'corpus',
  examples: [
    {
      name: 'a cell with the header of its column',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_header_cell_0_0_0', 'A_cell_0_1_0']],
        },
      ],
    },
    {
      name: 'a header alone',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_header_cell_0_0_0']] }],
      expect: ['1:56-1:77 alone'],
    },
    {
      name: 'the header of another column',
      lines: [
        {
          id: 1,
          claim: 'One.',
          label: 'SUPPORTS',
          evidence: [['A_cell_0_1_0', 'A_header_cell_0_0_1']],
        },
      ],
      expect: ['1:71-1:92 alone'],
    },
  ],
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & hasHeaderCell) === 0,
  *check(entry, { evidence, report }) {
    for (const [set, ids] of evidenceSetsOf(entry).entries()) {
      const headed = headersOfCells(ids, evidence);
      for (const [which, id] of ids.entries()) {
        const header = evidence.get(id);
        if (header?.kind !== 'header_cell' || headed.has(toNfc(header.id))) continue;
        const text = header.text.replace(/\s+/g, ' ');
        yield report('alone', { data: { id, text }, place: entry.place(['evidence', set, which]) });
      }
    }
  },
});

/** The ids, in NFC, of all headers of the cells among some ids. */
function headersOfCells(ids: readonly string[], evidence: Evidence): ReadonlySet<string> {
  const headersOf = ({ cell }: EvidenceRecord) => [
    ...(cell?.rowHeaders ?? []),
    ...(cell?.columnHeaders ?? []),
  ];
  return new Set(
    ids.flatMap((id) => {
      const record = evidence.get(id);
      return record?.kind === 'cell' ? headersOf(record).map(toNfc) : [];
    }),
  );
}
