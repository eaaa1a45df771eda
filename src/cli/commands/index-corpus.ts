import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../../claims/config.ts';
import { UsageError } from '../../errors.ts';
import { fileError, followLinks, isStream, kindOfPath, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { buildIndexFile } from '../../io/search-index/build-index-file.ts';
import { checkIndexFile } from '../../io/search-index/check-index-file.ts';
import {
  articlesOf,
  type CorpusTally,
  corpusState,
  hasArticles,
  stampOfCorpus,
} from '../../io/search-index/index-corpus.ts';
import { indexError } from '../../io/search-index/index-error.ts';
import { loadIndexFile } from '../../io/search-index/open-index-file.ts';
import { type OpenedCorpus, openCorpus } from '../../io/stores/open-corpus.ts';
import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import {
  addIndexOptions,
  defaultLevels,
  type IndexOptions,
  indexSettings,
} from '../index-corpus/index-options.ts';
import { type IndexSummary, printIndex, summaryOfIndex } from '../index-corpus/print-index.ts';
import { addDatasetOption } from '../options.ts';
import { createTalk } from '../search/create-talk.ts';

interface Options extends IndexOptions {
  readonly check?: boolean;
  readonly corpus?: string;
  readonly dataset?: string;
  readonly engine?: string;
  readonly json?: boolean;
  readonly output?: string;
}

/** An index that is to be made. */
interface Task {
  readonly config: Config;
  /** Path of the articles. */
  readonly corpus: string;
  /** Path of the index file. */
  readonly path: string;
  readonly options: Options;
  readonly io: CommandIo;
}

export const indexCorpus = defineCommand<[], Options>({
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
    const task: Task = {
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
    if (options.check === true) return check(task);
    const settings = indexSettings(options, config);
    const engine = engineOf(task);
    if (engine === '') {
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
      if (engine === '') {
        const shown = printable(shownPath(task.path, io.cwd));
        makePlace(task.path);
        const configured = settingsOfConfig(config);
        const built = await buildIndexFile(task.path, { ...plan, configured, corpus: stamp }, talk.tick);
        summary = summaryOfIndex(built.header, shown, built.bytes);
      } else summary = await fillEngine(engine, { ...plan, corpus: stamp.stamp }, task);
      await done();
      await tell({ ...summary, unreadable: tally.unreadable }, task);
      return 0;
    } finally {
      await done();
      corpus?.store?.close();
    }
  },
});

/** Where the index goes: an engine's address, or empty for a file. */
function engineOf({ options: { engine, output }, config, io }: Task): string {
  return engine ?? (output === undefined ? (io.env.CLAIMSET_SEARCH_ENGINE ?? config.search.engine) : '');
}

async function fillEngine(
  address: string,
  source: Parameters<Awaited<ReturnType<typeof openEngineOf>>['fill']>[0],
  { io }: Task,
): Promise<IndexSummary> {
  const engine = await openEngineOf(address, io);
  const { talk, done } = createTalk(io);
  const { articles, records, resumedAt, cut } = await engine.fill(source, (progress) => {
    void talk.tick(() => `filling the engine: ${progress.articles} articles, ${progress.records} records`);
  });
  await done();
  if (resumedAt > 0)
    await talk.say(`Went on where an interrupted run was: behind ${countWords(resumedAt, 'article')}.`);
  if (cut > 0)
    await talk.say(
      `${countWords(cut, 'record')} with more different words than the engine takes: their last words are not found.`,
    );
  const { settings } = source;
  return { index: printable(engine.shown), articles, records: Object.fromEntries(records), settings };
}

async function openEngineOf(address: string, io: CommandIo) {
  const { openEngine } = await import('../../io/engines/open-engine.ts');
  return openEngine(address, io.env);
}

/** @throws UsageError where the index of a dataset with articles of its own would be one of others. */
function guardCorpus({ corpus, options }: Task, own: string): void {
  if (options.corpus === undefined || options.output !== undefined || kindOfPath(corpus) === undefined)
    return;
  if (followLinks(corpus) === followLinks(own) || !hasArticles(own)) return;
  throw new UsageError(
    '--corpus names other articles than those of the dataset, whose index this would replace. Name a file for it with --output.',
  );
}

/** @throws UsageError where the file that would be replaced is something else. */
function guardOutput({ path, options, io }: Task): void {
  const kind = kindOfPath(path);
  if (kind === undefined) return;
  const isOther =
    kind === 'folder' || isStream(path) || loadIndexFile(path, { shown: path, levels: [] }) === 'foreign';
  // Whatever a file of the default name is, nobody put it there by hand.
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

async function check(task: Task): Promise<ExitCode> {
  const { path, io, options } = task;
  const shown = printable(shownPath(path, io.cwd));
  const header = checkIndexFile(path, shown);
  if (header === 'absent') throw indexError(header, shown);
  if (typeof header === 'string') {
    await io.stderr.write(`${indexError(header, shown).message}\n`);
    return 1;
  }
  const state = corpusState(header.corpus, path);
  const isConfigured = JSON.stringify(header.configured) === JSON.stringify(settingsOfConfig(task.config));
  const summary = summaryOfIndex(header, shown, statSync(path).size);
  if (options.json === true)
    await io.stdout.write(`${printJson({ ...summary, corpus: state, isConfigured })}\n`);
  else await tell(summary, task);
  const faults = [
    ...(state === 'changed' ? ['The articles have changed since: `claimset index` makes it anew.'] : []),
    ...(state === 'gone' ? [`Its articles are not at "${printable(header.corpus.path)}" any more.`] : []),
    ...(isConfigured ? [] : ['The settings have changed since: `claimset index` makes it anew.']),
  ];
  for (const fault of faults) await io.stderr.write(`${fault}\n`);
  if (faults.length === 0)
    await io.stderr.write('The file is whole, and of the articles and settings as they are.\n');
  return faults.length === 0 ? 0 : 1;
}

async function tell(summary: IndexSummary, { options, io }: Task): Promise<void> {
  if (options.json === true) await io.stdout.write(`${printJson(summary)}\n`);
  else for (const line of printIndex(summary)) await io.stdout.write(line);
  const { unreadable = 0 } = summary;
  if (unreadable > 0)
    await io.stderr.write(
      `${countWords(unreadable, 'article')} left out that cannot be read as tagged text: \`claimset validate --corpus\` tells of those that claims cite.\n`,
    );
}
