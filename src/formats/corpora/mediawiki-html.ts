import type { ListType } from '../../corpus/draft-article.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { en } from '../../text/languages/en.ts';
import type { CorpusFormat } from '../corpus-format.ts';
import { formatRules } from '../format-rules.ts';
import { createPlaces } from '../text-places.ts';
import { articleResult } from './article-result.ts';
import { cleanTitle } from './article-title.ts';
import { DraftBuilder, type ItemParts } from './draft-builder.ts';
import { leftOutName } from './html-left-out.ts';
import { readTable } from './html-table.ts';
import { inlineText } from './html-text.ts';
import {
  attribute,
  classesOf,
  findElement,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  maxDepth,
  parseHtml,
  textOf,
} from './html-tree.ts';
import type { InlineText } from './inline-text.ts';

/** Headings of sections that tell where the text is from, and where to look further: the list of FEVEROUS' generator. */
const apparatus = new Set([
  'bibliography',
  'citations',
  'citations and references',
  'citations, notes, and references',
  'external links',
  'external links & references',
  'footnotes',
  'further reading',
  'gallery',
  'notes',
  'notes and references',
  'notes, citations, and references',
  'notes, references, and citations',
  'references',
  'references, citations, and notes',
  'references, notes, and citations',
  'sources',
  'works',
  'works cited',
]);

const listTypes = { ul: 'unordered_list', ol: 'ordered_list', dl: 'description_list' } as const;
type ListTag = keyof typeof listTypes;

/** Elements that hold blocks and are none themselves: what is in them is read as if they were not there. */
const wrappers = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'fieldset',
  'header',
  'hgroup',
  'html',
  'main',
  'section',
  'summary',
]);

/** An article page of a wiki as a browser shows it, or any other page. */
export const mediawikiHtml: CorpusFormat = {
  id: 'mediawiki-html',
  title: 'MediaWiki HTML',
  url: 'https://www.mediawiki.org/wiki/API:REST_API',
  extensions: ['html', 'htm'],
  page: {
    about:
      'An article page of Wikipedia or another wiki with MediaWiki: saved from a browser (both Vector skins) or fetched from its REST interface (Parsoid). Any other HTML page is read by its headings, paragraphs, lists and tables too.',
    fields: [
      ['p', 'sentences; hatnotes and loose text are too'],
      ['h2, h3, h4, h5, h6', 'sections with their level; `h1` only where it is not the title'],
      ['table.infobox', 'an infobox: cells on the grid, spans placed'],
      ['table.wikitable', 'a table; on pages without MediaWiki any table'],
      ['caption', 'the caption of its table'],
      [
        'ul, ol, dl',
        'lists; items count from 0 in each, also those of lists inside it; a term and its first description are one item',
      ],
      ['a', 'where it leads to another article, a link of the sentence, item or cell'],
    ],
    notes: [
      'The title is that of `--title`, else the heading of the page, else its `<title>`, else the name of the file.',
      'Infoboxes and other tables are counted together, as the generator of FEVEROUS does, and a row with a single empty cell is left out and keeps its number. What that generator drops besides is kept: rows of an infobox with one cell, lists in cells, quotations, words of links out of the wiki, what follows a section of references.',
      'A formula is its TeX.',
      'Scripts are not run and nothing is fetched.',
    ],
  },
  leavesOut: [
    'Images, recordings and galleries, with their captions.',
    'Navigation boxes, sidebars, notices about the article, tables of contents.',
    'References: their marks in the text, and the sections References, Notes, Sources, Bibliography, Further reading, External links, Works and Gallery with all that is in them.',
    'Tables that are neither infobox nor wikitable, where the page is from MediaWiki: they are for layout.',
    'Code and preformatted text.',
  ],
  losses: [],
  sniff: (head) =>
    /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|div|section|p|h[1-6])\b/i.test(head),
  *read(source, options = {}) {
    const tree = parseHtml(source.text);
    if (tree === undefined) {
      const place = createPlaces(source.file, source.text)({ start: 0, end: 0 });
      yield {
        diagnostic: createDiagnostic(formatRules.emptyArticle, 'deep', { data: { limit: maxDepth }, place }),
      };
      return;
    }
    const { root, isWiki } = findContent(tree);
    const title = titleOfPage(tree, isWiki);
    const builder = new DraftBuilder(options.words ?? en);
    new PageReader(builder, isWiki, options.title ?? title).read(root);
    yield articleResult(builder, { title }, source, options);
  },
};

