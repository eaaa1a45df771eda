import { displayWidth } from '../../text/display-width.ts';

/** The lines of a table of texts that are safe for a terminal, without line ends: the first row heads it, the first column stands at the left. */
export function plainTable(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
        return column === 0 ? cell + blanks : blanks + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
