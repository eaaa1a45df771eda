import { join } from 'node:path';
import type { Config } from '../../claims/config.ts';
import type { Article } from '../../corpus/article.ts';
import { ToolError } from '../../errors.ts';
import { stepsOfBuilding } from '../../retrieve/build-searcher.ts';
import type { EmbeddedSearcher } from '../../retrieve/embedded-searcher.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { plural } from '../../text/plural.ts';
import { engineAtHand } from '../engines/engine-at-hand.ts';
import { findFiles, kindOfPath, shownPath } from '../files.ts';
import { loadCorpus } from '../load-corpus.ts';
import type { CorpusTalk } from '../stores/corpus-talk.ts';
import { corpusState, otherArticles } from './index-corpus.ts';
import { indexError } from './index-error.ts';
import { loadIndexFile, type OpenedIndex, openIndexFile, searcherOfIndex } from './open-index-file.ts';

/** What is to be searched. */
export interface SearchSource {
  /** The dataset folder. */
  readonly folder: string;
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of an index file, instead of that of the configuration. */
  readonly index?: string | undefined;
  /** Address of an engine, instead of that of the environment or the configuration; empty: none. */
  readonly engine?: string | undefined;
  /** What must be there to be asked for. */
  readonly levels: readonly SearchLevel[];
  /** The articles, where they are at hand: they are not read again then. None of a corpus that is read page by page. */
  readonly articles?: (() => readonly Article[]) | undefined;
  /** Whether the columns of an index file are put where other threads can read them too. */
  readonly isShared?: boolean;
  /** Folder that paths in messages are relative to. */
  readonly shownFrom: string;
}

/** Where evidence is searched, and what that is. */
export type OpenedSearcher =
  /** An index made of the corpus now. */
  | { readonly origin: 'memory'; readonly searcher: EmbeddedSearcher }
  /** One that was kept in a file. */
  | {
      readonly origin: 'file';
      readonly searcher: EmbeddedSearcher;
      /** How messages call the file. */
      readonly shown: string;
      readonly index: OpenedIndex;
    }
  /** One elsewhere. */
  | { readonly origin: 'engine'; readonly searcher: EvidenceSearcher };

/**
 * What a dataset is searched with: the index file or the engine that is named; else the engine of the environment or the configuration; else the index file of the
 * configuration, if it is of the articles as they are; else an index that is made of the articles now. Why an index file is there and not used is told.
 *
 * @throws ToolError where there is nothing to search, or what was named cannot be.
 */
export async function openDatasetSearcher(source: SearchSource, talk: CorpusTalk): Promise<OpenedSearcher> {
  const { folder, config, env, index } = source;
  const named = source.engine ?? (index === undefined ? undefined : '');
  const engine = engineAtHand(named, env, config.search.engine);
  if (engine !== undefined) {
    const { openEngine } = await import('../engines/open-engine.ts');
    const opened = await openEngine(engine.address, engine.env);
    return { origin: 'engine', searcher: await opened.open() };
  }
  if (index !== undefined) return openNamed(index, source, talk);
  return (await openConfigured(join(folder, config.search.index), source, talk)) ?? build(source, talk);
}

/** An index file that was asked for by its path: it is searched even where its articles have changed. */
async function openNamed(path: string, source: SearchSource, talk: CorpusTalk): Promise<OpenedSearcher> {
  const shown = shownPath(path, source.shownFrom);
  const { levels, isShared = false } = source;
  const index = openIndexFile(path, { shown, levels, isShared });
  const missing = levels.find((level) => !index.parts.has(level));
  if (missing !== undefined) {
    index.close();
    throw new ToolError('SEARCH_LEVEL', `${withoutLevel(shown, missing, index)}.`);
  }
  if (corpusState(index.header.corpus, path) === 'changed')
    await talk.say(`Warning: the articles have changed since the index "${shown}" was made.`);
  return { origin: 'file', searcher: searcherOfIndex(index, shown), shown, index };
}

