import type {
  DraftArticle,
  DraftCell,
  DraftElement,
  DraftItem,
  DraftList,
  DraftTable,
  ListType,
} from '../../corpus/draft-article.ts';
import { isObject } from '../../text/is-object.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ArticleLoss, CorpusFormat } from '../corpus-format.ts';
import { readJsonArray } from '../json-array.ts';
import {
  applyArticleLosses,
  defineElementLoss,
  type LinkedText,
  mapTexts,
  paragraphsLoss,
  withoutLinks,
  withTitle,
} from './article-losses.ts';
import { type ArticleProblem, articlesOfRecords, type ReadArticle } from './articles-of-records.ts';
import { keptBrackets, keptLinks, printLinks, readLinks } from './feverous-links.ts';

/** A page as the database and the files of FEVEROUS have it. */
export interface FeverousPage {
  readonly title: string;
  /** The keys of the elements in the order of the text. */
  readonly order: readonly string[];
  /** The elements under `sentence_n`, `section_n`, `table_t` and `list_l`. */
  readonly [key: string]: unknown;
}

/** The level that a heading gets whose level nobody knows: that of the outermost. */
const outermostLevel = 2;

const listTypes: readonly string[] = [
  'unordered_list',
  'ordered_list',
  'description_list',
] satisfies ListType[];

const losses: readonly ArticleLoss[] = [
  {
    id: 'untitled',
    description: 'Articles without a title: they are left out.',
    forget: (article) => (article.title === '' ? undefined : article),
  },
  {
    id: 'normal-form',
    description: 'Uncomposed characters: they are read as composed ones (Unicode normal form C).',
    forget: composedArticle,
  },
  {
    id: 'titles',
    description: 'Character references such as &amp; in titles: they are read as the character.',
    forget: (article) => withTitle(article, unescapeTitle(article.title)),
  },
  {
    id: 'duplicates',
    description: 'Elements with the number of an earlier one of their kind: they are left out.',
    forget: (article) => {
      const keys = new Set<string>();
      const elements = article.elements.filter((element) => {
        const key = keyOf(element);
        return !keys.has(key) && keys.add(key);
      });
      return elements.length === article.elements.length ? article : { ...article, elements };
    },
  },
  defineElementLoss(
    'levels',
    `Headings whose level is not known: they come back with level ${outermostLevel}.`,
    (element) =>
      element.kind === 'section' && element.level === undefined
        ? { ...element, level: outermostLevel }
        : element,
  ),
  paragraphsLoss,
  defineElementLoss(
    'brackets',
    'Double brackets that would be read as a link: they come back with a blank between them.',
    (element) =>
      mapTexts(element, (part) => {
        const text = keptBrackets(part.text);
        return text === part.text ? part : { ...part, text };
      }),
  ),
  defineElementLoss(
    'links',
    'Links whose words do not stand in the text in the order of the links, or that hold brackets, bars or underscores.',
    (element) =>
      mapTexts(element, (part) => {
        const links = part.links ?? [];
        const kept = keptLinks(part);
        return kept === links || links.length === 0
          ? part
          : kept.length === 0
            ? withoutLinks(part)
            : { ...part, links: kept };
      }),
  ),
];

