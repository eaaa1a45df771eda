import type { ArticleLayout, Unit } from '../../annotate/article/article-layout.ts';
import { toNfc } from '../../text/normalise.ts';
import { words } from '../words/words.ts';

/** Says under a table what heads the cell on which one stands, and clears what was said of the cell before. */
export function tellHeaders(root: HTMLElement, unit: Unit | undefined, layout: ArticleLayout): void {
  for (const line of root.querySelectorAll('.article-table-headers')) line.replaceChildren();
  if (unit?.grid === undefined) return;
  const line = root.querySelector(`[data-table="${unit.grid.table.number}"] .article-table-headers`);
  if (line === null) return;
  const [, row = 0, column = 0] = unit.record.numbers;
  const { rowHeaders = [], columnHeaders = [] } = unit.record.cell ?? {};
  const texts = (ids: readonly string[]) =>
    ids.flatMap((id) => layout.units.get(toNfc(id))?.record.text.replace(/\s+/g, ' ') || []);
  line.append(
    piece(words.article.row(row, texts(rowHeaders))),
    piece(words.article.column(column, texts(columnHeaders))),
  );
}

function piece(text: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = text;
  element.dir = 'auto';
  return element;
}