/** The index file of the configuration; `undefined` where it cannot or should not be used and there is another way. */
async function openConfigured(
  path: string,
  source: SearchSource,
  talk: CorpusTalk,
): Promise<OpenedSearcher | undefined> {
  const shown = shownPath(path, source.shownFrom);
  const { levels, isShared = false } = source;
  const index = loadIndexFile(path, { shown, levels, isShared });
  if (index === 'absent') return undefined;
  if (typeof index === 'string') {
    const error = indexError(index, shown);
    if (!isText(source)) throw error;
    await talk.say(`${error.message} The articles are searched without it.`);
    return undefined;
  }
  const why = whyNot(index, path, shown, source);
  if (why === undefined || (why.code === undefined && !isText(source))) {
    if (why !== undefined) await talk.say(`Warning: ${why.told}; it is searched as it is.`);
    return { origin: 'file', searcher: searcherOfIndex(index, shown), shown, index };
  }
  index.close();
  if (why.code !== undefined && !isText(source)) throw new ToolError(why.code, `${capitalised(why.told)}.`);
  await talk.say(`${capitalised(why.told)}. The articles are searched without it.`);
  return undefined;
}

/** Why an index is not to be used, as the beginning of a sentence. */
interface WhyNot {
  readonly told: string;
  /** Of the error where there is no other way; absent of an old one, which is used then. */
  readonly code?: 'SEARCH_LEVEL' | 'INDEX_OF_OTHERS';
}

function whyNot(
  index: OpenedIndex,
  path: string,
  shown: string,
  { levels, config, folder, shownFrom }: SearchSource,
): WhyNot | undefined {
  const others = otherArticles(index.header.corpus, path, join(folder, config.corpus));
  if (others !== undefined) {
    const told = `the index "${shown}" is of the articles in "${shownPath(others, shownFrom)}", not of those of the dataset: \`claimset index\` makes one of these`;
    return { told, code: 'INDEX_OF_OTHERS' };
  }
  const missing = levels.find((level) => !index.parts.has(level));
  if (missing !== undefined) return { told: withoutLevel(shown, missing, index), code: 'SEARCH_LEVEL' };
  const isOther = JSON.stringify(index.header.configured) !== JSON.stringify(settingsOfConfig(config));
  const what = isOther
    ? 'the settings in claimset.config.json have'
    : corpusState(index.header.corpus, path) === 'changed'
      ? 'the articles have'
      : undefined;
  if (what === undefined) return undefined;
  const told = `${what} changed since the index "${shown}" was made: \`claimset index\` makes it anew`;
  return { told };
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function withoutLevel(shown: string, level: SearchLevel, { header }: OpenedIndex): string {
  const levels = [...Object.keys(header.levels), level].map((one) => ` --level ${one}`).join('');
  return `The index "${shown}" has no level "${level}": \`claimset index${levels}\` makes one that has`;
}

/** Whether the articles are tagged text, which can be held in memory. */
function isText({ articles, folder, config }: SearchSource): boolean {
  if (articles !== undefined && articles().length > 0) return true;
  const path = join(folder, config.corpus);
  return kindOfPath(path) === 'folder' && findFiles(path, '.txt').length > 0;
}

/** Above this an index that is made anew each time is worth keeping. */
const manyRecords = 50_000;
/** The clock is looked at after so many. */
const recordsPerTick = 256;

async function build(source: SearchSource, talk: CorpusTalk): Promise<OpenedSearcher> {
  const { folder, config, levels, shownFrom } = source;
  const path = join(folder, config.corpus);
  const isFolder = kindOfPath(path) === 'folder';
  if (isFolder && !isText(source) && findFiles(path, '.jsonl').length > 0) {
    throw new ToolError(
      'INDEX_NOT_FOUND',
      `The articles in "${shownPath(path, shownFrom)}" are read page by page and cannot be searched without an index. Make it with \`claimset index\`.`,
    );
  }
  const given = source.articles?.() ?? [];
  const articles = given.length > 0 ? given : loadCorpus(folder, config.corpus, shownFrom).evidence.articles;
  const building = stepsOfBuilding('The corpus', articles, levels, settingsOfConfig(config));
  for (let records = 1; ; records++) {
    const step = building.next();
    if (step.done === true) {
      if (records > manyRecords) {
        await talk.say(
          `${records} ${plural('record', records)} were indexed in memory, as at each run: \`claimset index\` keeps the index in a file.`,
        );
      }
      return { origin: 'memory', searcher: step.value };
    }
    if (records % recordsPerTick === 0) await talk.tick?.(() => `indexing: ${records} records`);
  }
}