/** Where the text of a page is, and whether MediaWiki made it. */
function findContent(tree: HtmlParent): { readonly root: HtmlParent; readonly isWiki: boolean } {
  const hasClass = (name: string) => (element: HtmlElement) => classesOf(element).includes(name);
  const outer = findElement(tree, (element) => attribute(element, 'id') === 'mw-content-text');
  const output = findElement(outer ?? tree, hasClass('mw-parser-output'));
  if (output !== undefined) return { root: output, isWiki: true };
  const body = findElement(tree, ({ tagName }) => tagName === 'body');
  const isWiki =
    outer !== undefined ||
    findElement(tree, (element) => attribute(element, 'data-mw-section-id') !== undefined) !== undefined;
  const main = findElement(tree, ({ tagName }) => tagName === 'main' || tagName === 'article');
  return { root: outer ?? (isWiki ? body : (main ?? body)) ?? tree, isWiki };
}

function titleOfPage(tree: HtmlParent, isWiki: boolean): string {
  const ignore = { leaveOut: () => {} };
  const textOfFirst = (wanted: (element: HtmlElement) => boolean): string | undefined => {
    const element = findElement(tree, wanted);
    const title = element === undefined ? '' : cleanTitle(inlineText(element.childNodes, ignore).text);
    return title === '' ? undefined : title;
  };
  const heading = textOfFirst((element) => attribute(element, 'id') === 'firstHeading');
  if (heading !== undefined) return heading;
  const titleOfHead = (): string | undefined => textOfFirst(({ tagName }) => tagName === 'title');
  const isRendered =
    findElement(tree, (element) => classesOf(element).includes('mw-parser-output')) !== undefined;
  if (isWiki) {
    // `Title - Wikipedia` in a browser, the title alone from the REST interface.
    const head = titleOfHead();
    return (isRendered ? head?.replace(/\s[-–—]\s[^-–—]+$/, '') : head) ?? '';
  }
  return textOfFirst(({ tagName }) => tagName === 'h1') ?? titleOfHead() ?? '';
}

/** Reads the blocks of a page in order. */
class PageReader {
  readonly #builder: DraftBuilder;
  readonly #isWiki: boolean;
  readonly #title: string;
  /** Level of the heading of a section that is left out; what stands in it is left out until a heading of this level. */
  #skipped: number | undefined;
  /** Text and elements between blocks, which are a paragraph. */
  #loose: HtmlNode[] = [];
  readonly #leaveOut = (what: string): void => this.#builder.leaveOut(what);

  constructor(builder: DraftBuilder, isWiki: boolean, title: string) {
    this.#builder = builder;
    this.#isWiki = isWiki;
    this.#title = title;
  }

  read(root: HtmlParent): void {
    this.#blocks(root);
    this.#flush();
  }

