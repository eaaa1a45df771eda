import type { DraftElement, DraftLink } from '../../corpus/draft-article.ts';
import { type EvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { NumberedElements } from '../../corpus/numbered-elements.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { ArticleResult, CorpusFormat } from '../corpus-format.ts';
import { formatRules } from '../format-rules.ts';
import { createPlaces, type PlaceOf } from '../text-places.ts';
import { cleanTitle, titleOfFileName } from './article-title.ts';
import type { InlineText } from './inline-text.ts';
import { wikitextText } from './wikitext-text.ts';

/** The wikitext that the annotation wiki of FEVEROUS was fed with: every element is followed by its id in a hidden span. */
export const wikitext: CorpusFormat = {
  id: 'wikitext',
  title: 'Wikitext of the annotation wiki',
  url: 'https://github.com/Raldir/FEVEROUS',
  extensions: ['wiki', 'wikitext', 'txt'],
  page: {
    about:
      'The pages of the wiki in which FEVEROUS was annotated, as its generator wrote them: wikitext in which a hidden span with the id follows every element. Other wikitext has no ids: take the rendered page of it (`mediawiki-html`).',
    fields: [
      ['sentence_n', 'a sentence: the text before it'],
      ['section_n', 'a section with its level: `== heading ==`'],
      ['table_infobox_t, table_general_t', 'a table; its caption, and its cells with their spans'],
      [
        'unordered_list_l, ordered_list_l, description_list_l',
        'a list; `<li>` its items, with the level of their `<ul>` or `<ol>`',
      ],
      ['link', 'its words, and the title that it leads to'],
    ],
    notes: [
      'Ids stay as they are, with gaps: claims cite them. In some files the title before them is empty; then it is that of `--title`, or the name of the file.',
      'Of a link that the sentence splitter cut in two, each half keeps its words.',
    ],
  },
  leavesOut: [
    'Text that no id follows, such as the credits.',
    'The look of tables: their style and classes.',
  ],
  losses: [],
  sniff: (head) => hiddenSpan.test(head),
  *read(source, options = {}) {
    const { file, text } = source;
    const place = createPlaces(file, text);
    const tagged = readTaggedPieces(text);
    const known = tagged.find(({ id }) => id.title !== '')?.id.title;
    const wanted = cleanTitle(options.title ?? '');
    const title = known ?? (wanted === '' ? titleOfFileName(file) : wanted);
    const start = { start: 0, end: 0 };
    if (known !== undefined && wanted !== '' && known !== wanted) {
      const data = { title: known, wanted };
      yield {
        diagnostic: createDiagnostic(formatRules.articleTitle, 'other', { data, place: place(start) }),
      };
      return;
    }
    if (title === '') {
      yield { diagnostic: createDiagnostic(formatRules.articleTitle, 'none', { place: place(start) }) };
      return;
    }
    yield* readPieces(tagged, { text, title, known: known ?? '', place });
  },
};

const hiddenSpan = /<span\b[^<>]*visibility:\s*hidden[^<>]*>[^<>]*_[a-z_]+(?:_\d+)*<\/span>/;
const everySpan = /<span\b[^<>]*visibility:\s*hidden[^<>]*>([^<>]*)<\/span>/g;

/** An id, and what stands between the id before and it. */
interface Tagged {
  readonly id: EvidenceId;
  /** Of the text before it. */
  readonly start: number;
  /** Of the span that holds it. */
  readonly spanStart: number;
  readonly end: number;
}

function readTaggedPieces(text: string): Tagged[] {
  const found: Tagged[] = [];
  let start = 0;
  for (const match of text.matchAll(everySpan)) {
    const { 0: span, index, 1: written = '' } = match;
    // Titles are empty in files that were made to try the generator.
    const named = written.startsWith('_') ? `x${written}` : written;
    const id = parseEvidenceId(named);
    // Hidden text that is no id is left out of the text that it stands in.
    if (id === undefined) continue;
    const end = index + span.length;
    found.push({ id: named === written ? id : { ...id, title: '' }, start, spanStart: index, end });
    start = end;
  }
  return found;
}

interface Page {
  readonly text: string;
  readonly title: string;
  /** The title that the ids have, which may be none. */
  readonly known: string;
  readonly place: PlaceOf;
}

function* readPieces(
  tagged: readonly Tagged[],
  { text, title, known, place }: Page,
): Generator<ArticleResult> {
  const page = new PageBuilder();
  const diagnostics: Diagnostic[] = [];
  for (const { id, start, spanStart, end } of tagged) {
    if (id.title !== known) {
      const data = { id: [id.title, id.kind, ...id.numbers].join('_'), title: known };
      const span = { start: spanStart, end };
      diagnostics.push(createDiagnostic(formatRules.articleTitle, 'foreign', { data, place: place(span) }));
      continue;
    }
    page.add(id, text.slice(start, spanStart));
  }
  const rest = structureless(text.slice(tagged.at(-1)?.end ?? 0)).trim();
  if (rest !== '') page.leaveOut();
  for (const diagnostic of diagnostics) yield { diagnostic };
  if (page.elements.length === 0) {
    yield {
      diagnostic: createDiagnostic(formatRules.emptyArticle, 'none', { place: place({ start: 0, end: 0 }) }),
    };
    return;
  }
  const hidden = [...text.matchAll(everySpan)].length - tagged.length;
  const leftOut = new Map<string, number>();
  if (page.untagged > 0) leftOut.set('untagged text', page.untagged);
  if (hidden > 0) leftOut.set('hidden text', hidden);
  yield { article: { title, elements: page.elements }, leftOut };
}

/** Puts the elements of a page together as its ids come. */
class PageBuilder {
  readonly #elements = new NumberedElements();
  /** Pieces of text that no id follows. */
  untagged = 0;
  /** How many lists are open. */
  #depth = 0;

  get elements(): readonly DraftElement[] {
    return this.#elements.all;
  }

  /** Counts text that no id follows. */
  leaveOut(): void {
    this.untagged += 1;
  }

  /** Adds the element of an id. `raw` is all that stands before it. */
  add({ kind, numbers }: EvidenceId, raw: string): void {
    const [number = 0, second = 0, third = 0] = numbers;
    this.#depth = Math.max(0, this.#depth + depthChange(raw));
    switch (kind) {
      case 'sentence':
        this.#elements.all.push({
          kind,
          number,
          startsParagraph: this.elements.length === 0 || raw.includes('\n'),
          ...linked(wikitextText(this.#lastBlock(raw))),
        });
        break;
      case 'section': {
        const block = this.#lastBlock(raw);
        const marks = /^=*/.exec(block)?.[0] ?? '';
        const heading = block.slice(marks.length);
        const { text } = wikitextText(heading);
        this.#elements.all.push({ kind, number, text, ...(marks !== '' && { level: marks.length }) });
        break;
      }
      case 'table_infobox':
      case 'table_general':
        this.#check(raw);
        this.#elements.table(number).type = kind === 'table_infobox' ? 'infobox' : 'general';
        break;
      case 'table_caption':
        this.#elements.table(number).caption = wikitextText(structureless(raw).replace(/^\s*\|\+/, '')).text;
        break;
      case 'cell':
      case 'header_cell': {
        const { attributes, value } = takeCellApart(structureless(raw));
        const rowSpan = spanOf(attributes, 'rowspan');
        const columnSpan = spanOf(attributes, 'colspan');
        this.#elements.table(number).cells.push({
          row: second,
          column: third,
          isHeader: kind === 'header_cell',
          ...linked(wikitextText(value, true)),
          ...(rowSpan > 1 && { rowSpan }),
          ...(columnSpan > 1 && { columnSpan }),
        });
        break;
      }
      case 'item': {
        const level = Math.max(0, this.#depth - 1);
        this.#elements.list(number).items.push({
          number: second,
          ...linked(wikitextText(structureless(raw))),
          ...(level > 0 && { level }),
        });
        break;
      }
      case 'title':
        this.#check(raw);
        break;
      default:
        this.#check(raw);
        this.#elements.list(number).type = kind;
    }
  }

  /** What stands before a marker belongs to no element. */
  #check(raw: string): void {
    if (structureless(raw).trim() !== '') this.leaveOut();
  }

  /** The last of the blocks that stand before an id: blocks before it have no id of their own. */
  #lastBlock(raw: string): string {
    const blocks = structureless(raw)
      .trim()
      .split(/\n\s*\n/);
    this.untagged += blocks.length - 1;
    return blocks.at(-1) ?? '';
  }
}

