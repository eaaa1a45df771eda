import type { EvidenceRecord } from '../../../corpus/article.ts';
import type { Evidence } from '../../../corpus/evidence.ts';
import { toNfc } from '../../../text/normalise.ts';
import { evidenceFacts, hasCell } from '../../evidence/evidence-facts.ts';
import { evidenceSetsOf } from '../../evidence/evidence-of.ts';
import { tablesOf } from '../../evidence/tables-of.ts';
import { excerpt } from '../../excerpt.ts';
import { insertAfter } from '../../list-edits.ts';
import { defineRecordRule } from '../../rule.ts';

/** A cell comes with what says what it means. */
export const cellWithoutHeader = defineRecordRule({
  id: 'evidence/cell-without-header',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'A cell comes with what says what it means: a header, or the cell that labels its row.',
  why: 'Context gives a cell its headers only. Where the row has none, nobody can tell from the evidence what the value belongs to.',
  help: 'Add the cell that labels the row to the evidence set.',
  source: 'FEVEROUS (Aly et al. 2021): the context of a cell is the header cells of its row and column.',
  messages: {
    noRowHeader: 'The row of `{id}` has no header, and its label `{label}` is not in the evidence set.',
    noHeader: '`{id}` has no header, neither in its row nor in its column.',
  },
  examples: [
    {
      name: 'a cell with the cell that labels its row',
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
      name: 'the cell that labels the row, alone',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_cell_0_1_0']] },
      ],
    },
    {
      name: 'a value alone',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_0_1_1']] }],
      expect: ['1:56-1:70 noRowHeader'],
    },
    {
      name: 'a value of a table without headers',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_1_0_1']] }],
      expect: ['1:56-1:70 noHeader'],
    },
  ],
  needs: 'corpus',
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & hasCell) === 0,
  *check(entry, { evidence, report }) {
    for (const [set, ids] of evidenceSetsOf(entry).entries()) {
      const cited = new Set(ids.map(toNfc));
      const rowsReported = new Set<string>();
      for (const [which, id] of ids.entries()) {
        const cell = evidence.get(id);
        if (cell === undefined) continue;
        const lack = lackOf(cell, cited, evidence);
        const row = [toNfc(cell.title), ...cell.numbers.slice(0, 2)].join('_');
        if (lack === undefined || rowsReported.has(row)) continue;
        // One label serves all cells of its row.
        rowsReported.add(row);
        const { messageId, label } = lack;
        const path = ['evidence', set, which];
        yield report(messageId, {
          data: { id, label: label?.id ?? '' },
          place: entry.place(path),
          ...(label === undefined
            ? { help: 'Add the cells that say what the value means to the evidence set.' }
            : {
                suggestions: [
                  {
                    message: `Add \`${label.id}\` ("${excerpt(label.text)}") to the set.`,
                    edits: insertAfter(entry, path, label.id),
                  },
                ],
              }),
        });
      }
    }
  },
});

interface Lack {
  readonly messageId: 'noRowHeader' | 'noHeader';
  /** The cell that labels the row; absent where the cell itself is the first of its row. */
  readonly label?: EvidenceRecord;
}

/** What the meaning of a cell lacks in an evidence set; `undefined` where it lacks nothing. */
function lackOf(cell: EvidenceRecord, cited: ReadonlySet<string>, evidence: Evidence): Lack | undefined {
  if (cell.kind !== 'cell' || cell.cell === undefined || cell.cell.rowHeaders.length > 0) return undefined;
  const article = evidence.article(cell.title);
  const table = article && tablesOf(article, evidence).get(cell.cell.table);
  const row = table?.rows[cell.cell.row];
  const first = row?.find((other) => other !== undefined && other.text !== '');
  const label = first !== undefined && first.order !== cell.order ? first : undefined;
  // The first cell of a row is the label of the others, and they say what it is the label of.
  const others = label === undefined ? (row ?? []).filter((other) => other?.order !== cell.order) : [label];
  if (others.some((other) => other !== undefined && cited.has(toNfc(other.id)))) return undefined;
  if (cell.cell.columnHeaders.length === 0) return { messageId: 'noHeader', ...(label && { label }) };
  return label !== undefined && table?.kind === 'general' ? { messageId: 'noRowHeader', label } : undefined;
}
