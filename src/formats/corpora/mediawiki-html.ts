import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { en } from '../../text/languages/en.ts';
import type { CorpusFormat } from '../corpus-format.ts';
import { formatRules } from '../format-rules.ts';
import { createPlaces } from '../text-places.ts';
import { articleResult } from './article-result.ts';
import { cleanTitle } from './article-title.ts';
import { DraftBuilder } from './draft-builder.ts';
import { HtmlBlocks } from './html-blocks.ts';
import { inlineText } from './html-text.ts';
import {
  attribute,
  classesOf,
  findElement,
  type HtmlElement,
  type HtmlParent,
  maxDepth,
  parseHtml,
} from './html-tree.ts';

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
    new HtmlBlocks(builder, isWiki, options.title ?? title).read(root);
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
