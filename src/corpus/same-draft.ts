import type { DraftArticle, DraftElement, DraftLink } from './draft-article.ts';

/** Whether two drafts say the same, element by element. What is absent is its default. */
export function isSameDraft(a: DraftArticle, b: DraftArticle): boolean {
  return (
    a.title === b.title &&
    a.elements.length === b.elements.length &&
    a.elements.every((element, which) => {
      const other = b.elements[which];
      return other !== undefined && wordsOf(element) === wordsOf(other);
    })
  );
}

/** The element as a text that two elements share exactly if they say the same. */
function wordsOf(element: DraftElement): string {
  const { kind, number } = element;
  switch (element.kind) {
    case 'sentence':
      return words(kind, number, element.text, element.startsParagraph ?? true, linksOf(element));
    case 'section':
      return words(kind, number, element.text, element.level ?? null);
    case 'table':
      return words(
        kind,
        number,
        element.type,
        element.caption ?? null,
        element.cells.map((cell) => {
          const { row, column, isHeader, text, rowSpan = 1, columnSpan = 1 } = cell;
          return [row, column, isHeader, text, rowSpan, columnSpan, linksOf(cell)];
        }),
      );
    case 'list':
      return words(
        kind,
        number,
        element.type,
        element.items.map((item) => {
          const { level = 0, sublistType = null } = item;
          return [item.number, item.text, level, sublistType, linksOf(item)];
        }),
      );
  }
}

function words(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

function linksOf({ links = [] }: { readonly links?: readonly DraftLink[] }): readonly (readonly string[])[] {
  return links.map(({ anchor, target }) => [anchor, target]);
}
