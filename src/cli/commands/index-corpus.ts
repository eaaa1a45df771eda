import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { type EngineAtHand, engineAtHand } from '../../io/engines/engine-at-hand.ts';
import { fileError, followLinks, isStream, kindOfPath, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { buildIndexFile } from '../../io/search-index/build-index-file.ts';
import {
  articlesOf,
  type CorpusTally,
  hasArticles,
  stampOfCorpus,
} from '../../io/search-index/index-corpus.ts';
import { isIndexFile } from '../../io/search-index/open-index-file.ts';
import { type OpenedCorpus, openCorpus } from '../../io/stores/open-corpus.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand } from '../command.ts';
import { checkIndex } from '../index-corpus/check-index.ts';
import { fillEngine } from '../index-corpus/fill-engine.ts';
import { addIndexOptions, defaultLevels, indexSettings } from '../index-corpus/index-options.ts';
import type { IndexCorpusOptions, IndexTask } from '../index-corpus/index-task.ts';
import { type IndexSummary, summaryOfIndex } from '../index-corpus/print-index.ts';
import { tellIndex } from '../index-corpus/tell-index.ts';
import { addDatasetOption } from '../options.ts';
import { createTalk } from '../search/create-talk.ts';

export const indexCorpus = defineCommand<[], IndexCorpusOptions>({
  configure: (command) => {
    addIndexOptions(
      addDatasetOption(command)
        .option(
          '--corpus <path>',
          'other articles: tagged text, wiki-pages (.jsonl) or an SQLite file (default: the corpus of the dataset)',
        )
        .option('-o, --output <file>', 'index file (default: search.index of the configuration)')
        .option('--engine <url>', 'fill an engine instead (default: search.engine of the configuration)'),
    )
      .option(
        '--check',
        'verify the index file, to the last byte, and whether it is of the articles as they are',
      )
      .option('--json', 'the figures as JSON')
      .addHelpText(
        'after',
        `
The index of the dataset is what \`claimset search\`, \`suggest\` and the annotation page search as long as
neither the articles nor the settings change; without one they make an index in memory at each run.
All of it: docs/search.md.`,
      );
  },
  examples: [
    ['claimset index', 'of the articles of the dataset, to .claimset/search.index'],
    ['claimset index --level element --level section --level article', 'all that can be searched'],
    ['claimset index --corpus wiki-pages/ -o fever.index', 'of the pages of FEVER'],
    ['claimset index --check', 'is the file whole, and of the articles as they are?'],
  ],
  run: async (_args, options, io) => {
    const folder = findDatasetFolder(io.cwd, options.dataset);
    const config = await loadConfig(folder);
    const task: IndexTask = {
      config,
      corpus: options.corpus === undefined ? join(folder, config.corpus) : resolve(io.cwd, options.corpus),
      path: followLinks(
        options.output === undefined ? join(folder, config.search.index) : resolve(io.cwd, options.output),
      ),
      options,
      io,
    };
    if (options.engine !== undefined && options.output !== undefined)
      throw new UsageError('--engine and --output name two places. Give one of them.');
    if (options.check === true && options.engine !== undefined)
      throw new UsageError('--check verifies an index file, --engine names none. Leave one of them out.');
    if (options.check === true) return checkIndex(task);
    const settings = indexSettings(options, config);
    const engine = engineOf(task);
    if (engine === undefined) {
      guardCorpus(task, join(folder, config.corpus));
      guardOutput(task);
    }
    const { talk, done } = createTalk(io);
    let corpus: OpenedCorpus | undefined;
    try {
      // Before the articles are read: what changes meanwhile makes the index an old one.
      corpus = await openCorpus(task.corpus, io.cwd, talk);
      const stamp = stampOfCorpus(task.corpus, task.path);
      const tally: CorpusTally = { unreadable: 0 };
      const articles = articlesOf(corpus, io.cwd, tally);
      const levels = options.level ?? defaultLevels;
      const plan = { articles, levels, settings };
      let summary: IndexSummary;
      if (engine === undefined) {
        const shown = printable(shownPath(task.path, io.cwd));
        makePlace(task.path);
        const configured = settingsOfConfig(config);
        const built = await buildIndexFile(task.path, { ...plan, configured, corpus: stamp }, talk.tick);
        summary = summaryOfIndex(built.header, shown, built.bytes);
      } else summary = await fillEngine(engine, { ...plan, corpus: stamp.stamp }, io);
      await done();
      await tellIndex({ ...summary, unreadable: tally.unreadable }, task);
      return 0;
    } finally {
      await done();
      corpus?.store?.close();
    }
  },
});

/** The engine that the index goes to; `undefined` where it goes to a file. */
function engineOf({ options: { engine, output }, config, io }: IndexTask): EngineAtHand | undefined {
  return engineAtHand(engine ?? (output === undefined ? undefined : ''), io.env, config.search.engine);
}

/** @throws UsageError where the index of a dataset with articles of its own would be one of others. */
function guardCorpus({ corpus, options }: IndexTask, own: string): void {
  if (options.corpus === undefined || options.output !== undefined || kindOfPath(corpus) === undefined)
    return;
  if (followLinks(corpus) === followLinks(own) || !hasArticles(own)) return;
  throw new UsageError(
    '--corpus names other articles than those of the dataset, whose index this would replace. Name a file for it with --output.',
  );
}

/** @throws UsageError where the file that would be replaced is something else. */
function guardOutput({ path, options, io }: IndexTask): void {
  const kind = kindOfPath(path);
  if (kind === undefined) return;
  const isOther =
    kind === 'folder' ||
    isStream(path) ||
    // As `mktemp` makes one: nothing of it is lost.
    (statSync(path).size > 0 && !isIndexFile(path));
  if (!isOther) return;
  const name = options.output ?? shownPath(path, io.cwd);
  throw new UsageError(`"${name}" is there and is no index. Name another file with --output, or remove it.`);
}

/** The folder of an index, which git need not know of where it is claimset's own. */
function makePlace(path: string): void {
  const folder = dirname(path);
  if (basename(folder) !== '.claimset' || kindOfPath(folder) !== undefined) return;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n');
  } catch (cause) {
    throw fileError(folder, cause);
  }
}
