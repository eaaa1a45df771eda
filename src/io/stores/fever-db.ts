import { pageOfTitle, titleOfPage } from '../../corpus/fever-page.ts';
import { draftOfWikiPage, wikiPageOfDraft, wikiPages } from '../../formats/corpora/wiki-pages.ts';
import { toNfc } from '../../text/normalise.ts';
import type { DatabaseFormat } from './database-format.ts';

/** The database that FEVER's baseline makes of the wiki-pages: their ids in Unicode normal form D, all else as it stands. */
export const feverDb: DatabaseFormat = {
  id: 'fever-db',
  title: 'FEVER database (SQLite)',
  url: 'https://github.com/sheffieldnlp/fever-naacl-2018',
  extensions: ['db'],
  page: {
    about:
      'The SQLite file that the baseline of FEVER makes of the [wiki-pages](wiki-pages.md), and that most systems for FEVER look pages up in: table `documents`, one page a row.',
    fields: [
      ['id', 'the name of the page, in Unicode normal form D'],
      ['text', 'the sentences in a row'],
      ['lines', 'the sentences, one a line behind its number'],
    ],
    notes: [
      'Pages are looked up one by one; the file is never loaded, and opened so that nothing is written beside it: `claimset validate --format fever --corpus fever.db`.',
    ],
    clients: ['`sqlite3` of Python, as the baseline opens it: ids, texts and lines equal'],
  },
  leavesOut: wikiPages.leavesOut,
  losses: wikiPages.losses,
  table: 'documents',
  columns: ['text', 'lines'],
  schema: 'CREATE TABLE documents (id PRIMARY KEY, text, lines)',
  idsOf: (title) => {
    const page = pageOfTitle(title);
    return [...new Set([page, toNfc(page)])];
  },
  titleOf: titleOfPage,
  isOf: (id, title) => titleOfPage(id) === title,
  draftOf: (id, [text = '', lines = '']) =>
    draftOfWikiPage({ id, text, lines }) ?? 'its "lines" do not begin with a number',
  rowOf: (article) => {
    const page = wikiPageOfDraft(article);
    if (page === undefined) return undefined;
    const { id, text, lines } = page;
    return { id, values: [text, lines] };
  },
};
