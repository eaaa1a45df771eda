import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FeverousPage } from '../../../src/formats/corpora/feverous-pages.ts';
import { wikiPageContext } from '../../../src/formats/corpora/wiki-page-context.ts';

const file = path.resolve(import.meta.dirname, '../../../../shared/golden/feverous/wikipage_model.json');

interface Golden {
  readonly page: FeverousPage;
  readonly context: Readonly<Record<string, { readonly ok: boolean; readonly ids?: readonly string[] }>>;
}

test.skipIf(!existsSync(file))(
  'contexts are those of the official program (skipped where ../shared/golden is absent)',
  () => {
    const { page, context } = JSON.parse(readFileSync(file, 'utf8')) as Golden;
    const contextOf = wikiPageContext(page);
    expect(Object.keys(context).length).toBeGreaterThan(40);
    for (const [id, { ok, ids }] of Object.entries(context)) {
      // Its header cells come in no order.
      expect([id, contextOf(id)?.toSorted()]).toEqual([id, ok ? ids?.toSorted() : undefined]);
    }
  },
);

test('what it does not find, it does not tell', () => {
  const page = {
    title: 'A',
    order: ['table_0', 'table_1', 'list_0', 'list_1'],
    table_0: { type: 'general', table: [] },
    table_1: {
      type: 'general',
      table: [[{ id: 'cell_1_0_0', value: 'x', is_header: false, column_span: 'all', row_span: '1' }]],
    },
    list_0: { type: 'ordered_list', list: [{ id: 'item_0_0', value: '', level: 0 }] },
    list_1: { type: 'ordered_list', list: [{ id: 'item_1_0', value: 'deep', level: 11 }] },
  };
  const contextOf = wikiPageContext(page);
  for (const id of [
    'table_caption_0',
    'cell_1_0_0',
    'header_cell_0_0_0',
    'item_0_0',
    'item_1_0',
    'sentence_0',
  ])
    expect([id, contextOf(id)]).toEqual([id, undefined]);
  expect(contextOf('section_0')).toEqual([]);
});
