import type { DraftArticle } from '../../corpus/draft-article.ts';
import { draftOfArticle } from '../../corpus/draft-of-article.ts';
import { parseCorpusFile } from '../../corpus/parse.ts';
import { printDraft } from '../../corpus/print-draft.ts';
import { isSameDraft } from '../../corpus/same-draft.ts';
import { encodeUtf8 } from '../../text/decode-utf8.ts';
import type { ArticleLoss, CorpusFormat } from '../corpus-format.ts';
import {
  applyArticleLosses,
  defineElementLoss,
  mapTexts,
  paragraphsLoss,
  withoutLinks,
} from './article-losses.ts';

const losses: readonly ArticleLoss[] = [
  {
    id: 'empty',
    description: 'Articles without any element: they are left out.',
    forget: (article) => (article.elements.length === 0 ? undefined : article),
  },
  defineElementLoss(
    'levels',
    'Levels of headings and of list items, and the types of lists inside items.',
    (element) => {
      if (element.kind === 'section' && element.level !== undefined) {
        const { level: _, ...rest } = element;
        return rest;
      }
      if (
        element.kind !== 'list' ||
        !element.items.some(({ level = 0, sublistType }) => level > 0 || sublistType)
      )
        return element;
      return {
        ...element,
        items: element.items.map(({ level: _, sublistType: __, ...rest }) => rest),
      };
    },
  ),
  defineElementLoss('spans', 'How many rows and columns a cell covers.', (element) => {
    if (
      element.kind !== 'table' ||
      element.cells.every(({ rowSpan = 1, columnSpan = 1 }) => rowSpan === 1 && columnSpan === 1)
    )
      return element;
    return { ...element, cells: element.cells.map(({ rowSpan: _, columnSpan: __, ...rest }) => rest) };
  }),
  paragraphsLoss,
  defineElementLoss('links', 'Links.', (element) => mapTexts(element, withoutLinks)),
  defineElementLoss('outer-blanks', 'White space at the beginning and at the end of a text.', (element) =>
    mapTexts(element, (part) => {
      const text = part.text.trim();
      return text === part.text ? part : { ...part, text };
    }),
  ),
  {
    id: 'ambiguous',
    description:
      'Articles that the text cannot say: a title or a text holds what is read as an id, or as the beginning of another article; they are left out.',
    forget: (article) => (isReadBack(article) ? article : undefined),
  },
];

/** claimset's own format of articles: the sentence-tagged text of the annotation wiki of FEVEROUS. */
export const taggedText: CorpusFormat = {
  id: 'tagged-text',
  title: 'Sentence-tagged text',
  url: 'https://fever.ai/dataset/feverous.html',
  extensions: ['txt'],
  page: {
    about:
      'The own format of claimset for articles: the text as the annotation wiki of FEVEROUS showed it, with an evidence id behind each element.',
    fields: [
      ['line 1', 'the title'],
      ['a paragraph', 'a sentence or a heading, a blank, its id'],
      ['a line of a table', 'the cells of a row, each with its id behind it, without a blank before it'],
      ['a paragraph of a list', 'an item with its id behind it'],
      ['an id alone', 'the marker of a table or a list, or an element without text'],
    ],
    notes: ['The whole file is held in memory, because its findings tell their places.'],
  },
  leavesOut: ['Text that has no id behind it, such as the title line, the banner and the credits.'],
  losses,
  sniff: (head) =>
    /^(?:Jump to navigation|.*From Wikipedia for FEVERv2)/m.test(head) || /\S_sentence_0\s/.test(head),
  *read({ file, text, invalidBytes = [] }) {
    if (text.trim() === '') return;
    const { articles, diagnostics } = parseCorpusFile(file, encodeUtf8({ text, invalidBytes }));
    for (const diagnostic of diagnostics) yield { diagnostic };
    for (const article of articles) {
      if (article.records.length > 0) yield { article: draftOfArticle(article) };
    }
  },
  *write(articles) {
    for (const article of articles) {
      const { article: kept } = applyArticleLosses(losses, article);
      if (kept !== undefined) yield printDraft(kept);
    }
  },
};

/** Whether the text says what the article says, as the first article of a file and behind another. */
function isReadBack(article: DraftArticle): boolean {
  const bytes = encodeUtf8({ text: printDraft(article).repeat(2), invalidBytes: [] });
  const { articles } = parseCorpusFile('', bytes);
  return articles.length === 2 && articles.every((read) => isSameDraft(draftOfArticle(read), article));
}
