import type { ListType } from '../../corpus/draft-article.ts';
import { cleanTitle } from './article-title.ts';
import type { DraftBuilder, ItemParts } from './draft-builder.ts';
import { leftOutName } from './html-left-out.ts';
import { readTable } from './html-table.ts';
import { inlineText } from './html-text.ts';
import {
  attribute,
  classesOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
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

/** Reads the blocks of a page in order: paragraphs, headings, lists and tables, whatever they are wrapped in. */
export class HtmlBlocks {
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