/** The pages of FEVEROUS (Aly et al. 2021): whole articles with headings, tables and lists, one JSON object each. */
export const feverousPages: CorpusFormat = {
  id: 'feverous-pages',
  title: 'FEVEROUS pages',
  url: 'https://fever.ai/dataset/feverous.html',
  extensions: ['jsonl', 'json'],
  page: {
    about:
      'The pages of FEVEROUS (Aly et al. 2021) as JSON: whole articles with headings, tables and lists. The same objects stand in the column `data` of its database.',
    fields: [
      ['title', 'the title'],
      ['order', 'the keys of the elements in the order of the text'],
      ['sentence_n', 'the sentence, links as `[[Title_with_underscores|words]]`'],
      ['section_n', '`{value, level}`: the heading, 2 for the outermost'],
      [
        'table_t',
        '`{type, caption, table}`: `infobox` or `general`, and the rows, each a list of cells `{id, value, is_header, column_span, row_span}`',
      ],
      [
        'list_l',
        '`{type, list}`: `unordered_list`, `ordered_list` or `description_list`, and the items `{id, value, level, type}`, where `type` is that of the list inside the item',
      ],
    ],
    notes: [
      'One page a line is written. A list of pages and a single page, on one line or many, are read too.',
      'Ids are what the page says: gaps in the numbers stay, and of a cell its id tells whether it is a header cell.',
      'Elements that `order` does not name stand behind those it names. Tables without cells, lists without text and cells that span rows and columns, which the official reader drops, are kept.',
      'Titles may be escaped for HTML, once or more often. Text is read in Unicode normal form C; the database is in form D throughout.',
    ],
    clients: [
      '`WikiPage` of `feverous` (PyPI): the texts of all elements, and their contexts as it makes them.',
    ],
  },
  leavesOut: [
    'Keys of a page, a table, a list or a cell that are not named above.',
    'The place of a link in its text, and links in headings and captions: their words stay.',
    'Rows of a table without cells, and types of tables other than `infobox`, which become `general`.',
    '`is_header` where the id of the cell says otherwise, and spans that are no whole numbers from 1.',
    'The Unicode normal form of the text.',
  ],
  losses,
  sniff: looksLikePages,
  *read(source) {
    yield* articlesOfRecords(readJsonArray(source), readFeverousPage);
  },
  *write(articles) {
    for (const article of articles) {
      const page = feverousPageOfDraft(article);
      if (page !== undefined) yield `${JSON.stringify(page)}\n`;
    }
  },
};

