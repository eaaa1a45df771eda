import { oneLine } from '../text/one-line.ts';
import { printable } from '../text/printable.ts';
import { createTerminalStyle } from '../text/terminal-style.ts';
import { fitText, wrapText } from '../text/wrap-text.ts';
import type { EvidenceRecord } from './article.ts';
import { drawTable } from './draw-table.ts';
import type { Evidence } from './evidence.ts';
import { isEvidence } from './evidence-kind.ts';

export interface DescribeRecordOptions {
  /** Whether terminal colours are wanted. */
  readonly color: boolean;
}

const describeWidth = 100;
const labelWidth = 9;
/** Lines of an element's text; no sentence of Wikipedia is longer. */
const maxTextLines = 60;

/**
 * An element for people, several lines: its id, kind and place, its text, what it is about (title and section, header cells of its
 * row and column), the sentences or list items before and after it, and for a part of a table the table.
 */
export function describeRecord(
  record: EvidenceRecord,
  evidence: Evidence,
  { color }: DescribeRecordOptions,
): string {
  const style = createTerminalStyle(color);
  const article = evidence.article(record.title);
  const field = (label: string, text: string, maxLines: number): string[] => {
    const lines = wrapText(printable(text), describeWidth - labelWidth, maxLines);
    return lines.map((line, which) => style.cyan((which === 0 ? label : '').padEnd(labelWidth)) + line);
  };
  const cited = (label: string, ids: readonly string[]): string[] =>
    ids.flatMap((id, which) => {
      const text = `${localId(id, record)}  ${oneLine(evidence.text(id) ?? '')}`;
      return field(which === 0 ? label : '', text, 3);
    });

  const isTable = record.kind.startsWith('table_') || record.cell !== undefined;
  const tables = isTable && article !== undefined ? evidence.tables(article) : [];
  const table = tables.find(({ number }) => number === record.numbers[0]);
  const lines = [
    style.bold(fitText(printable(record.id), describeWidth)),
    style.dim(
      [
        record.kind.replaceAll('_', ' '),
        ...(isEvidence(record.kind) ? [] : ['cannot be evidence']),
        `${printable(article?.file ?? '')}:${record.start.line}`,
      ].join(' · '),
    ),
    '',
    ...paragraphs(record.text),
    '',
    ...field(
      'about',
      [
        record.title,
        ...(record.section === undefined ? [] : [oneLine(evidence.text(record.section) ?? '')]),
      ].join(' › '),
      3,
    ),
    ...cited('row', record.cell?.rowHeaders ?? []),
    ...cited('column', record.cell?.columnHeaders ?? []),
  ];
  if (table === undefined) {
    const [before, after] = neighboursOf(article?.records ?? [], record);
    if (before !== undefined) lines.push(...cited('before', [before.id]));
    if (after !== undefined) lines.push(...cited('after', [after.id]));
    return `${lines.join('\n')}\n`;
  }
  if (table.caption !== undefined && table.caption.id !== record.id)
    lines.push(...cited('caption', [table.caption.id]));
  const size = `${table.number} (${table.kind}), ${table.rowCount} × ${table.columnCount}`;
  const legend = color ? '' : `; * header cell${record.cell === undefined ? '' : ', > this cell'}`;
  lines.push(...field('table', size + legend, 1));
  const drawn = drawTable(table, { color, shown: record.id, width: describeWidth });
  return `${[...lines, '', drawn.trimEnd()].join('\n').trimEnd()}\n`;
}

/** The text in wrapped lines, indented; its own line breaks kept. */
function paragraphs(text: string): string[] {
  if (text === '') return ['  (no text)'];
  const own = text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  const lines = own.flatMap((line) => wrapText(line, describeWidth - 2, maxTextLines));
  const kept = lines.length > maxTextLines ? [...lines.slice(0, maxTextLines), '…'] : lines;
  return kept.map((line) => `  ${line}`);
}

/** The nearest sentence or list item before and after a record, in the order of the text. */
function neighboursOf(
  records: readonly EvidenceRecord[],
  { order }: EvidenceRecord,
): [EvidenceRecord | undefined, EvidenceRecord | undefined] {
  const isReadable = ({ kind }: EvidenceRecord): boolean => kind === 'sentence' || kind === 'item';
  return [
    records.findLast((other) => other.order < order && isReadable(other)),
    records.find((other) => other.order > order && isReadable(other)),
  ];
}

/** The part of an id behind the title. */
function localId(id: string, { title }: EvidenceRecord): string {
  return id.startsWith(`${title}_`) ? id.slice(title.length + 1) : id;
}
