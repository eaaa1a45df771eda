import type { DraftArticle, DraftElement, DraftLink } from '../../corpus/draft-article.ts';
import type { ArticleLoss } from '../corpus-format.ts';

/** What a format makes of an article. */
export interface KeptArticle {
  /** The article as it comes back from the format; `undefined` where it is left out. */
  readonly article: DraftArticle | undefined;
  /** What it lost, in order. */
  readonly losses: readonly ArticleLoss[];
}

/** The article after all losses of a format, which is what the format writes, and the losses that were met. */
export function applyArticleLosses(losses: readonly ArticleLoss[], article: DraftArticle): KeptArticle {
  let kept = article;
  const met: ArticleLoss[] = [];
  for (const loss of losses) {
    const next = loss.forget(kept);
    if (next === kept) continue;
    met.push(loss);
    if (next === undefined) return { article: undefined, losses: met };
    kept = next;
  }
  return { article: kept, losses: met };
}

/**
 * The loss of what single elements lose: `forget` gives back the element as it comes back, the same object where it loses nothing,
 * `undefined` where it is left out.
 */
export function defineElementLoss(
  id: string,
  description: string,
  forget: (element: DraftElement) => DraftElement | undefined,
): ArticleLoss {
  return {
    id,
    description,
    forget: (article) => {
      const elements = article.elements.map(forget);
      if (elements.every((element, which) => element === article.elements[which])) return article;
      return { ...article, elements: elements.filter((element) => element !== undefined) };
    },
  };
}

/** The loss of all elements of a kind. */
export function defineKindLoss(kind: DraftElement['kind'], description: string): ArticleLoss {
  return defineElementLoss(`${kind}s`, description, (element) =>
    element.kind === kind ? undefined : element,
  );
}

export const paragraphsLoss: ArticleLoss = defineElementLoss(
  'paragraphs',
  'Which sentences stand in one paragraph: each comes back as a paragraph of its own.',
  (element) => {
    if (element.kind !== 'sentence' || element.startsParagraph !== false) return element;
    const { startsParagraph: _, ...rest } = element;
    return rest;
  },
);

/** The article whose title `change` has changed; the same object where it has not. */
export function withTitle(article: DraftArticle, title: string): DraftArticle {
  return title === article.title ? article : { ...article, title };
}

/** Something in an element that has a text. */
export interface LinkedText {
  readonly text: string;
  readonly links?: readonly DraftLink[];
}

/** The element with what `change` makes of its texts and their links; the same object where nothing is changed. */
export function mapTexts(
  element: DraftElement,
  change: <Part extends LinkedText>(part: Part) => Part,
): DraftElement {
  switch (element.kind) {
    case 'sentence':
    case 'section':
      return change(element);
    case 'table': {
      const cells = mapSame(element.cells, change);
      const { caption } = element;
      const changed = caption === undefined ? undefined : change({ text: caption }).text;
      if (cells === element.cells && changed === caption) return element;
      return { ...element, cells, ...(changed !== undefined && { caption: changed }) };
    }
    case 'list': {
      const items = mapSame(element.items, change);
      return items === element.items ? element : { ...element, items };
    }
  }
}

/** The items that `change` has changed; the same list where it has changed none. */
function mapSame<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.every((item, which) => item === items[which]) ? items : changed;
}

/** The part without its links; the same object where it has none. */
export function withoutLinks<Part extends LinkedText>(part: Part): Part {
  if (part.links === undefined || part.links.length === 0) return part;
  const { links: _, ...rest } = part;
  return rest as Part;
}
