import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { draftFault } from '../../corpus/check-draft.ts';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import { printDraft } from '../../corpus/print-draft.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { UsageError } from '../../errors.ts';
import { cleanTitle } from '../../formats/corpora/article-title.ts';
import { corpusFormats } from '../../formats/corpora/index.ts';
import { formatRules } from '../../formats/format-rules.ts';
import { followLinks, kindOfPath, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import { HashTable } from '../../text/hash-table.ts';
import { hash64 } from '../../text/hash64.ts';
import { sentenceLanguages, sentenceWordsOf } from '../../text/languages/index.ts';
import { neutralWords, type SentenceWords } from '../../text/languages/sentence-words.ts';
import { toNfc } from '../../text/normalise.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import {
  type ArticleCounts,
  addCounts,
  countElements,
  describeCounts,
  noCounts,
} from '../ingest/article-counts.ts';
import { type ArticleSink, fileSink, folderSink, streamSink } from '../ingest/article-sink.ts';
import { type ArticleSource, filesToIngest, openArticleSource } from '../ingest/article-sources.ts';
import { findInSource } from '../ingest/find-in-source.ts';
import { createProgress } from '../progress.ts';
import { report } from '../report/report.ts';

interface Options {
  readonly force?: boolean;
  readonly format: string;
  readonly json?: boolean;
  readonly language?: string;
  readonly output?: string;
  readonly title?: string;
}

/** Findings that are listed; more are counted. */
const maxFindings = 1_000;
/** Articles that are told one by one. */
const maxTold = 20;

export const ingest = defineCommand<[string[]], Options>({
  configure: (command) => {
    command
      .argument('<files...>', 'documents, folders of them, databases, - for standard input')
      .addOption(
        new Option('-f, --format <format>', 'what the files are')
          .choices(['auto', ...corpusFormats.map(({ id }) => id)])
          .default('auto', 'auto: seen from ending and content'),
      )
      .option(
        '-o, --output <place>',
        'folder for one file an article, or a .txt file for all; - for standard output (the default)',
      )
      .addOption(
        new Option('--title <title>', 'title of the article, for one file').argParser((value: string) => {
          if (cleanTitle(value) === '') throw new InvalidArgumentError('A title has at least one character.');
          return value;
        }),
      )
      .option(
        '--language <tag>',
        `language whose abbreviations end no sentence: ${sentenceLanguages.map(({ tag }) => tag).join(', ')} (default: the dataset’s)`,
      )
      .option('--force', 'replace files of the same articles')
      .option('--json', 'print what was made as JSON, one article a line; needs --output');
  },
  examples: [
    ['claimset ingest docs/*.md -o corpus/', 'one article a file, named by its title'],
    ['claimset ingest page.html --title "Radio telescope"', 'to look at it'],
    ['claimset ingest handbook/ --language de -o corpus/all.txt', 'a folder into one file'],
    ['claimset ingest fever.db -o corpus/all.txt', 'the articles of a database'],
  ],
  run: async ([paths], options, io) => {
    const files = filesToIngest(paths, io);
    if (options.title !== undefined && files.length > 1)
      throw new UsageError('--title names one article: name one file with it.');
    const toStream = options.output === undefined || options.output === '-';
    if (options.json === true && toStream)
      throw new UsageError('--json prints on standard output: say where the articles go with --output.');
    const words = await wordsFor(options, io);
    const sink = openSink(files, options, io);
    const run = new Ingestion(sink, options, io);
    try {
      for (const file of files) {
        const title = options.title;
        const opened = await openArticleSource(
          file,
          options.format,
          { words, ...(title !== undefined && { title }) },
          io,
        );
        try {
          await run.read(opened);
        } finally {
          opened.close?.();
        }
        if (!io.stdout.isOpen) break;
      }
      sink.finish();
    } catch (cause) {
      sink.abandon();
      throw cause;
    }
    await run.tell(files.length);
    return run.isClean ? 0 : 1;
  },
});

/** What running text is split by: the language asked for, else that of the dataset around. */
async function wordsFor({ language }: Options, io: CommandIo): Promise<SentenceWords> {
  const tag = language ?? (await loadConfig(findDatasetFolder(io.cwd))).language;
  const words = sentenceWordsOf(tag);
  if (words === undefined)
    await io.stderr.write(
      `There are no abbreviations for the language "${printable(tag)}": sentences are told by their marks alone. There are some for ${sentenceLanguages.map((one) => one.tag).join(', ')}.\n`,
    );
  return words ?? neutralWords;
}

function openSink(files: readonly string[], { output, force = false }: Options, io: CommandIo): ArticleSink {
  if (output === undefined || output === '-') return streamSink(io.stdout);
  const path = resolve(io.cwd, output);
  const inputs = new Set(files.map(followLinks));
  const isFile = /\.\w+$/.test(output) && kindOfPath(path) !== 'folder';
  if (!isFile) {
    if (kindOfPath(path) === 'file')
      throw new UsageError(`"${output}" is a file. Name a folder, or a file that ends with .txt.`);
    return folderSink(path, { force, inputs });
  }
  const target = followLinks(path);
  if (inputs.has(target)) throw new UsageError(`"${output}" is read. Name another file to write.`);
  if (!force && kindOfPath(target) === 'file')
    throw new UsageError(`"${output}" is there already. Name another file, or replace it with --force.`);
  return fileSink(target);
}