/** The text without what only builds tables and lists: their beginnings, ends and rows, and the end of a heading. */
function structureless(raw: string): string {
  return raw
    .replace(everySpan, '')
    .replace(/^[ \t]*={1,6}[ \t]*(?=\n|$)/, '')
    .replace(/^(?:\{\|.*|\|-.*|\|\}.*)$/gm, '')
    .replace(/<\/?(?:ul|ol|dl|li)>/g, '')
    .replace(/^\n+/, '');
}

function depthChange(raw: string): number {
  let change = 0;
  for (const { 0: tag } of raw.matchAll(/<\/?(?:ul|ol|dl)>/g)) change += tag.startsWith('</') ? -1 : 1;
  return change;
}

/** A cell as `!rowspan="1", colspan="2" |value`; its attributes may be missing. */
function takeCellApart(cell: string): { readonly attributes: string; readonly value: string } {
  const [, attributes = '', value = ''] =
    /^\s*[!|]?((?:\s*[\w-]+\s*=\s*"[^"]*",?)*\s*(?<=")\s*\|(?!\|))?([\s\S]*)$/.exec(cell) ?? [];
  return { attributes, value };
}

function spanOf(attributes: string, name: 'rowspan' | 'colspan'): number {
  const span = Number(new RegExp(`\\b${name}\\s*=\\s*"\\s*(\\d{1,5})`).exec(attributes)?.[1] ?? 1);
  return Math.max(1, span);
}

function linked({ text, links }: InlineText): {
  readonly text: string;
  readonly links?: readonly DraftLink[];
} {
  if (links.length === 0) return { text };
  return {
    text,
    links: links.map(({ start, end, target }) => ({ anchor: text.slice(start, end), target })),
  };
}
