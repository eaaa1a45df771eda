import type {
  DraftArticle,
  DraftCell,
  DraftElement,
  DraftItem,
  DraftLink,
  ListType,
} from '../../corpus/draft-article.ts';
import type { SentenceWords } from '../../text/languages/sentence-words.ts';
import type { Span } from '../../text/span.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import type { InlineText, LinkSpan } from './inline-text.ts';

/** A table before it has a number. */
export interface TableParts {
  readonly type: 'infobox' | 'general';
  readonly caption?: string;
  readonly cells: readonly DraftCell[];
}

/** An item before it has a number. */
export interface ItemParts extends InlineText {
  readonly level: number;
  /** Of the list that the item stands in, where that stands in an item. */
  readonly type?: ListType;
}

/**
 * Puts an article together from what stands in a document, in order. Gives each element its number: sentences, sections, tables
 * (infoboxes too) and lists are counted over the whole article, items in their list. What has no text is no element.
 */
export class DraftBuilder {
  readonly #words: SentenceWords;
  readonly #elements: DraftElement[] = [];
  readonly #counts = { sentence: 0, section: 0, table: 0, list: 0 };
  readonly #leftOut = new Map<string, number>();

  constructor(words: SentenceWords) {
    this.#words = words;
  }

  /** Whether there is something that can be cited: headings alone cannot. */
  get hasEvidence(): boolean {
    return this.#elements.some(({ kind }) => kind !== 'section');
  }

  paragraph({ text, links }: InlineText): void {
    let firstLink = 0;
    for (const [which, { start, end }] of sentenceSpans(text, links, this.#words).entries()) {
      let lastLink = firstLink;
      while ((links[lastLink]?.end ?? Infinity) <= end) lastLink += 1;
      this.#elements.push({
        kind: 'sentence',
        number: this.#counts.sentence++,
        text: text.slice(start, end),
        startsParagraph: which === 0,
        ...draftLinks(text, links.slice(firstLink, lastLink)),
      });
      firstLink = lastLink;
    }
  }

  heading({ text }: InlineText, level: number): void {
    if (text === '') return;
    this.#elements.push({ kind: 'section', number: this.#counts.section++, text, level });
  }

  table({ type, caption, cells }: TableParts): void {
    const hasCaption = caption !== undefined && caption !== '';
    if (!hasCaption && cells.every(({ text }) => text === '')) return;
    this.#elements.push({
      kind: 'table',
      number: this.#counts.table++,
      type,
      ...(hasCaption && { caption }),
      cells,
    });
  }

  list(type: ListType, parts: readonly ItemParts[]): void {
    const items: DraftItem[] = [];
    for (const part of parts) {
      const { text, links, level } = part;
      if (text === '') continue;
      // The item above that the inner list stands in says what kind of list it is.
      const last = items.at(-1);
      if (part.type !== undefined && last !== undefined && (last.level ?? 0) === level - 1)
        items[items.length - 1] = { ...last, sublistType: part.type };
      items.push({
        number: items.length,
        text,
        ...(level > 0 && { level }),
        ...draftLinks(text, links),
      });
    }
    if (items.length > 0) this.#elements.push({ kind: 'list', number: this.#counts.list++, type, items });
  }

  /** Counts what is not taken over. `what` is a noun in the singular: `image`. */
  leaveOut(what: string, count = 1): void {
    if (count > 0) this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + count);
  }

  /** The article, and what was left out. */
  finish(title: string): { readonly article: DraftArticle; readonly leftOut: ReadonlyMap<string, number> } {
    return { article: { title, elements: this.#elements }, leftOut: this.#leftOut };
  }
}

/** The sentences of a paragraph. Inside the words of a link none ends: `Resolution No. 10` stays in one piece. */
function sentenceSpans(text: string, links: readonly LinkSpan[], words: SentenceWords): Span[] {
  const spans: Span[] = [];
  let nextLink = 0;
  let isOpen = false;
  for (const { start, end } of splitSentences(text, words)) {
    const last = spans.at(-1);
    if (isOpen && last !== undefined) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
    while ((links[nextLink]?.end ?? Infinity) <= end) nextLink += 1;
    isOpen = (links[nextLink]?.start ?? Infinity) < end;
  }
  return spans;
}

function draftLinks(text: string, links: readonly LinkSpan[]): { readonly links?: readonly DraftLink[] } {
  if (links.length === 0) return {};
  return { links: links.map(({ start, end, target }) => ({ anchor: text.slice(start, end), target })) };
}