/** Keys are looked for by their spelling, because a page may go on behind the beginning of a file. */
function looksLikePages(head: string): boolean {
  return (
    /^[\s\uFEFF[]*\{/.test(head) &&
    /"title"\s*:\s*"/.test(head) &&
    /"(?:order"\s*:\s*\[\s*["\]]|sentence_\d+"\s*:\s*")/.test(head)
  );
}

/** What a record of the corpus is read as. */
export const readFeverousPage: ReadArticle = (json) => {
  const { article, problem } = draftOfFeverousPage(json);
  return problem ?? article;
};

/** What a page is read as: an article, or what keeps it from being one. */
export type ReadPage =
  | { readonly article: DraftArticle; readonly problem?: undefined }
  | { readonly article?: undefined; readonly problem: ArticleProblem };

/** The article of a page that `JSON.parse` gave. Total: what is no page gives the first problem. */
export function draftOfFeverousPage(page: unknown): ReadPage {
  try {
    return { article: readPage(page) };
  } catch (cause) {
    if (cause instanceof NotPage) return { problem: cause.problem };
    throw cause;
  }
}

/** The page of an article, without what the format cannot say; `undefined` for an article without a title. */
export function feverousPageOfDraft(article: DraftArticle): FeverousPage | undefined {
  const { article: kept } = applyArticleLosses(losses, article);
  if (kept === undefined) return undefined;
  const entries = kept.elements.map((element) => [keyOf(element), printElement(element)] as const);
  return { title: kept.title, order: entries.map(([key]) => key), ...Object.fromEntries(entries) };
}

/** Unwinds the reading of a page to {@link draftOfFeverousPage}. */
class NotPage extends Error {
  readonly problem: ArticleProblem;

  constructor(path: ArticleProblem['path'], expected: string) {
    super(expected);
    this.problem = { path, expected };
  }
}

const elementKey = /^(sentence|section|table|list)_(0|[1-9]\d{0,8})$/;

function readPage(page: unknown): DraftArticle {
  if (!isObject(page)) throw new NotPage([], 'an object');
  const title = stringAt(page, 'title', []);
  if (title === '') throw new NotPage(['title'], 'a title');
  const elements = new Map<string, DraftElement>();
  for (const key of Object.keys(page)) {
    const [, kind, digits] = elementKey.exec(key) ?? [];
    if (kind !== undefined) elements.set(key, readElement(page, key, kind, Number(digits)));
    else if (/^(?:sentence|section|table|list)_/.test(key))
      throw new NotPage([key], 'no key but one with a number, such as sentence_0');
  }
  return { title: unescapeTitle(title), elements: inOrder(elements, orderOf(page)) };
}

function orderOf(page: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Object.hasOwn(page, 'order')) return [];
  const { order } = page;
  if (!Array.isArray(order)) throw new NotPage(['order'], 'a list');
  const odd = order.findIndex((key) => typeof key !== 'string');
  if (odd >= 0) throw new NotPage(['order', odd], 'the key of an element');
  return order as string[];
}

/** The elements that `order` names, then the others as the page has them. */
function inOrder(elements: Map<string, DraftElement>, order: readonly string[]): DraftElement[] {
  const ordered = order.flatMap((key) => {
    const element = elements.get(key);
    elements.delete(key);
    return element ?? [];
  });
  return [...ordered, ...elements.values()];
}

function readElement(
  page: Readonly<Record<string, unknown>>,
  key: string,
  kind: string,
  number: number,
): DraftElement {
  if (kind === 'sentence') return { kind, number, ...textOf(stringAt(page, key, [])) };
  const value = objectAt(page, key, []);
  if (kind === 'section') return readSection(value, key, number);
  return kind === 'table' ? readTable(value, key, number) : readList(value, key, number);
}

function readSection(value: Readonly<Record<string, unknown>>, key: string, number: number): DraftElement {
  const { text } = textOf(stringAt(value, 'value', [key]));
  const level = levelAt(value, [key]);
  return { kind: 'section', number, text, ...(level !== undefined && { level }) };
}

const cellId = /^(header_)?cell_(0|[1-9]\d{0,8})_(0|[1-9]\d{0,8})_(0|[1-9]\d{0,8})$/;

function readTable(value: Readonly<Record<string, unknown>>, key: string, number: number): DraftTable {
  const type = stringAt(value, 'type', [key]) === 'infobox' ? 'infobox' : 'general';
  const caption = Object.hasOwn(value, 'caption')
    ? textOf(stringAt(value, 'caption', [key])).text
    : undefined;
  const cells: DraftCell[] = [];
  for (const [at, row] of listAt(value, 'table', [key]).entries()) {
    if (!Array.isArray(row)) throw new NotPage([key, 'table', at], 'a list of cells');
    for (const [which, cell] of row.entries()) cells.push(readCell(cell, [key, 'table', at, which], number));
  }
  return { kind: 'table', number, type, ...(caption !== undefined && { caption }), cells };
}

function readCell(cell: unknown, path: ArticleProblem['path'], table: number): DraftCell {
  if (!isObject(cell)) throw new NotPage(path, 'a cell');
  const [, header, t, row, column] = cellId.exec(stringAt(cell, 'id', path)) ?? [];
  if (Number(t) !== table)
    throw new NotPage([...path, 'id'], `an id such as cell_${table}_0_0 or header_cell_${table}_0_0`);
  const rowSpan = spanOf(cell.row_span);
  const columnSpan = spanOf(cell.column_span);
  return {
    row: Number(row),
    column: Number(column),
    isHeader: header !== undefined,
    ...textOf(stringAt(cell, 'value', path)),
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
  };
}

function readList(value: Readonly<Record<string, unknown>>, key: string, number: number): DraftList {
  const type = listTypeAt(value, [key]);
  if (type === undefined) throw new NotPage([key, 'type'], 'a type of list');
  const items = listAt(value, 'list', [key]).map((item, which) =>
    readItem(item, [key, 'list', which], number),
  );
  return { kind: 'list', number, type, items };
}

const itemId = /^item_(0|[1-9]\d{0,8})_(0|[1-9]\d{0,8})$/;

function readItem(item: unknown, path: ArticleProblem['path'], list: number): DraftItem {
  if (!isObject(item)) throw new NotPage(path, 'an item');
  const [, l, number] = itemId.exec(stringAt(item, 'id', path)) ?? [];
  if (Number(l) !== list) throw new NotPage([...path, 'id'], `an id such as item_${list}_0`);
  const level = levelAt(item, path) ?? 0;
  const sublistType = listTypeAt(item, path);
  return {
    number: Number(number),
    ...textOf(stringAt(item, 'value', path)),
    ...(level > 0 && { level }),
    ...(sublistType !== undefined && { sublistType }),
  };
}

function textOf(value: string): LinkedText {
  return readLinks(toNfc(value));
}

function stringAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
  path: ArticleProblem['path'],
): string {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  if (typeof found !== 'string') throw new NotPage([...path, key], 'a string');
  return found;
}

function objectAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
  path: ArticleProblem['path'],
): Readonly<Record<string, unknown>> {
  const found = value[key];
  if (!isObject(found)) throw new NotPage([...path, key], 'an object');
  return found;
}

function listAt(
  value: Readonly<Record<string, unknown>>,
  key: string,
  path: ArticleProblem['path'],
): readonly unknown[] {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  if (!Array.isArray(found)) throw new NotPage([...path, key], 'a list');
  return found;
}

/** How deep a heading or an item is; `undefined` where that is not said. */
function levelAt(value: Readonly<Record<string, unknown>>, path: ArticleProblem['path']): number | undefined {
  if (!Object.hasOwn(value, 'level')) return undefined;
  const { level } = value;
  if (typeof level !== 'number' || !Number.isSafeInteger(level) || level < 0)
    throw new NotPage([...path, 'level'], 'a whole number');
  return level;
}

function listTypeAt(
  value: Readonly<Record<string, unknown>>,
  path: ArticleProblem['path'],
): ListType | undefined {
  if (!Object.hasOwn(value, 'type')) return undefined;
  const { type } = value;
  if (typeof type !== 'string' || !listTypes.includes(type))
    throw new NotPage([...path, 'type'], 'unordered_list, ordered_list or description_list');
  return type as ListType;
}

/** A span as HTML has it, which is a text here; 1 for what is none. */
function spanOf(span: unknown): number {
  if (typeof span !== 'string' && typeof span !== 'number') return 1;
  return /^[1-9]\d{0,8}$/.test(String(span)) ? Number(span) : 1;
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#34': '"',
  '#39': "'",
  '#039': "'",
};

/** The title without character references, however often it was escaped, in normal form C. Linear. */
export function unescapeTitle(written: string): string {
  const title = toNfc(written);
  if (!title.includes('&')) return title;
  return toNfc(
    title.replace(
      /&(?:amp;)*(amp|lt|gt|quot|apos|#34|#0?39);/g,
      (reference, name: string) => characters[name] ?? reference,
    ),
  );
}

/** The article with all its texts in Unicode normal form C; the same object where they are. */
function composedArticle(article: DraftArticle): DraftArticle {
  const elements = article.elements.map((element) =>
    mapTexts(element, (part) => {
      const text = toNfc(part.text);
      const links = part.links?.map(({ anchor, target }) => ({
        anchor: toNfc(anchor),
        target: toNfc(target),
      }));
      const isSame =
        text === part.text &&
        (part.links ?? []).every(
          ({ anchor, target }, which) => anchor === links?.[which]?.anchor && target === links[which]?.target,
        );
      return isSame ? part : { ...part, text, ...(links !== undefined && { links }) };
    }),
  );
  const titled = withTitle(article, toNfc(article.title));
  return elements.every((element, which) => element === article.elements[which])
    ? titled
    : { ...titled, elements };
}

function keyOf({ kind, number }: DraftElement): string {
  return `${kind}_${number}`;
}

/** What a page has under the key of an element. */
function printElement(element: DraftElement): unknown {
  switch (element.kind) {
    case 'sentence':
      return printLinks(element);
    case 'section':
      return { value: element.text, level: element.level ?? outermostLevel };
    case 'table':
      return printTable(element);
    case 'list':
      return {
        type: element.type,
        list: element.items.map((item) => ({
          id: `item_${element.number}_${item.number}`,
          value: printLinks(item),
          level: item.level ?? 0,
          ...(item.sublistType !== undefined && { type: item.sublistType }),
        })),
      };
  }
}

function printTable({ number, type, caption, cells }: DraftTable): unknown {
  const rows: unknown[][] = [];
  for (const [which, cell] of cells.entries()) {
    const { row, column, isHeader, rowSpan = 1, columnSpan = 1 } = cell;
    if (row !== cells[which - 1]?.row) rows.push([]);
    rows.at(-1)?.push({
      id: `${isHeader ? 'header_cell' : 'cell'}_${number}_${row}_${column}`,
      value: printLinks(cell),
      is_header: isHeader,
      column_span: String(columnSpan),
      row_span: String(rowSpan),
    });
  }
  return { type, table: rows, ...(caption !== undefined && { caption }) };
}