/** What was read and made, and what is to be told of it. */
class Ingestion {
  readonly #sink: ArticleSink;
  readonly #options: Options;
  readonly #io: CommandIo;
  readonly #progress;
  readonly #titles = new HashTable();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #severities = { error: 0, warning: 0, info: 0 };
  readonly #leftOut = new Map<string, number>();
  /** Ids of the formats that leave something out of every document. */
  readonly #formats = new Set<string>();
  #read = 0;
  #written = 0;
  #refused = 0;
  #counts: ArticleCounts = noCounts;

  constructor(sink: ArticleSink, options: Options, io: CommandIo) {
    this.#sink = sink;
    this.#options = options;
    this.#io = io;
    this.#progress = createProgress(io);
  }

  /** Whether every article was written and nothing is wrong. */
  get isClean(): boolean {
    return this.#severities.error === 0 && this.#refused === 0;
  }

  async read(source: ArticleSource): Promise<void> {
    if (source.leavesOut !== undefined) this.#formats.add(source.leavesOut);
    for (const { article, leftOut, diagnostic } of source.results) {
      await this.#progress.tick(() => `reading: ${countWords(this.#read, 'article')}`);
      if (diagnostic !== undefined) this.#find(diagnostic);
      if (article === undefined) continue;
      this.#read += 1;
      await this.#write(article, leftOut ?? new Map(), source);
      if (!this.#io.stdout.isOpen) break;
    }
    await this.#progress.done();
  }

  async #write(
    article: DraftArticle,
    leftOut: ReadonlyMap<string, number>,
    source: ArticleSource,
  ): Promise<void> {
    const { title } = article;
    const { title: wanted } = this.#options;
    if (wanted !== undefined && cleanTitle(wanted) !== title)
      throw new UsageError(
        `The articles of "${source.file}" have titles of their own, such as "${printable(title)}": leave out --title.`,
      );
    const finding = this.#faultOf(article, source);
    if (finding !== undefined) {
      this.#find(finding);
      return;
    }
    const { path, refused } = await this.#sink.write(title, printDraft(article));
    const shown = path === undefined ? undefined : shownPath(path, this.#io.cwd);
    if (refused !== undefined) {
      this.#refused += 1;
      const why = refused === 'input' ? 'is read itself' : 'is there already (--force replaces it)';
      if (this.#refused <= maxTold)
        await this.#io.stderr.write(`not written: "${printable(title)}": ${shown} ${why}\n`);
      return;
    }
    this.#written += 1;
    const counts = countElements(article);
    this.#counts = addCounts(this.#counts, counts);
    for (const [what, count] of leftOut) this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + count);
    if (this.#options.json === true) {
      const { file, format } = source;
      const record = { title, file, format, path: shown, ...counts, leftOut: Object.fromEntries(leftOut) };
      await this.#io.stdout.write(`${JSON.stringify(record)}\n`);
    } else if (this.#written <= maxTold) {
      const place = shown === undefined ? '' : ` to ${shown}`;
      await this.#io.stderr.write(
        `read "${printable(title)}" from ${source.file} (${source.format})${place}: ${describeCounts(counts) || 'nothing'}\n`,
      );
    }
  }

  /** Why an article cannot be written. */
  #faultOf(article: DraftArticle, { file, source }: ArticleSource): Diagnostic | undefined {
    const { title } = article;
    const [high, low] = hash64(toNfc(title));
    const number = this.#titles.size;
    const isFirst = this.#titles.putFirst(high, low, number) === number && this.#titles.size > number;
    // A file is not looked through again for each of thousands.
    const placeOf = (text: string) =>
      findInSource(file, this.#severities.error < 50 ? source : undefined, text);
    if (!isFirst)
      return createDiagnostic(formatRules.articleTitle, 'again', { data: { title }, place: placeOf('') });
    const fault = draftFault(article);
    if (fault === undefined) return undefined;
    const { reason, found } = fault;
    const place = placeOf(found);
    if (reason === 'title')
      return createDiagnostic(formatRules.articleTitle, 'unusable', { data: { title }, place });
    const data = { title, id: found, banner: found, text: found };
    return createDiagnostic(formatRules.idInText, reason, { data, place });
  }

  #find(diagnostic: Diagnostic): void {
    this.#severities[diagnostic.severity] += 1;
    if (this.#diagnostics.length < maxFindings) this.#diagnostics.push(diagnostic);
  }

  /** Tells on stderr what was read, made and left out, and what is wrong. */
  async tell(files: number): Promise<void> {
    const { stderr } = this.#io;
    if (this.#diagnostics.length > 0) {
      this.#diagnostics.sort(compareDiagnostics);
      const looked = { files, records: this.#read, counts: this.#severities };
      await report(this.#diagnostics, looked, stderr, this.#io);
    }
    const made = countWords(this.#written, 'article');
    const counts = describeCounts(this.#counts);
    await stderr.write(
      `written ${made} of ${this.#read} from ${countWords(files, 'file')}${counts && `: ${counts}`}\n`,
    );
    if (this.#refused > 0)
      await stderr.write(`not written because files are there: ${countWords(this.#refused, 'article')}\n`);
    const left = [...this.#leftOut].map(([what, count]) => countWords(count, what));
    if (left.length > 0) await stderr.write(`left out: ${left.join(', ')}\n`);
    if (this.#written > 0 && this.#formats.size > 0) {
      const pages = [...this.#formats].map((id) => `claimset formats ${id}`);
      await stderr.write(`What is left out of documents: ${pages.join(', ')}\n`);
    }
    const toFile = this.#options.output !== undefined && this.#options.output !== '-';
    if (this.#written > 0 && toFile) await stderr.write('Next: claimset validate\n');
  }
}
