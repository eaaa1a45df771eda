import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { toNfc } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import type { Article, EvidenceRecord } from './article.ts';
import { corpusRules } from './corpus-rules.ts';
import type { EvidenceKind } from './evidence-kind.ts';
import { isCell } from './evidence-kind.ts';
import type { FoundTitle } from './find-title.ts';
import type { Stray } from './lex.ts';

/** Something that looks like an id and is none, with its place in the text. */
export interface StrayText {
  readonly reason: Stray['reason'];
  /** From its underscore. */
  readonly local: string;
  readonly span: Span;
}

/** What the checks of an article look at. */
export interface ArticleContext {
  readonly article: Article;
  readonly found: FoundTitle;
  readonly strays: readonly StrayText[];
  /** UTF-16 offset of the article in its file. */
  readonly offset: number;
  readonly place: (span: Span) => Place;
}

/** What is wrong with an article, in no particular order. */
export function* checkArticle(context: ArticleContext): Generator<Diagnostic> {
  yield* checkTitle(context);
  yield* checkIds(context);
  yield* checkTexts(context);
  yield* checkStrays(context);
}

function* checkTitle({ article, found }: ArticleContext): Generator<Diagnostic> {
  if (article.records.length === 0) {
    const data = { title: article.title === '' ? 'Title' : article.title };
    yield createDiagnostic(corpusRules.noIds, 'none', { data, place: article.firstLine });
  } else if (found.from === 'ids') {
    const data = { firstLine: found.firstLine, title: found.title };
    yield createDiagnostic(corpusRules.titleNotOnFirstLine, 'other', { data, place: article.firstLine });
  }
}

const counted: ReadonlyMap<EvidenceKind, string> = new Map([
  ['sentence', 'sentence'],
  ['section', 'section'],
  // One counter runs over infoboxes and general tables, another over the three kinds of list.
  ['table_infobox', 'table'],
  ['table_general', 'table'],
  ['unordered_list', 'list'],
  ['ordered_list', 'list'],
  ['description_list', 'list'],
]);

function* checkIds({ article, place }: ArticleContext): Generator<Diagnostic> {
  const seen = new Map<string, EvidenceRecord>();
  const last = new Map<string, number>();
  const announced = new Set<string>();
  for (const record of article.records) {
    const { id, kind, numbers, idSpan } = record;
    const key = toNfc(id);
    const first = seen.get(key);
    if (first !== undefined) {
      yield createDiagnostic(corpusRules.duplicateId, 'again', {
        data: { id },
        place: place(idSpan),
        related: [{ message: 'It stands here for the first time.', place: place(first.idSpan) }],
      });
      continue;
    }
    seen.set(key, record);
    const number = numbers[0] ?? 0;
    const counter = counted.get(kind);
    if (counter !== undefined) {
      announced.add(`${counter} ${number}`);
      const previous = last.get(counter) ?? -1;
      if (number <= previous) {
        yield createDiagnostic(corpusRules.outOfOrder, 'late', {
          data: { id, previous },
          place: place(idSpan),
        });
      } else {
        last.set(counter, number);
        if (number > previous + 1) {
          const missing = number === previous + 2 ? `${previous + 1}` : `${previous + 1} to ${number - 1}`;
          const data = { id, previous: previous < 0 ? 'none' : previous, missing };
          yield createDiagnostic(corpusRules.gap, 'missing', { data, place: place(idSpan) });
        }
      }
    }
    yield* checkMarker(record, article, announced, place);
  }
}

function* checkMarker(
  { id, kind, numbers, idSpan }: EvidenceRecord,
  { title }: Article,
  announced: Set<string>,
  place: (span: Span) => Place,
): Generator<Diagnostic> {
  const number = numbers[0] ?? 0;
  const inTable = isCell(kind) || kind === 'table_caption';
  if (!(inTable || kind === 'item')) return;
  const owner = `${inTable ? 'table' : 'list'} ${number}`;
  if (announced.has(owner)) return;
  // Once a table, not once a cell.
  announced.add(owner);
  yield inTable
    ? createDiagnostic(corpusRules.cellWithoutTable, 'none', {
        data: { id, title, table: number },
        place: place(idSpan),
      })
    : createDiagnostic(corpusRules.itemWithoutList, 'none', {
        data: { id, title, list: number },
        place: place(idSpan),
      });
}

function* checkTexts({ article, offset, place }: ArticleContext): Generator<Diagnostic> {
  const { records, head, foot } = article;
  const composed = records.filter(({ text }) => text !== toNfc(text));
  const firstComposed = composed[0];
  if (firstComposed !== undefined) {
    const data = { id: firstComposed.id, count: composed.length };
    yield createDiagnostic(corpusRules.notNfc, 'text', { data, place: place(firstComposed.span) });
  }
  for (const { id, kind, text, span } of records) {
    if ((kind === 'sentence' || kind === 'section') && text.includes('\n')) {
      yield createDiagnostic(corpusRules.untaggedText, 'before', { data: { id }, place: place(span) });
    }
  }
  yield* checkCutSentences(records, place);
  const end = offset + head.length + records.reduce((sum, { raw, id }) => sum + raw.length + id.length, 0);
  const rest = foot.replace(/Credits to the contents of this page go to the authors[^\n]*/, (credits) =>
    ' '.repeat(credits.length),
  );
  const text = rest.trim();
  if (text !== '' && records.length > 0) {
    const start = end + rest.indexOf(text);
    yield createDiagnostic(corpusRules.untaggedText, 'after', {
      place: place({ start, end: start + text.length }),
    });
  }
}

/** Sentences on one line: the splitter cut inside a link. One finding a line. */
function* checkCutSentences(
  records: readonly EvidenceRecord[],
  place: (span: Span) => Place,
): Generator<Diagnostic> {
  let run: EvidenceRecord[] = [];
  for (let which = 0; which <= records.length; which++) {
    const record = records[which];
    if (record?.kind === 'sentence' && run.length > 0 && !record.raw.includes('\n')) {
      run.push(record);
      continue;
    }
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined && run.length > 1) {
      yield createDiagnostic(corpusRules.sentenceCut, 'cut', {
        data: { count: run.length, first: first.id, last: last.id },
        place: place({ start: first.span.start, end: last.idSpan.end }),
      });
    }
    run = record?.kind === 'sentence' ? [record] : [];
  }
}

function* checkStrays({ article, strays, place }: ArticleContext): Generator<Diagnostic> {
  for (const { reason, local, span } of strays) {
    const where = place(span);
    // The words before the local part show whose id it may be.
    const before = where.lineText
      .slice(Math.max(0, where.start.column - 41), where.start.column - 1)
      .trimStart();
    const data = { id: before + local, title: article.title };
    if (reason === 'foreign')
      yield createDiagnostic(corpusRules.foreignId, 'foreign', { data, place: where });
    else
      yield createDiagnostic(corpusRules.unknownKind, reason === 'malformed' ? 'malformed' : 'unknown', {
        data,
        place: where,
      });
  }
}
