import {
  draftOfFeverousPage,
  feverousPageOfDraft,
  feverousPages,
} from '../../formats/corpora/feverous-pages.ts';
import { normalForm, toNfc } from '../../text/normalise.ts';
import type { DatabaseFormat } from './database-format.ts';
import { parsePage } from './parse-page.ts';

/** The database of FEVEROUS: one page as JSON a row, ids and JSON in Unicode normal form D. */
export const feverousDb: DatabaseFormat = {
  id: 'feverous-db',
  title: 'FEVEROUS database (SQLite)',
  url: 'https://fever.ai/dataset/feverous.html',
  extensions: ['db'],
  page: {
    about:
      'The SQLite file of FEVEROUS (`feverous_wikiv1.db`, 53 GB): table `wiki`, one page as JSON a row, as in [feverous-pages](feverous-pages.md).',
    fields: [
      ['id', 'the title, in Unicode normal form D'],
      ['data', 'the page as JSON, in Unicode normal form D'],
    ],
    notes: [
      'Pages are looked up one by one; the file is never loaded, and opened so that nothing is written beside it: `claimset validate --format feverous --corpus feverous_wikiv1.db`. The 53 GB themselves were not at hand for a test.',
    ],
    clients: ['`feverous`: `FeverousDB` and `WikiPage` open it; titles, elements and texts equal'],
  },
  leavesOut: feverousPages.leavesOut,
  losses: feverousPages.losses,
  table: 'wiki',
  columns: ['data'],
  schema: 'CREATE TABLE wiki (id PRIMARY KEY, data json)',
  idsOf: (title) => [
    ...new Set(spellingsOf(title).flatMap((spelling) => [normalForm(spelling, 'NFD'), toNfc(spelling)])),
  ],
  titleOf: toNfc,
  isOf: (id, title) => spellingsOf(title).some((spelling) => toNfc(spelling) === toNfc(id)),
  draftOf: (_, [data = '']) =>
    parsePage(data, (json) => {
      const { article, problem } = draftOfFeverousPage(json);
      if (problem === undefined) return article;
      const { path, expected } = problem;
      return path.length === 0
        ? `it is no page, but should be ${expected}`
        : `its "${path.join('.')}" should be ${expected}`;
    }),
  rowOf: (article) => {
    const page = feverousPageOfDraft(article);
    if (page === undefined) return undefined;
    return { id: normalForm(page.title, 'NFD'), values: [decomposed(JSON.stringify(page))] };
  },
};

/** The text in normal form D; most pages are in it, and asking is quicker than looking for marks. */
function decomposed(text: string): string {
  return /[\u0080-\uffff]/.test(text) ? normalForm(text, 'NFD') : text;
}

/** The title, and as HTML has it: some titles of the release are escaped, once or twice. */
function spellingsOf(title: string): string[] {
  return [title, escapeTitle(title), escapeTitle(escapeTitle(title))];
}

function escapeTitle(title: string): string {
  return title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
