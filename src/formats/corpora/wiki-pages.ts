import type { DraftArticle, DraftLink, DraftSentence } from '../../corpus/draft-article.ts';
import { pageOfTitle, titleOfPage } from '../../corpus/fever-page.ts';
import { isObject } from '../../text/is-object.ts';
import type { ArticleLoss, CorpusFormat } from '../corpus-format.ts';
import { firstRecord } from '../first-record.ts';
import { readJsonLines } from '../json-lines.ts';
import {
  applyArticleLosses,
  defineElementLoss,
  defineKindLoss,
  paragraphsLoss,
  withTitle,
} from './article-losses.ts';
import { articlesOfRecords, type ReadArticle } from './articles-of-records.ts';
import { gapsLoss, orderLoss, sentencesOf } from './numbered-sentences.ts';

/** A page as the files of FEVER's corpus have it, and as the columns of the database that its baseline makes of them. */
export interface WikiPage {
  readonly id: string;
  /** The sentences in a row; `lines` says the same and more. */
  readonly text?: string;
  readonly lines: string;
}

const losses: readonly ArticleLoss[] = [
  {
    id: 'untitled',
    description: 'Articles without a title: they are left out.',
    forget: (article) => (article.title === '' ? undefined : article),
  },
  {
    id: 'titles',
    description:
      'Underscores, escapes such as -LRB- and uncomposed characters in titles: the escapes of FEVER cannot tell them from blanks, brackets and composed characters.',
    forget: (article) => withTitle(article, titleOfPage(pageOfTitle(article.title))),
  },
  defineKindLoss('section', 'Headings.'),
  defineKindLoss('table', 'Tables: cells, header cells, captions.'),
  defineKindLoss('list', 'Lists and their items.'),
  paragraphsLoss,
  defineElementLoss(
    'separators',
    'Tabs and line breaks in sentences and links, which are what separates them: each comes back as a blank.',
    (element) => (element.kind === 'sentence' ? withoutSeparators(element) : element),
  ),
  defineElementLoss('links', 'Links with neither words nor target.', (element) => {
    if (element.kind !== 'sentence' || element.links === undefined) return element;
    const links = element.links.filter(isSaid);
    return links.length === element.links.length ? element : withLinks(element, links);
  }),
  orderLoss,
  gapsLoss,
];

/** The pages of FEVER's Wikipedia (Thorne et al. 2018): the introductions of 5.4 million articles, sentence by sentence. */
export const wikiPages: CorpusFormat = {
  id: 'wiki-pages',
  title: 'FEVER wiki-pages',
  url: 'https://fever.ai/dataset/fever.html',
  extensions: ['jsonl'],
  page: {
    about:
      'The corpus of FEVER (Thorne et al. 2018): the introductions of the English Wikipedia of June 2017 in sentences, one page a line.',
    fields: [
      [
        'id',
        'the title with `_` for blanks and `-LRB-`, `-RRB-`, `-LSB-`, `-RSB-`, `-COLON-` for brackets and colons, in Unicode normal form D',
      ],
      ['text', 'the sentences, each with a blank behind it'],
      [
        'lines',
        'a row for each sentence: its number, a tab, the sentence, and for each link a tab, its words, a tab, the title it leads to',
      ],
    ],
    notes: [
      'A sentence keeps its number, and a row without text is an empty sentence: sentence 0 stays sentence 0.',
      'Some sentences of the release hold a line break. A row belongs to the row above where it does not begin with a number and a tab, where its number is not larger, and where the next number stands further down.',
      'The text of the release was cut into tokens (`-LRB-`, `` `` ``): it stays as it is, in sentences and in links.',
      'The baseline of FEVER finds a sentence by counting rows. Numbers that no sentence has are therefore written as empty sentences.',
    ],
  },
  leavesOut: [
    '`text`, which repeats the sentences of `lines`.',
    'The first record of the release, which has neither id nor lines.',
    'Keys other than `id`, `text` and `lines`.',
  ],
  losses,
  sniff: (head) => {
    const record = firstRecord(head);
    return isObject(record) && typeof record.lines === 'string' && typeof record.id === 'string';
  },
  *read(source) {
    yield* articlesOfRecords(readJsonLines(source), readWikiPage);
  },
  *write(articles) {
    for (const article of articles) {
      const page = wikiPageOfDraft(article);
      if (page !== undefined) yield `${JSON.stringify(page)}\n`;
    }
  },
};

