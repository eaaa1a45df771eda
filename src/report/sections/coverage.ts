import type { Article } from '../../corpus/article.ts';
import {
  type ArticleCoverage,
  type EvidenceCoverage,
  measureEvidenceCoverage,
} from '../../stats/artefacts/evidence-coverage.ts';
import { plural } from '../../text/plural.ts';
import type { Block, HeatmapArticle } from '../block.ts';
import { countWords, percentWords } from '../number-words.ts';
import { defineSection } from '../section.ts';
import { shortened } from '../shortened.ts';

interface CoverageData extends Omit<EvidenceCoverage, 'articles'> {
  readonly articles: number;
  /** Articles of which something is cited. */
  readonly citedArticles: number;
  /** Headings of sections that no claim rests on, with their articles; the first ones. */
  readonly uncovered: readonly { readonly article: string; readonly heading: string }[];
  readonly uncoveredSections: number;
  /** The articles of which most elements are cited, with their texts. */
  readonly shown: readonly HeatmapArticle[];
}

/** A page with more than this is hard to read and slow to open. */
const maxArticles = 4;
const maxRecords = 3000;
const maxUncovered = 20;
const maxTextChars = 500;
const lead = 'Before the first heading';

/** Which sentences and cells of the articles are evidence, and for which label. */
export const coverage = defineSection<CoverageData>({
  id: 'coverage',
  title: 'Coverage of the articles',
  measure: ({ articles, claims }) => {
    if (articles.length === 0)
      return {
        missing:
          'The articles are not at hand. For a dataset folder with its corpus this section shows which sentences and cells are evidence.',
      };
    const { articles: measured, ...figures } = measureEvidenceCoverage(
      articles,
      claims.map(({ claim }) => claim),
    );
    const uncovered = measured.flatMap(({ title, sections }) =>
      sections.flatMap(({ heading, cited }) =>
        cited > 0 ? [] : [{ article: title, heading: heading?.text ?? lead }],
      ),
    );
    return {
      ...figures,
      articles: articles.length,
      citedArticles: measured.filter((article) => article.cited > 0).length,
      uncovered: uncovered.slice(0, maxUncovered),
      uncoveredSections: uncovered.length,
      shown: [...mostCited(measured, articles)],
    };
  },
  headline: ({ citable, cited, sections, covered }) =>
    `${countWords(cited)} of ${countWords(citable)} elements are cited, in ${countWords(covered)} of ${countWords(sections)} sections`,
  *blocks(data): Generator<Block> {
    const { citable, cited, sections, covered, articles, citedArticles, shown } = data;
    yield {
      kind: 'figures',
      figures: [
        ...(articles === 1
          ? []
          : [
              {
                name: 'articles with evidence',
                value: `${countWords(citedArticles)} of ${countWords(articles)}`,
                meaning: 'Articles of which some claim cites something.',
              },
            ]),
        {
          name: 'sections with evidence',
          value: `${countWords(covered)} of ${countWords(sections)}`,
          meaning: 'Sections in which some claim cites something.',
        },
        {
          name: 'elements cited',
          value: citable === 0 ? '–' : percentWords(cited / citable),
          meaning: `${countWords(cited)} of ${countWords(citable)} sentences, cells, items and captions.`,
        },
        ...(data.unresolved === 0
          ? []
          : [
              {
                name: 'ids that no article has',
                value: countWords(data.unresolved),
                meaning: 'Cited by claims; not counted here. `claimset validate` names them.',
              },
            ]),
      ],
    };
    yield* uncoveredBlocks(data);
    if (shown.length === 0) return;
    if (articles > shown.length)
      yield {
        kind: 'paragraph',
        text: `Shown ${shown.length === 1 ? 'is the article' : `are the ${shown.length} articles`} with the most cited elements, of ${countWords(articles)}.`,
      };
    const records = shown.flatMap((article) => article.sections.flatMap((section) => section.records)).length;
    if (records === maxRecords)
      yield { kind: 'note', text: `Shown are the first ${countWords(maxRecords)} elements.` };
    yield {
      kind: 'heatmap',
      name: 'Every sentence and cell in the order of the article, by how many claims of each label cite it; a section opens to its texts',
      labels: data.labels,
      articles: shown,
    };
  },
});

function* uncoveredBlocks({ uncovered, uncoveredSections, articles }: CoverageData): Generator<Block> {
  if (uncoveredSections === 0) return;
  const more = uncoveredSections - uncovered.length;
  if (articles === 1)
    yield {
      kind: 'note',
      text: `${countWords(uncoveredSections)} ${plural('section', uncoveredSections)} without a claim: ${uncovered.map(({ heading }) => heading).join('; ')}${more > 0 ? `; and ${countWords(more)} more` : ''}.`,
    };
  else
    yield {
      kind: 'table',
      isFolded: true,
      table: {
        caption:
          more > 0
            ? `Sections without a claim, the first ${countWords(uncovered.length)} of ${countWords(uncoveredSections)}`
            : 'Sections without a claim',
        columns: [
          { name: 'article', isQuoted: true },
          { name: 'section', isQuoted: true },
        ],
        rows: uncovered.map(({ article, heading }) => [article, heading]),
      },
    };
}

/** The articles of which most is cited, with their texts, as far as they fit. */
function* mostCited(
  measured: readonly ArticleCoverage[],
  articles: readonly Article[],
): Generator<HeatmapArticle> {
  let room = maxRecords;
  const ranked = measured
    .map((coverage, at) => ({ coverage, article: articles[at] as Article }))
    .filter(({ coverage }) => coverage.cited > 0)
    .sort((a, b) => b.coverage.cited - a.coverage.cited)
    .slice(0, maxArticles);
  for (const { coverage, article } of ranked) {
    const texts = new Map(article.records.map(({ id, text }) => [id, text]));
    yield {
      title: article.title,
      sections: coverage.sections.flatMap(({ heading, records }) => {
        const shown = records.slice(0, room);
        room -= shown.length;
        if (shown.length === 0) return [];
        return {
          heading: heading?.text ?? lead,
          records: shown.map(({ id, claims }) => ({
            id: id.startsWith(`${article.title}_`) ? id.slice(article.title.length + 1) : id,
            text: shortened(texts.get(id) ?? '', maxTextChars),
            counts: claims,
          })),
        };
      }),
    };
    if (room === 0) return;
  }
}
