import type { EvidenceRecord } from '../../../corpus/article.ts';
import type { Table } from '../../../corpus/table.ts';
import { evidenceFacts, hasCell, hasHeaderCell } from '../../evidence/evidence-facts.ts';
import { evidenceOf } from '../../evidence/evidence-of.ts';
import { type NestedRows, rowCopiesOf } from '../../evidence/row-copies.ts';
import { tablesOf } from '../../evidence/tables-of.ts';
import { excerpt } from '../../excerpt.ts';
import { defineRecordRule } from '../../rule.ts';

/** Rows of which a cell is offered in place of the one that holds them all. */
const maxOffers = 5;

/** Evidence is the first of several cells that say the same. */
export const repeatedRow = defineRecordRule({
  id: 'evidence/repeated-row',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A cell is cited where it stands by itself and for the first time in its table.',
  why: 'What stands twice has two ids, of which annotators and systems choose now this one, now that one: evidence that is right counts as a miss.',
  help: 'Cite the other cell.',
  source:
    'A table inside a cell is read twice by the generator of the FEVEROUS annotation wiki: as the text of the cell, and as rows of its own behind it.',
  messages: {
    row: 'Row {row} of the table, which has `{id}`, is the same as row {first}.',
    nested: '`{id}` holds {rows} of its table all together.',
  },
  needs: 'corpus',
  examples: [
    {
      name: 'a cell of a row that stands once',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'SUPPORTS',
          evidence: [['A_cell_0_1_1']],
        },
      ],
    },
    {
      name: 'a cell that holds the rows below it',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_0_0_0']] }],
      expect: ['1:56-1:70 nested'],
    },
    {
      name: 'a cell of a row that stands a second time',
      lines: [{ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_cell_0_3_1']] }],
      expect: ['1:56-1:70 row'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2

A_table_infobox_0

NumberOneOrdinalFirstA_cell_0_0_0
NumberA_header_cell_0_1_0 OneA_cell_0_1_1
OrdinalA_header_cell_0_2_0 FirstA_cell_0_2_1
NumberA_header_cell_0_3_0 OneA_cell_0_3_1

One is a number. A_sentence_0
`,
  skip: (entry, { evidence }) => (evidenceFacts(entry, evidence) & (hasCell | hasHeaderCell)) === 0,
  *check(entry, { evidence, report }) {
    for (const { id, path } of evidenceOf(entry)) {
      const cell = evidence.get(id);
      const article = cell?.cell && evidence.article(cell.title);
      const table = article && tablesOf(article, evidence).get(cell?.cell?.table ?? -1);
      if (cell?.cell === undefined || table === undefined) continue;
      const { row, column } = cell.cell;
      const { firstRow, nested } = rowCopiesOf(table);
      const first = firstRow.get(row);
      const held = nested.get(cell);
      const original = first === undefined ? undefined : table.rows[first]?.[column];
      const others = held === undefined ? [original] : cellsOf(held, table);
      const finding = {
        place: entry.place(path),
        suggestions: others.flatMap((other) => (other === undefined ? [] : [offer(other)])),
      };
      if (held !== undefined) {
        const rows = rowsInWords(held);
        const help = 'Cite the cells of those rows that the claim needs.';
        yield report('nested', { ...finding, data: { id, rows }, help });
      } else if (original !== undefined) {
        yield report('row', {
          ...finding,
          data: { id, row, first: first ?? 0 },
          help: `Cite \`${original.id}\`.`,
        });
      }

      function offer(other: EvidenceRecord) {
        return {
          message: `Replace it by \`${other.id}\` ("${excerpt(other.text)}").`,
          edits: [{ span: entry.span(path), text: JSON.stringify(other.id) }],
        };
      }
    }
  },
});

function rowsInWords({ first, last }: NestedRows): string {
  if (first === last) return `row ${first}`;
  return `rows ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`;
}

/** The first cell of each row that is no header. */
function cellsOf({ first, last }: NestedRows, { rows }: Table): (EvidenceRecord | undefined)[] {
  return rows
    .slice(first, last + 1)
    .map((cells) => cells.find((cell) => cell?.kind === 'cell' && cell.text !== ''))
    .slice(0, maxOffers);
}
