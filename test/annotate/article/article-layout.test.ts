import { describe, expect, test } from 'vitest';
import { isGrid, layOutArticle } from '../../../src/annotate/article/article-layout.ts';
import { articleOf, smallArticle } from './small-article.ts';

/** A layout as text: `#` a heading, `-` an item, `|` the cells of a row, `~` a gap, `(…)` what cannot be chosen. */
function drawn(article: Parameters<typeof layOutArticle>[0]): string {
  const name = (unit: { id: string; isChoosable: boolean } | undefined): string => {
    const short = unit?.id.replace(`${article.title}_`, '') ?? '~';
    return unit === undefined || unit.isChoosable ? short : `(${short})`;
  };
  const lines = layOutArticle(article).sections.flatMap(({ heading, blocks }) => [
    `# ${heading?.text ?? ''}`.trim(),
    ...blocks.flatMap((block) =>
      block.kind === 'table'
        ? [
            `table ${block.grid.table.number}, header rows ${block.grid.headerRows}, caption ${name(block.caption)}`,
            ...block.grid.rows.map((row) => `| ${row.map(name).join(' | ')}`),
          ]
        : block.parts.map(
            ({ kind, units }) => `${kind === 'paragraph' ? '' : `${kind}: `}${units.map(name).join(' ')}`,
          ),
    ),
  ]);
  return lines.join('\n');
}

describe('layOutArticle', () => {
  test('has every element where it stands', () => {
    expect(drawn(smallArticle)).toMatchInlineSnapshot(`
      "#
      sentence_0
      sentence_1
      table 0, header rows 0, caption ~
      | header_cell_0_0_0 | ~
      | header_cell_0_1_0 | cell_0_1_1
      # Reception
      sentence_2
      list: item_0_0 item_0_1
      table 1, header rows 1, caption table_caption_1
      | header_cell_1_0_0 | header_cell_1_0_1 | header_cell_1_0_2
      | header_cell_1_1_0 | cell_1_1_1 | cell_1_1_2
      | header_cell_1_2_0 | ~ | cell_1_2_2
      | header_cell_1_3_0 | (cell_1_3_1) | cell_1_3_2
      # Legacy
      sentence_3"
    `);
  });

  test('a list cut in two by a sentence stays two parts', () => {
    const article = articleOf(`X

X_ordered_list_0
oneX_item_0_0

Between. X_sentence_0

twoX_item_0_1
`);
    expect(drawn(article)).toMatchInlineSnapshot(`
      "#
      list: item_0_0
      sentence_0
      list: item_0_1"
    `);
  });

  test('a sentence that goes on in the line stands in the same paragraph', () => {
    expect(drawn(articleOf('X\n\nOne. X_sentence_0 Two. X_sentence_1\n\nThree. X_sentence_2\n'))).toBe(
      '#\nsentence_0 sentence_1\nsentence_2',
    );
  });

  test('cells of a table too sparse to be drawn stand for themselves', () => {
    const article = articleOf('X\n\nX_table_general_0\naX_cell_0_0_0 bX_cell_0_9999_9999\n');
    expect(drawn(article)).toBe('#\ncells: cell_0_0_0 cell_0_9999_9999');
  });

  test('of two elements with one id only the first can be stood on', () => {
    const { units, stops } = layOutArticle(articleOf('X\n\nOne. X_sentence_0\n\nTwo. X_sentence_0\n'));
    expect([...units.values()].map(({ record }) => record.text)).toEqual(['One.']);
    expect(stops).toHaveLength(1);
  });

  test('all elements are stops, or cells of a table that is one', () => {
    const { units, stops, positions } = layOutArticle(smallArticle);
    const reached = stops.flatMap((stop) => (isGrid(stop) ? stop.rows.flat() : [stop]));
    expect(new Set(reached.filter((unit) => unit !== undefined))).toEqual(new Set(units.values()));
    expect(stops.map((stop) => positions.get(stop))).toEqual(stops.map((_, at) => at));
  });

  test('long texts are cut into blocks', () => {
    const sentences = Array.from({ length: 100 }, (_, n) => `S${n}. X_sentence_${n}\n`);
    const [lead] = layOutArticle(articleOf(`X\n\n${sentences.join('\n')}`)).sections;
    expect(
      lead?.blocks.map((block) =>
        block.kind === 'text' ? block.parts.flatMap(({ units }) => units).length : 0,
      ),
    ).toEqual([40, 40, 20]);
  });

  test('an article without text has one empty section', () => {
    expect(drawn(articleOf('X\n'))).toBe('#');
  });
});
