import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEvidenceId } from '../../src/corpus/evidence-id.ts';
import { isMarker } from '../../src/corpus/evidence-kind.ts';
import { recordsOfDraft } from '../../src/corpus/records-of-draft.ts';
import { readLinks } from '../../src/formats/corpora/feverous-links.ts';
import {
  draftOfFeverousPage,
  type FeverousPage,
  feverousPageOfDraft,
} from '../../src/formats/corpora/feverous-pages.ts';
import { wikiPageContext } from '../../src/formats/corpora/wiki-page-context.ts';
import { toNfc } from '../../src/text/normalise.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { arbitraryArticles, exampleArticles } from '../formats/corpora/example-articles.ts';
import { askClient, whyNoClient } from './python.ts';

interface SaidPage {
  /** The name of an exception where the class fails. */
  readonly contexts: Readonly<Record<string, readonly string[] | string>>;
  readonly texts: Readonly<Record<string, string | null>>;
}

const why = whyNoClient('feverous.utils.wiki_page');

const goldenFile = path.resolve(import.meta.dirname, '../../../shared/golden/feverous/wikipage_model.json');

/** Tables with headers and spans, most of which fill their grid. */
const arbitraryTable = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 2 })), {
      minLength: 16,
      maxLength: 16,
    }),
  )
  .map(([height, width, choices]) => {
    const covered = new Set<string>();
    const rows: unknown[][] = [];
    for (let row = 0; row < height; row++) {
      const cells: unknown[] = [];
      for (let column = 0; column < width; column++) {
        if (covered.has(`${row} ${column}`)) continue;
        const [isHeader, span, tall] = choices[row * 4 + column] ?? [false, 6, 1];
        const columns = span === 1 && column + 1 < width ? 2 : 1;
        const tallness = span <= 2 ? tall : 1;
        for (let down = 0; down < tallness; down++)
          for (let right = 0; right < columns; right++) covered.add(`${row + down} ${column + right}`);
        cells.push({
          id: `${isHeader ? 'header_' : ''}cell_7_${row}_${column}`,
          value: `${row} ${column}`,
          is_header: isHeader,
          column_span: String(columns),
          row_span: String(tallness),
        });
      }
      rows.push(cells);
    }
    return rows;
  });

/** Pages of any articles, the golden one, and one with each of many tables under headings of any levels. */
function examplePages(): FeverousPage[] {
  const articles = [...exampleArticles, ...fc.sample(arbitraryArticles, { numRuns: 150, seed: 7 }).flat()];
  const levels = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 5 });
  const tables = fc
    .sample(fc.tuple(arbitraryTable, levels), { numRuns: 400, seed: 7 })
    .map(([table, chosen]) => ({
      title: 'Tables',
      order: [...chosen.map((_, which) => `section_${which}`), 'table_7', 'sentence_0'],
      table_7: { type: 'general', table, caption: 'Caption' },
      sentence_0: 'The end.',
      ...Object.fromEntries(chosen.map((level, which) => [`section_${which}`, { value: 'Heading', level }])),
    }));
  const golden = existsSync(goldenFile)
    ? [(JSON.parse(readFileSync(goldenFile, 'utf8')) as { page: FeverousPage }).page]
    : [];
  return [...articles.flatMap((article) => feverousPageOfDraft(article) ?? []), ...tables, ...golden];
}

test.skipIf(why !== undefined)(
  `the page class of FEVEROUS gives the texts and the contexts that we give${why === undefined ? '' : ` (${why})`}`,
  () => {
    const pages = examplePages().map((page) => {
      const draft = draftOfFeverousPage(page).article;
      const records = draft === undefined ? [] : recordsOfDraft(draft).filter(({ kind }) => !isMarker(kind));
      const ids = records.map(({ kind, number, row, column }) =>
        formatEvidenceId({
          title: '',
          kind,
          numbers: [number, row, column].filter((part) => part >= 0),
        }).slice(1),
      );
      return { page, ids, textOf: new Map(ids.map((id, which) => [id, records[which]?.text])) };
    });
    const file = path.join(temporaryFolder(), 'pages.jsonl');
    writeFileSync(file, pages.map(({ page, ids }) => `${JSON.stringify({ page, ids })}\n`).join(''));
    const said = askClient('feverous-pages.py', [file]) as readonly SaidPage[];
    const found = { texts: 0, contexts: 0, headers: 0, dropped: 0 };
    for (const [which, { page, ids, textOf }] of pages.entries()) {
      const contextOf = wikiPageContext(page);
      for (const id of ids) {
        const theirs = said[which]?.contexts[id];
        const ours = contextOf(id);
        const text = said[which]?.texts[id];
        if (typeof text === 'string') {
          expect(readLinks(toNfc(text)).text.trim()).toBe(textOf.get(id));
          found.texts += 1;
        }
        // The release of PyPI looks for a header cell among the elements of the page, where it is not.
        if (theirs === 'KeyError' && id.startsWith('header_cell_')) found.headers += 1;
        else if (Array.isArray(theirs)) {
          // Its header cells are sets, in no order; headings and title stand before them.
          const isHeader = (part: string) => part.startsWith('header_cell_');
          expect([id, ours?.filter((part) => !isHeader(part))]).toEqual([
            id,
            theirs.filter((part) => !isHeader(part)),
          ]);
          expect([id, ours?.filter(isHeader).toSorted()]).toEqual([id, theirs.filter(isHeader).toSorted()]);
          found.contexts += 1;
        } else {
          expect([id, ours]).toEqual([id, undefined]);
          found.dropped += 1;
        }
      }
    }
    // Each of them was met.
    expect(Object.values(found).every((count) => count > 20)).toBe(true);
  },
);
