import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Elements that nest deeper are no article: the time to parse them grows with the square of their number. */
export const maxDepth = 500;

class TooDeep extends Error {}

/** The tree of a page; `undefined` where its elements nest deeper than {@link maxDepth}. Nothing in it is run or fetched. */
export function parseHtml(text: string): HtmlParent | undefined {
  let depth = 0;
  const adapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1;
      if (depth > maxDepth) throw new TooDeep();
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  try {
    return parse(text, { treeAdapter: adapter });
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The text of a text node; `undefined` for any other node. */
export function textOf(node: HtmlNode): string | undefined {
  return node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : undefined;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The classes of an element, in lower case. */
export function classesOf(element: HtmlElement): readonly string[] {
  return attribute(element, 'class')?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
}

/** All elements below a node in the order of the page; `enters` tells below which of them to look. */
export function* descendants(
  node: HtmlParent,
  enters: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlElement> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    if (enters(child)) yield* descendants(child, enters);
  }
}

/** The first element below a node that is wanted. */
export function findElement(
  node: HtmlParent,
  wanted: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const element of descendants(node)) if (wanted(element)) return element;
  return undefined;
}
