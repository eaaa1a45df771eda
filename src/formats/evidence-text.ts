import type { EvidenceRecord } from '../corpus/article.ts';
import { contextOf } from '../corpus/context.ts';
import { startsParagraph } from '../corpus/draft-of-article.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { isCell } from '../corpus/evidence-kind.ts';
import type { Span } from '../text/span.ts';
import type { EvidenceStyle } from './evidence-style.ts';

/** An evidence set as text. */
export interface EvidenceText {
  readonly text: string;
  /** Where the text of each id stands, in the order of the set; none where the text has the ids themselves. */
  readonly spans: readonly Span[];
}

/** Sentences or items that are shown before and behind a highlighted one at most: some texts have no paragraphs. */
const maxAround = 10;

/**
 * The text of an evidence set; `undefined` where the corpus does not know one of its ids.
 *
 * `ids` joins the ids by ` + `, as tables do. `text` joins the texts by blanks. `context` has a line for each id. `highlighted` has a
 * line for each paragraph, table row or list that an id stands in, in the order in which the set comes to them; sentences and
 * items are joined by blanks, cells by ` | `. Of a long one, ten sentences before and behind are shown. Where an article does not tell
 * its paragraphs, all sentences between two other elements are one.
 */
export function evidenceText(
  set: readonly string[],
  style: EvidenceStyle,
  evidence: Evidence,
): EvidenceText | undefined {
  if (style === 'ids') return { text: set.join(' + '), spans: [] };
  const pieces: Piece[] = [];
  for (const id of set) {
    const text = evidence.text(id);
    if (text === undefined) return undefined;
    pieces.push({ id, text, record: evidence.get(id) });
  }
  if (style === 'highlighted') return highlight(pieces, evidence);
  const writer = new TextWriter();
  const spans = pieces.map(({ text, record }, which) => {
    if (which > 0) writer.write(style === 'context' ? '\n' : ' ');
    if (style === 'context' && record !== undefined) writer.write(`${printContext(record, evidence)} `);
    return writer.write(text);
  });
  return { text: writer.text, spans };
}

interface Piece {
  readonly id: string;
  readonly text: string;
  /** Absent for the title of an article. */
  readonly record: EvidenceRecord | undefined;
}

/** What a record is about: `[title; section; headers]`, as much of it as there is, headers of the row before those of the column. */
function printContext(record: EvidenceRecord, evidence: Evidence): string {
  const [, ...ids] = contextOf(record);
  const texts = ids.map((id) => evidence.text(id) ?? '').filter((text) => text !== '');
  return `[${[record.title, ...texts].join('; ')}]`;
}

class TextWriter {
  text = '';

  /** Where the piece stands. */
  write(piece: string): Span {
    const start = this.text.length;
    this.text += piece;
    return { start, end: this.text.length };
  }
}

/** Records that are shown together: those of an article from one position to another. */
interface Surroundings {
  readonly title: string;
  readonly records: readonly EvidenceRecord[];
  readonly from: number;
  readonly to: number;
}

function highlight(pieces: readonly Piece[], evidence: Evidence): EvidenceText {
  let lines: (Surroundings | Piece)[] = [];
  for (const piece of pieces) {
    const found = piece.record === undefined ? undefined : surroundingsOf(piece.record, evidence);
    lines = found === undefined ? [...lines, piece] : joined(lines, found);
  }
  const cited = new Set(pieces.map(keyOf));
  const spanOf = new Map<string, Span>();
  const writer = new TextWriter();
  const mark = (piece: Piece): void => {
    writer.write('<e>');
    spanOf.set(keyOf(piece), writer.write(piece.text));
    writer.write('</e>');
  };
  for (const [which, line] of lines.entries()) {
    if (which > 0) writer.write('\n');
    if (!('records' in line)) {
      mark(line);
      continue;
    }
    const shown = line.records
      .slice(line.from, line.to + 1)
      .filter((record) => record.text !== '' || cited.has(record.id));
    for (const [position, record] of shown.entries()) {
      if (position > 0) writer.write(isCell(record.kind) ? ' | ' : ' ');
      if (cited.has(record.id)) mark({ id: record.id, text: record.text, record });
      else writer.write(record.text);
    }
  }
  const nowhere: Span = { start: 0, end: 0 };
  return { text: writer.text, spans: pieces.map((piece) => spanOf.get(keyOf(piece)) ?? nowhere) };
}

/** What two spellings of an id have in common: two answers of a corpus about one id need not be the same object. */
function keyOf({ id, record }: Piece): string {
  return record?.id ?? id;
}

/** The lines with surroundings added: those that they meet become one with them, in the place of the first. */
function joined(lines: readonly (Surroundings | Piece)[], found: Surroundings): (Surroundings | Piece)[] {
  const met = lines.filter(
    (line): line is Surroundings =>
      'records' in line && line.title === found.title && line.from <= found.to && line.to >= found.from,
  );
  const [first] = met;
  if (first === undefined) return [...lines, found];
  // Lines never meet each other, so that the whole meets no line that the new one does not.
  const whole: Surroundings = {
    ...found,
    from: Math.min(found.from, ...met.map(({ from }) => from)),
    to: Math.max(found.to, ...met.map(({ to }) => to)),
  };
  return lines.flatMap((line) => (line === first ? whole : met.includes(line as Surroundings) ? [] : line));
}

/** The paragraph, table row or list of a record; `undefined` for one that stands alone. */
function surroundingsOf(record: EvidenceRecord, evidence: Evidence): Surroundings | undefined {
  const { title } = record;
  const records = evidence.article(title)?.records;
  // A record that a file of claims carries has no article.
  if (records?.[record.order]?.id !== record.id) return undefined;
  const most = isCell(record.kind) ? records.length : maxAround;
  let [from, to] = [record.order, record.order];
  const adjoins = (before: number): boolean => {
    const [one, other] = [records[before], records[before + 1]];
    return one !== undefined && other !== undefined && isTogether(one, other, records);
  };
  while (record.order - from < most && adjoins(from - 1)) from -= 1;
  while (to - record.order < most && adjoins(to)) to += 1;
  return { title, records, from, to };
}

/** Whether two neighbours are of one paragraph, table row or list. */
function isTogether(one: EvidenceRecord, next: EvidenceRecord, records: readonly EvidenceRecord[]): boolean {
  if (isCell(one.kind) && isCell(next.kind))
    return one.numbers[0] === next.numbers[0] && one.numbers[1] === next.numbers[1];
  if (one.kind !== next.kind) return false;
  if (one.kind === 'item') return one.numbers[0] === next.numbers[0];
  return one.kind === 'sentence' && !(startsParagraph(next) && tellsParagraphs(records));
}

const known = new WeakMap<readonly EvidenceRecord[], boolean>();

/** Whether an article tells its paragraphs: tagged text usually has each sentence in a paragraph of its own. */
function tellsParagraphs(records: readonly EvidenceRecord[]): boolean {
  let tells = known.get(records);
  if (tells === undefined) {
    tells = records.some((record) => record.kind === 'sentence' && !startsParagraph(record));
    known.set(records, tells);
  }
  return tells;
}