/** What a record of the corpus is read as. */
export const readWikiPage: ReadArticle = ({ id, lines }) => {
  if (typeof id !== 'string') return { path: ['id'], expected: 'a string' };
  if (typeof lines !== 'string') return { path: ['lines'], expected: 'a string' };
  if (id === '') return lines === '' ? undefined : { path: ['id'], expected: 'the name of the page' };
  const rows = 'rows that begin with a number and a tab';
  return draftOfWikiPage({ id, lines }) ?? { path: ['lines'], expected: rows };
};

/**
 * The article of a page: its sentences with their numbers, empty ones too, and the links of each. `undefined` for a page without an
 * id, and for one whose `lines` do not begin with a number.
 */
export function draftOfWikiPage({ id, lines }: WikiPage): DraftArticle | undefined {
  if (id === '') return undefined;
  const elements: DraftSentence[] = [];
  const title = titleOfPage(id);
  if (lines === '') return { title, elements };
  const rows = lines.split('\n');
  const numbers = rows.map(rowNumber);
  const lastRowOf = new Map(numbers.map((number, which) => [number, which]));
  let last = -1;
  let row = '';
  for (const [which, line] of rows.entries()) {
    const number = numbers[which];
    const isNext =
      number !== undefined &&
      number > last &&
      (number === last + 1 || (lastRowOf.get(last + 1) ?? -1) < which);
    if (!isNext) {
      if (last < 0) return undefined;
      row += `\n${line}`;
      continue;
    }
    if (last >= 0) elements.push(sentenceOf(last, row));
    last = number;
    row = line;
  }
  elements.push(sentenceOf(last, row));
  return { title, elements };
}

/** The page of an article, without what the format cannot say; `undefined` for an article without a title. */
export function wikiPageOfDraft(article: DraftArticle): Required<WikiPage> | undefined {
  const { article: kept } = applyArticleLosses(losses, article);
  if (kept === undefined) return undefined;
  const sentences = sentencesOf(kept);
  return {
    id: pageOfTitle(kept.title),
    text: sentences.map(({ text }) => (text === '' ? '' : `${text} `)).join(''),
    lines: sentences.map(printRow).join('\n'),
  };
}

/** The number that a row begins with; `undefined` where it begins with none, or goes on behind it as a word does. */
function rowNumber(row: string): number | undefined {
  const digits = /^(0|[1-9]\d{0,8})(?:\t|$)/.exec(row)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function sentenceOf(number: number, row: string): DraftSentence {
  const [, text = '', ...fields] = row.split('\t');
  const links: DraftLink[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    const link = { anchor: fields[at] ?? '', target: fields[at + 1] ?? '' };
    if (isSaid(link)) links.push(link);
  }
  return withLinks({ kind: 'sentence', number, text }, links);
}

function printRow({ number, text, links = [] }: DraftSentence): string {
  return [number, text, ...links.flatMap(({ anchor, target }) => [anchor, target])].join('\t');
}

function isSaid({ anchor, target }: DraftLink): boolean {
  return anchor !== '' || target !== '';
}

function withLinks(sentence: DraftSentence, links: readonly DraftLink[]): DraftSentence {
  const { links: _, ...rest } = sentence;
  return links.length === 0 ? rest : { ...rest, links };
}

function withoutSeparators(sentence: DraftSentence): DraftSentence {
  const { text, links = [] } = sentence;
  const plain = [text, ...links.flatMap(({ anchor, target }) => [anchor, target])];
  if (!plain.some((part) => /[\t\n]/.test(part))) return sentence;
  return withLinks(
    { ...sentence, text: blanks(text) },
    links.map(({ anchor, target }) => ({ anchor: blanks(anchor), target: blanks(target) })),
  );
}

function blanks(text: string): string {
  return text.replace(/[\t\n]/g, ' ');
}
