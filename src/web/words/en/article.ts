const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What the page says in English: article. */
export const articleWords = {
  lead: 'Beginning',
  textLabel: (heading: string) => `${heading}: text`,
  tableLabel: (number: number) => `Table ${number}`,
  infoboxLabel: 'Infobox',
  captionLabel: (number: number) => `Caption of table ${number}`,
  scrollLabel: (name: string) => `${name}, scrolls sideways`,
  listLabel: (count: number) => (count === 1 ? 'List of one item' : `List of ${count} items`),
  cellsLabel: (number: number) => `Cells of table ${number}, which is too large to draw`,
  emptyCell: 'empty',
  gap: 'no cell: merged with another, or missing',
  empty: 'This article has no text.',
  nothingMarked: 'Nothing is chosen in this article.',
  /** Under a table, of the cell on which one stands, with what heads it. */
  row: (row: number, heads: readonly string[]) => [`Row ${row}`, ...heads].join(' › '),
  column: (column: number, heads: readonly string[]) => [`Column ${column}`, ...heads].join(' › '),
  /** What a screen reader says after the text of an element. */
  inActiveSet: (letter: string) => `in set ${letter}, the active one`,
  inSets: (letters: readonly string[]) =>
    letters.length === 1 ? `in set ${letters[0]}` : `in sets ${list.format(letters)}`,
  context: 'context',
  consulted: 'looked at',
  chosenBy: (letters: readonly string[]) =>
    letters.length === 1 ? `chosen by answer ${letters[0]}` : `chosen by answers ${list.format(letters)}`,
} as const;
