import type { Column, DataTable } from '../../block.ts';
import { cellWords } from '../cell-words.ts';
import { languageOf } from './language-of.ts';
import { html, type Markup, nothing } from './markup.ts';

/** A table in a region of its own, which alone is scrolled where the page is narrower. */
export function printTable(table: DataTable, language: string): Markup {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${table.caption}">${bareTable(table, language)}</div>
`;
}

/** A table that is seen when its caption is opened, or what stands for the caption. */
export function printFoldedTable(table: DataTable, summary: string | Markup, language: string): Markup {
  return html`<details><summary>${summary}</summary>
${printTable(table, language)}</details>
`;
}

/** Columns whose cells all have at most so many characters are not broken into lines; those with more than the second get room. */
const [maxShortChars, maxUsualChars] = [20, 40];

function bareTable({ caption, columns: given, rows }: DataTable, language: string): Markup {
  const columns = given.map((column, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, cellWords(row[at] ?? null, column).length), 0);
    return { ...column, longest };
  });
  const head = columns.map(
    (column) =>
      html`<th scope="col"${column.isNumber === true ? html` class="n"` : nothing}>${column.name}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const column: Column & { readonly longest: number } = columns[at] ?? {
        name: '',
        longest: maxUsualChars,
      };
      const text = cellWords(cell, column);
      const quoted = column.isQuoted === true ? languageOf(language) : nothing;
      return at === 0
        ? html`<th scope="row"${columnClass(column)}${quoted}>${text}</th>`
        : html`<td${columnClass(column)}${quoted}>${text}</td>`;
    });
    return html`<tr>${cells}</tr>
`;
  });
  return html`<table>
<caption><span>${caption}</span></caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>`;
}

function columnClass({ isNumber, longest }: Column & { readonly longest: number }): Markup {
  if (isNumber === true) return html` class="n"`;
  if (longest > maxUsualChars) return html` class="t"`;
  return longest <= maxShortChars ? html` class="w"` : html` class="m"`;
}
