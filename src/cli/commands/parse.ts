import { resolve } from 'node:path';
import { contextOf } from '../../corpus/context.ts';
import { printCorpusFile } from '../../corpus/print.ts';
import { UsageError } from '../../errors.ts';
import { findFiles, kindOfPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { findArticles, type LoadedCorpusFile, loadCorpusFile } from '../../io/load-corpus.ts';
import { streamRecordLines } from '../../io/stream-corpus.ts';
import { streamPageLines } from '../../io/stream-pages.ts';
import { countSeverities } from '../../reporters/count-words.ts';
import { measureCorpus } from '../../stats/corpus-figures.ts';
import { plural } from '../../text/plural.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDatasetOption } from '../options.ts';
import { createProgress } from '../progress.ts';
import { report } from '../report/report.ts';

interface Options {
  readonly bulk?: boolean;
  readonly context?: boolean;
  readonly dataset?: string;
  readonly json?: boolean;
  readonly print?: boolean;
  readonly stats?: boolean;
}

export const parse = defineCommand<[string[]], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .argument(
        '[paths...]',
        'articles, folders of .txt files, - for standard input (default: the dataset’s own)',
      )
      .option('--stats', 'print figures instead of records')
      .option('--json', 'print the figures as JSON')
      .option('--context', 'add to each record its context: title, section, header cells')
      .option('--print', 'print the articles again from what was parsed: the same bytes')
      .option(
        '--bulk',
        'stream records of any amount of text, without findings; also of wiki-pages and FEVEROUS pages (.jsonl)',
      )
      .addHelpText('after', '\nRecords are printed as JSON, one a line; findings go to stderr.');
  },
  examples: [
    ['claimset parse corpus --stats', 'how many sentences, sections, cells'],
    ['claimset parse > records.jsonl', 'all evidence records of this dataset folder'],
    ['claimset parse --bulk big.txt | wc -l', 'gigabytes, in constant memory'],
    [
      'claimset parse --bulk wiki-001.jsonl',
      "sentences of FEVER's wiki-pages, or elements of FEVEROUS pages",
    ],
  ],
  run: async ([paths], options, io) => {
    if (options.bulk === true && (options.stats || options.print || options.context)) {
      throw new UsageError(
        '--bulk only prints records. Leave out --stats, --print and --context, or --bulk.',
      );
    }
    const files = await findArticleFiles(paths, options, io);
    if (options.bulk === true) {
      return printBulk(files, io);
    }
    const progress = createProgress(io);
    const parsed: LoadedCorpusFile[] = [];
    for (const file of files) {
      await progress.tick(() => `parsing: ${parsed.length} of ${files.length} files`);
      const one = loadCorpusFile(file, io.cwd);
      if (options.stats !== true) await printRecords(one, options, io);
      parsed.push(one);
    }
    await progress.done();
    if (options.stats === true) await printStats(parsed, options, io);
    const diagnostics = parsed.flatMap((file) => file.diagnostics);
    if (diagnostics.length > 0 && options.stats !== true) {
      const articles = parsed.flatMap((file) => file.articles);
      const records = articles.reduce((sum, article) => sum + article.records.length, 0);
      await report(diagnostics, { files: parsed.length, records }, io.stderr, io);
    }
    return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
});

/** Prints the records of files one by one; only lines that are no pages make a failure. */
async function printBulk(files: readonly string[], io: CommandIo): Promise<ExitCode> {
  let faults = 0;
  for (const file of files) {
    const tally = { faults: 0 };
    // Pages of FEVER and FEVEROUS are JSON Lines; tagged text has no JSON.
    const blocks = /\.jsonl?$/i.test(file) ? streamPageLines(file, io.cwd, tally) : streamRecordLines([file]);
    for (const block of blocks) {
      await io.stdout.write(block);
      if (!io.stdout.isOpen) return 0;
    }
    faults += tally.faults;
  }
  if (faults === 0) return 0;
  await io.stderr.write(
    `error: ${faults} ${plural('line', faults)} ${faults === 1 ? 'is no page' : 'are no pages'}; \`claimset ingest\` says which, and why\n`,
  );
  return 1;
}

async function findArticleFiles(
  paths: readonly string[],
  { dataset }: Options,
  io: CommandIo,
): Promise<string[]> {
  if (paths.length > 0) {
    return paths.flatMap((path) => {
      const absolute = path === '-' ? path : resolve(io.cwd, path);
      return path !== '-' && kindOfPath(absolute) === 'folder' ? findFiles(absolute, '.txt') : [absolute];
    });
  }
  const folder = findDatasetFolder(io.cwd, dataset);
  return findArticles(folder, (await loadConfig(folder)).corpus, io.cwd);
}

async function printRecords(file: LoadedCorpusFile, options: Options, io: CommandIo): Promise<void> {
  if (options.print === true) return io.stdout.write(printCorpusFile(file));
  for (const article of file.articles) {
    const lines = article.records.map((record) => {
      const { id, title, kind, numbers, text, section } = record;
      const context = options.context === true ? { context: contextOf(record) } : {};
      return `${JSON.stringify({ id, title, kind, numbers, text, section, ...context })}\n`;
    });
    await io.stdout.write(lines.join(''));
  }
}

async function printStats(
  parsed: readonly LoadedCorpusFile[],
  { json }: Options,
  io: CommandIo,
): Promise<void> {
  const figures = measureCorpus(parsed.flatMap(({ articles }) => articles));
  const bytes = parsed.reduce((sum, file) => sum + file.bytes, 0);
  const findings = countSeverities(parsed.flatMap((file) => file.diagnostics));
  const { kinds, ...others } = figures;
  if (json === true) {
    await io.stdout.write(`${JSON.stringify({ files: parsed.length, bytes, ...others, kinds, findings })}\n`);
    return;
  }
  const rows: [string, number][] = [
    ['files', parsed.length],
    ['bytes', bytes],
    ['articles', figures.articles],
    ['tables', figures.tables],
    ['records', figures.records],
    ...Object.entries(kinds).map(([kind, count]): [string, number] => [`  ${kind}`, count]),
    ['citable as evidence', figures.citable],
    ['empty cells', figures.emptyCells],
    ...Object.entries(findings).map(([severity, count]): [string, number] => [
      `findings: ${severity}`,
      count,
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  await io.stdout.write(
    rows
      .map(([name, count]) => `${name.padEnd(width)}  ${count.toLocaleString('en').padStart(12)}\n`)
      .join(''),
  );
}
