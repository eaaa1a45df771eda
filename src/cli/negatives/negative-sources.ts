import type { Config } from '../../claims/config.ts';
import type { NegativeSampler } from '../../claims/negatives.ts';
import type { Article } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { buildSearcher } from '../../retrieve/build-searcher.ts';
import { drqaIndexSettings } from '../../retrieve/drqa-index-settings.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import type { NegativeSources } from '../../retrieve/negatives/candidate.ts';
import type { LookedAt } from '../../retrieve/negatives/looked-at.ts';
import { recordsOfArticle } from '../../retrieve/records/records-of-article.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import type { SearchRecord } from '../../retrieve/records/search-record.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import type { CommandIo } from '../command-io.ts';
import { openSearcher } from '../search/open-searcher.ts';

/** What negatives are to be taken from. */
export interface SourcesRequest {
  readonly dataset: string | undefined;
  readonly config: Config;
  readonly evidence: Evidence;
  /** Whether these are other articles than those of the dataset, of which neither its index nor its engine knows. */
  readonly isOther: boolean;
  readonly lookedAt: ReadonlyMap<string, LookedAt>;
  readonly samplers: readonly NegativeSampler[];
  /** `--index`: for `hard`. */
  readonly index: string | undefined;
  /** `--article-index`: for `nearest-p` and `random-s`. */
  readonly articleIndex: string | undefined;
  /** `--engine`. */
  readonly engine: string | undefined;
}

/** Sources that are to be closed. */
export interface OpenSources extends NegativeSources {
  /** How the nearest articles are found, where they are. */
  readonly nearestBy?: string;
  /** Number of articles with sentences, where all are in memory. */
  readonly articleCount?: number;
  readonly close: () => Promise<void>;
}

/** Opens what the samplers look into, and nothing else. @throws ToolError where there is nothing to look into. */
export async function openNegativeSources(request: SourcesRequest, io: CommandIo): Promise<OpenSources> {
  const { articles } = request.evidence;
  const opened: EvidenceSearcher[] = [];
  const close = async (): Promise<void> => {
    for (const searcher of opened) await searcher.close();
  };
  const open = async (level: SearchLevel, index: string | undefined): Promise<EvidenceSearcher> => {
    const { config, dataset, isOther } = request;
    // A file that is named goes before an engine.
    const engine = index === undefined ? request.engine : undefined;
    if (isOther && index === undefined && engine === undefined) {
      if (articles.length === 0) throw new UsageError(noIndexOf(level));
      return buildSearcher('The corpus', articles, [level], settingsOfConfig(config));
    }
    const own = index === undefined && articles.length > 0 ? () => articles : undefined;
    const { searcher } = await openSearcher({ dataset, index, engine, levels: [level], articles: own }, io);
    opened.push(searcher);
    return searcher;
  };
  const { samplers, lookedAt, evidence } = request;
  try {
    return {
      textOf: (id) => evidence.text(id),
      elementsOf: elementsIn(evidence),
      ...(samplers.includes('hard') && { elements: await open('element', request.index) }),
      ...(articles.length > 0 && request.articleIndex === undefined
        ? articlesInMemory(request)
        : await articlesElsewhere(request, open)),
      lookedAt,
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

type ArticleSources = Pick<OpenSources, 'articles' | 'titleAt' | 'nearestBy' | 'articleCount'>;

/** Articles are ranked as FEVER's baselines rank them. */
function articlesInMemory({ evidence: { articles }, samplers, config }: SourcesRequest): ArticleSources {
  const own = articles.filter(({ records }) =>
    records.some(({ kind, text }) => kind === 'sentence' && text !== ''),
  );
  const analysis = { ...drqaIndexSettings.analysis, language: config.language };
  const nearest = samplers.includes('nearest-p')
    ? buildSearcher('The corpus', articles, ['article'], { ...drqaIndexSettings, analysis })
    : undefined;
  return {
    ...(nearest !== undefined && { articles: nearest, nearestBy: rankingOf(nearest) }),
    titleAt: async (share) => own[Math.floor(share * own.length)]?.title,
    articleCount: own.length,
  };
}

/** Articles of an index or an engine are ranked as that ranks them. */
async function articlesElsewhere(
  { samplers, articleIndex }: SourcesRequest,
  open: (level: SearchLevel, index: string | undefined) => Promise<EvidenceSearcher>,
): Promise<ArticleSources> {
  const [isNearest, isRandom] = [samplers.includes('nearest-p'), samplers.includes('random-s')];
  if (!isNearest && !isRandom) return {};
  const searcher = await open('article', articleIndex);
  return {
    ...(isNearest && { articles: searcher, nearestBy: rankingOf(searcher) }),
    ...(isRandom && { titleAt: await titlesOf(searcher) }),
  };
}

async function titlesOf(searcher: EvidenceSearcher): Promise<(share: number) => Promise<string | undefined>> {
  const { recordAt } = searcher;
  if (recordAt === undefined) {
    throw new ToolError(
      'SEARCH_LEVEL',
      `${searcher.name} cannot draw articles for random-s. Make an index with \`claimset index --level article -o <file>\`, and name it with --article-index.`,
    );
  }
  const size = await searcher.size('article');
  return async (share) =>
    size === 0 ? undefined : (await recordAt.call(searcher, 'article', Math.floor(share * size))).title;
}

function noIndexOf(level: SearchLevel): string {
  const option = level === 'article' ? '--article-index' : '--index';
  return `The articles of --corpus are read page by page: name an index of them with ${option}. \`claimset index --corpus <path> --level ${level} -o <file>\` makes one.`;
}

/** How a searcher ranks articles, in words. */
function rankingOf(searcher: EvidenceSearcher): string {
  const settings = searcher.settingsOf?.('article');
  if (settings === undefined) return `the ranking of ${searcher.name}`;
  const isDrqa = settings.weighting.id === 'drqa' && settings.analysis.grams === 'hashed-bigrams';
  return isDrqa ? "DrQA's TF-IDF" : "BM25, not DrQA's TF-IDF as in FEVER";
}

/** The elements of articles, made once for each article as long as it is held. */
function elementsIn(evidence: Evidence): NegativeSources['elementsOf'] {
  const made = new WeakMap<Article, SearchRecord[]>();
  return async (title) => {
    const article = evidence.article(title);
    if (article === undefined) return [];
    let elements = made.get(article);
    if (elements === undefined) {
      elements = recordsOfArticle(article, 'element');
      made.set(article, elements);
    }
    return elements;
  };
}
