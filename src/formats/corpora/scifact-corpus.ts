import type { DraftArticle, DraftElement } from '../../corpus/draft-article.ts';
import { isObject } from '../../text/is-object.ts';
import type { ArticleLoss, CorpusFormat } from '../corpus-format.ts';
import { firstRecord } from '../first-record.ts';
import { readJsonLines } from '../json-lines.ts';
import {
  applyArticleLosses,
  defineElementLoss,
  defineKindLoss,
  mapTexts,
  paragraphsLoss,
  withoutLinks,
} from './article-losses.ts';
import { type ArticleProblem, articlesOfRecords } from './articles-of-records.ts';
import { farNumbersLoss, gapsLoss, orderLoss } from './numbered-sentences.ts';

/** The level of a heading that is the title of the article itself, as `h1`. */
const titleLevel = 1;

const losses: readonly ArticleLoss[] = [
  {
    id: 'untitled',
    description: 'Articles without a title: they are left out.',
    forget: (article) => (article.title === '' ? undefined : article),
  },
  {
    id: 'sections',
    description:
      'Headings, except one of number 0 and level 1 at the beginning, which is the title of the abstract.',
    forget: (article) => {
      const elements = article.elements.filter(
        (element, which) => element.kind !== 'section' || (which === 0 && isTitle(element)),
      );
      return elements.length === article.elements.length ? article : { ...article, elements };
    },
  },
  {
    id: 'headline',
    description: 'That the abstract has no title of its own: it comes back with the title of the article.',
    forget: (article) =>
      article.elements[0]?.kind === 'section'
        ? article
        : { ...article, elements: [titleElement(article.title), ...article.elements] },
  },
  defineKindLoss('table', 'Tables: cells, header cells, captions.'),
  defineKindLoss('list', 'Lists and their items.'),
  paragraphsLoss,
  defineElementLoss('links', 'Links.', (element) => mapTexts(element, withoutLinks)),
  orderLoss,
  farNumbersLoss,
  gapsLoss,
];

/** The abstracts of SciFact (Wadden et al. 2020), which its claims cite by their number. */
export const scifactCorpus: CorpusFormat = {
  id: 'scifact-corpus',
  title: 'SciFact corpus',
  url: 'https://github.com/allenai/scifact',
  extensions: ['jsonl'],
  page: {
    about: 'The abstracts of SciFact (Wadden et al. 2020) in sentences, one a line.',
    fields: [
      ['doc_id', 'the title of the article: claims cite an abstract by its number'],
      ['title', 'a heading before the sentences: `section_0`, of level 1'],
      ['abstract', 'the sentences, numbered from 0'],
      ['structured', '`false`: whether the abstract has labelled parts is not known'],
    ],
    notes: [
      'The id of a sentence is `<doc_id>_sentence_<n>`, which is what claims that are read as SciFact cite.',
      'A title that is a whole number is written as a number, as in the release, any other as a string, which the programs of SciFact may not take.',
    ],
  },
  leavesOut: [
    '`structured`, which says whether the abstract has labelled parts.',
    'Other keys than those named above.',
  ],
  losses,
  sniff: (head) => {
    const record = firstRecord(head);
    return isObject(record) && Array.isArray(record.abstract) && Object.hasOwn(record, 'doc_id');
  },
  *read(source) {
    yield* articlesOfRecords(readJsonLines(source), readAbstract);
  },
  *write(articles) {
    for (const article of articles) {
      const { article: kept } = applyArticleLosses(losses, article);
      if (kept !== undefined) yield `${JSON.stringify(recordOf(kept))}\n`;
    }
  },
};

function readAbstract(json: Readonly<Record<string, unknown>>): DraftArticle | ArticleProblem {
  const { doc_id: id, title, abstract } = json;
  const isId = typeof id === 'string' ? id !== '' : Number.isSafeInteger(id);
  if (!isId) return { path: ['doc_id'], expected: 'a whole number, or a string that is not empty' };
  if (typeof title !== 'string') return { path: ['title'], expected: 'a string' };
  if (!Array.isArray(abstract)) return { path: ['abstract'], expected: 'a list of sentences' };
  const odd = abstract.findIndex((text) => typeof text !== 'string');
  if (odd >= 0) return { path: ['abstract', odd], expected: 'a sentence' };
  const sentences = (abstract as string[]).map((text, number) => ({
    kind: 'sentence' as const,
    number,
    text,
  }));
  return { title: String(id), elements: [titleElement(title), ...sentences] };
}

function recordOf({ title, elements }: DraftArticle): object {
  const [first] = elements;
  const number = Number(title);
  const isNumber = Number.isSafeInteger(number) && String(number) === title;
  return {
    doc_id: isNumber ? number : title,
    title: first?.kind === 'section' ? first.text : title,
    abstract: elements.flatMap((element) => (element.kind === 'sentence' ? [element.text] : [])),
    structured: false,
  };
}

function titleElement(text: string): DraftElement {
  return { kind: 'section', number: 0, text, level: titleLevel };
}

function isTitle(element: DraftElement): boolean {
  return element.kind === 'section' && element.number === 0 && element.level === titleLevel;
}