  #blocks(parent: HtmlParent): void {
    for (const node of parent.childNodes) {
      if (textOf(node) !== undefined) this.#loose.push(node);
      else if (isElement(node)) this.#block(node);
    }
  }

  #block(element: HtmlElement): void {
    const { tagName } = element;
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level !== undefined) {
      this.#flush();
      this.#heading(element, Number(level));
      return;
    }
    const classes = classesOf(element);
    const leftOut = leftOutName(element);
    if (leftOut !== undefined) {
      if (leftOut !== '' && this.#skipped === undefined) this.#leaveOut(leftOut);
      return;
    }
    if (tagName === 'p' || (wrappers.has(tagName) && classes.includes('hatnote'))) {
      this.#flush();
      this.#paragraph(element.childNodes);
    } else if (tagName in listTypes) {
      this.#flush();
      if (this.#skipped === undefined) this.#list(element, tagName as ListTag);
    } else if (tagName === 'table') {
      this.#flush();
      if (this.#skipped === undefined) this.#table(element, classes);
    } else if (wrappers.has(tagName)) {
      this.#flush();
      this.#blocks(element);
      this.#flush();
    } else this.#loose.push(element);
  }

  #heading(element: HtmlElement, level: number): void {
    const { text } = this.#text(element.childNodes);
    if (this.#skipped !== undefined && level > this.#skipped) return;
    this.#skipped = undefined;
    if (this.#isWiki && apparatus.has(text.toLowerCase())) {
      this.#skipped = level;
      this.#leaveOut('reference section');
      return;
    }
    // The heading of the page.
    if (level === 1 && cleanTitle(text) === this.#title) return;
    this.#builder.heading({ text, links: [] }, level);
  }

  #paragraph(nodes: readonly HtmlNode[]): void {
    if (this.#skipped === undefined) this.#builder.paragraph(this.#text(nodes));
  }

  #flush(): void {
    const nodes = this.#loose;
    this.#loose = [];
    if (nodes.length > 0) this.#paragraph(nodes);
  }

  #table(element: HtmlElement, classes: readonly string[]): void {
    const isInfobox = classes.includes('infobox');
    const isWanted = this.#isWiki
      ? isInfobox || classes.includes('wikitable')
      : attribute(element, 'role') !== 'presentation';
    if (isWanted) this.#builder.table(readTable(element, isInfobox ? 'infobox' : 'general', this.#leaveOut));
    else this.#leaveOut('other table');
  }

  #list(element: HtmlElement, tag: ListTag): void {
    this.#builder.list(listTypes[tag], [...this.#items(element, 0, listTypes[tag])]);
  }

  *#items(list: HtmlElement, level: number, type: ListType): Generator<ItemParts> {
    /** A term that waits for its description. */
    let term: InlineText | undefined;
    for (const node of list.childNodes) {
      if (!isElement(node) || leftOutName(node) !== undefined) continue;
      const { tagName } = node;
      // A list right inside a list, and a `div` around terms and descriptions.
      if (tagName in listTypes || tagName === 'div') {
        if (tagName === 'div') yield* this.#items(node, level, type);
        else yield* this.#items(node, level + 1, listTypes[tagName as ListTag]);
        continue;
      }
      const inner: HtmlElement[] = [];
      const text = this.#text([node], (one) => {
        if (!(one.tagName in listTypes)) return false;
        inner.push(one);
        return true;
      });
      if (tagName === 'dt') {
        if (term !== undefined) yield { ...term, level, type };
        term = text;
      } else {
        const joined = tagName === 'dd' && term !== undefined ? joinTerm(term, text) : text;
        if (tagName === 'dd') term = undefined;
        yield { ...joined, level, type };
      }
      if (inner.length > 0 && term !== undefined) {
        yield { ...term, level, type };
        term = undefined;
      }
      for (const one of inner)
        if (leftOutName(one) === undefined)
          yield* this.#items(one, level + 1, listTypes[one.tagName as ListTag]);
    }
    if (term !== undefined) yield { ...term, level, type };
  }

  #text(nodes: readonly HtmlNode[], skips?: (element: HtmlElement) => boolean): InlineText {
    return inlineText(nodes, { leaveOut: this.#leaveOut, ...(skips !== undefined && { skips }) });
  }
}

/** `term: description`, as the generator of FEVEROUS writes it. */
function joinTerm(term: InlineText, description: InlineText): InlineText {
  if (term.text === '') return description;
  if (description.text === '') return term;
  const start = `${term.text}${term.text.endsWith(':') ? '' : ':'} `;
  return {
    text: start + description.text,
    links: [
      ...term.links,
      ...description.links.map((link) => ({
        ...link,
        start: link.start + start.length,
        end: link.end + start.length,
      })),
    ],
  };
}
