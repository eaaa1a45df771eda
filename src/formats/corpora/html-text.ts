import { leftOutName } from './html-left-out.ts';
import {
  attribute,
  classesOf,
  findElement,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textOf,
} from './html-tree.ts';
import { InlineCollector, type InlineText } from './inline-text.ts';

/** How the text of elements is read. */
export interface TextOptions {
  /** Told what is not part of the text, a noun each time. */
  readonly leaveOut: (what: string) => void;
  /** Whether the text has lines, as in cells. */
  readonly keepsBreaks?: boolean;
  /** Elements inside that do not belong to the text because they are read for themselves, such as lists in an item. */
  readonly skips?: (element: HtmlElement) => boolean;
}

/** Elements between which words do not run together. */
const blockTags = new Set([
  'address',
  'article',
  'blockquote',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'main',
  'ol',
  'p',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
]);

/** The text of nodes as a reader sees it, links to other articles in it. */
export function inlineText(nodes: readonly HtmlNode[], options: TextOptions): InlineText {
  const collector = new InlineCollector(options.keepsBreaks);
  for (const node of nodes) collect(node, collector, options);
  return collector.finish();
}

function collect(node: HtmlNode, into: InlineCollector, options: TextOptions): void {
  const text = textOf(node);
  if (text !== undefined) into.add(text);
  if (!isElement(node)) return;
  const { tagName } = node;
  if (options.skips?.(node) === true) {
    into.lineBreak();
    return;
  }
  const leftOut = leftOutName(node);
  if (leftOut !== undefined) {
    if (leftOut !== '') options.leaveOut(leftOut);
    return;
  }
  if (tagName === 'br') {
    into.lineBreak();
    return;
  }
  if (tagName === 'math') {
    into.add(formulaText(node));
    return;
  }
  if (tagName === 'td' || tagName === 'th') into.add(' ');
  const isBlock = blockTags.has(tagName);
  if (isBlock) into.lineBreak();
  const addChildren = (): void => {
    for (const child of node.childNodes) collect(child, into, options);
  };
  const target = tagName === 'a' ? targetOf(node) : undefined;
  if (target === undefined) addChildren();
  else into.link(target, addChildren);
  if (isBlock) into.lineBreak();
}

/** The TeX of a formula where the page says it, without the braces and the style that MediaWiki puts around it. */
function formulaText(math: HtmlElement): string {
  const annotation = findElement(math, ({ tagName }) => tagName === 'annotation');
  const [node] = annotation?.childNodes ?? [];
  const tex = attribute(math, 'alttext') ?? (node === undefined ? undefined : textOf(node)) ?? '';
  return tex.replace(/^\s*\{\\(?:display|text|script)style\s*([\s\S]*)\}\s*$/, '$1').trim();
}

/** The title of the article that a link leads to; `undefined` for links out of the wiki, to files, and inside the page. */
function targetOf(link: HtmlElement): string | undefined {
  const classes = classesOf(link);
  if (classes.includes('external') || classes.includes('extiw') || classes.includes('image'))
    return undefined;
  const href = attribute(link, 'href') ?? '';
  const path = /^(?:(?:https?:)?\/\/[\w.-]+)?\/wiki\/([^?#]+)|^\.\/([^?#]+)/.exec(href);
  const name = path?.[1] ?? path?.[2];
  if (name === undefined) return undefined;
  const title = decodeAddress(name).replaceAll('_', ' ').trim();
  return title === '' || /^(?:File|Image|Category|Special|Template|Help|Wikipedia|Portal|Talk):/i.test(title)
    ? undefined
    : title;
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
