import { join, relative, resolve, sep } from 'node:path';
import type { Claim, ClaimId } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import { defaultConfig } from '../claims/default-config.ts';
import { corpusRules } from '../corpus/corpus-rules.ts';
import { EvidenceIndex } from '../corpus/evidence-index.ts';
import { compareDiagnostics, type Diagnostic, type Level } from '../diagnostic/diagnostic.ts';
import type { ChangedRecords } from '../io/changed-records.ts';
import type { CorpusCache } from '../io/corpus-cache.ts';
import { kindOfPath, readText, shownPath } from '../io/files.ts';
import { findDatasetFolder, loadConfig } from '../io/load-config.ts';
import { type LoadedCorpus, type LoadedCorpusFile, loadCorpus, loadCorpusFile } from '../io/load-corpus.ts';
import { openRecordBytes } from '../io/open-record-bytes.ts';
import { openRecordFile, type ReadDigest, type RecordPath, type RecordReader } from '../io/record-files.ts';
import type { TitleTable } from '../validate/rule.ts';
import type { RuleSettings } from '../validate/rule-settings.ts';
import { rules } from '../validate/rules/index.ts';
import { checkSettings, type Settings } from '../validate/settings.ts';
import { suppressionRules } from '../validate/suppression-rules.ts';
import { Suppressor } from '../validate/suppressor.ts';
import { createValidator } from '../validate/validate.ts';
import type { CommandIo } from './command-io.ts';
import { type DatasetSources, findSources } from './find-sources.ts';
import { loadSuppressions } from './load-suppressions.ts';
import { lockName } from './lock-name.ts';
import { createProgress } from './progress.ts';
import { createFormChooser, type FormChoice } from './with-form.ts';

/** What to load. */
export interface DatasetRequest {
  /** The folder; found from the working directory by default. */
  readonly dataset?: string | undefined;
  /** Claim files or folders; the dataset's own by default. */
  readonly paths?: readonly string[];
  /** Name for standard input in findings. */
  readonly stdinName?: string | undefined;
  /** Profiles that go before those of the configuration. */
  readonly profiles?: readonly string[] | undefined;
  /** Settings of rules that go before those of the configuration. */
  readonly rules?: RuleSettings | undefined;
  /** The form of the claim files; claimset's own by default. */
  readonly form?: FormChoice | undefined;
  /** False to check claims without articles; the articles of the dataset folder by default. */
  readonly corpus?: boolean | undefined;
  /** A file of titles that articles may have. */
  readonly titles?: string | undefined;
  /** The highest level that is checked; all by default. */
  readonly level?: Level | undefined;
  /** A commit: what changed since then is told apart. */
  readonly since?: string | undefined;
  /** Articles of earlier loads, for callers that load again. */
  readonly cache?: CorpusCache | undefined;
  /** The bytes of files that differ from the disk's, by absolute path. */
  readonly edited?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** A record file with what identifies the bytes that were validated. */
export type LoadedRecordFile = RecordPath & ReadDigest;

/** A dataset folder, loaded and validated. */
export interface LoadedDataset {
  readonly folder: string;
  readonly config: Config;
  /** Empty where claims are checked without a corpus. */
  readonly corpus: LoadedCorpus;
  readonly files: readonly LoadedRecordFile[];
  /** The file of suppressions, which is no record file; absent where there is none. */
  readonly suppressions?: LoadedRecordFile;
  /** The articles whose findings are among the diagnostics. */
  readonly articles: readonly LoadedCorpusFile[];
  /** Whether all records of the dataset were checked against its articles: what was not found is then not there. */
  readonly isWhole: boolean;
  /** Number of lines in them that are not blank. */
  readonly records: number;
  /** Claims without an error on levels 1 to 3, in the order of files and lines. */
  readonly claims: readonly Claim[];
  /** Sorted, without those that were accepted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Number of findings that were accepted. */
  readonly suppressed: number;
  /** The path from the dataset folder of a file as findings name it, with `/`. */
  readonly pathOf: (file: string) => string;
  /** Whether a finding is about something that changed since the commit that was asked for; absent where none was. */
  readonly isAboutChange?: (diagnostic: Diagnostic) => boolean;
}

const linesPerTick = 128;

/** Loads and validates a dataset. @throws ToolError for folders, files and settings that cannot be used. */
export async function loadDataset(request: DatasetRequest, io: CommandIo): Promise<LoadedDataset> {
  const folder = findDatasetFolder(io.cwd, request.dataset);
  const config = await loadConfig(folder, checkConfig);
  if (config !== defaultConfig) {
    // Told before anything is done, not when it comes to writing.
    const { findFormat } = await import('../formats/index.ts');
    for (const id of config.export.formats) findFormat(id);
  }
  const corpus = loadCorpusFor(request, folder, config, io);
  const sources = findSources(folder, config, request.paths ?? [], io.cwd);
  const articles = sources.isOwn
    ? (corpus?.files ?? [])
    : sources.articles.map((path) => loadCorpusFile(path, io.cwd));
  const aboutArticles = sources.isOwn
    ? (corpus?.diagnostics ?? [])
    : articles.flatMap((article) => article.diagnostics);
  const pathOf = (file: string): string => relative(folder, resolve(io.cwd, file)).split(sep).join('/');
  const changes = await changesOf(request, folder, config, { sources, articles, io });
  const open = (file: RecordPath) => openSource(file, request, io);
  const suppressions = await loadSuppressions(sources.suppressions, open);
  for (const line of suppressions.lines) changes?.add(line);
  const suppressor = new Suppressor(suppressions.entries, pathOf);
  const claims: Claim[] = [];
  const validator = createValidator(corpus?.evidence, {
    settings: settingsOf(config, request),
    language: config.language,
    splits: await splitsOf(folder),
    titles: request.titles === undefined ? undefined : await loadTitleTable(request.titles, io),
    level: request.level,
    pathOf,
    onClaim: (entry) => claims.push(entry.claim),
  });
  const diagnostics: Diagnostic[] = [];
  const keep = (found: Iterable<Diagnostic>): void => {
    for (const diagnostic of found) if (!suppressor.takes(diagnostic)) diagnostics.push(diagnostic);
  };
  keep(validator.adjust([...aboutArticles, ...suppressions.diagnostics]));
  const progress = createProgress(io);
  const files: LoadedRecordFile[] = [];
  let records = 0;
  for (const file of sources.records) {
    const reader = open(file);
    const formOf = createFormChooser(file.kind, request.form);
    for (const line of reader.lines) {
      if (!isBlank(line.text)) records += 1;
      keep(validator.check(file.kind, line, formOf(line)));
      changes?.add(line);
      // Not after each line: looking at the clock costs as much as checking a claim.
      if (line.number % linesPerTick === 0) await progress.tick(() => `validating: ${records} records`);
    }
    files.push({ ...file, ...reader.digest() });
  }
  keep(validator.finish());
  const isWhole = sources.isOwn && corpus !== undefined && (request.form ?? 'native') === 'native';
  if (isWhole) {
    const levelOf = (id: string) => (validator.isOn(id) ? levelsOfRules.get(id) : undefined);
    keep(validator.adjust([...suppressor.findUnused(levelOf)]));
  }
  await progress.done();
  return {
    folder,
    config,
    corpus: corpus ?? { files: [], evidence: new EvidenceIndex([]), diagnostics: [] },
    files,
    ...(suppressions.file && { suppressions: suppressions.file }),
    articles,
    isWhole,
    records,
    claims,
    diagnostics: diagnostics.sort(compareDiagnostics),
    suppressed: suppressor.taken,
    pathOf,
    ...(changes && { isAboutChange: (diagnostic: Diagnostic) => changes.concern(diagnostic) }),
  };
}

const levelsOfRules: ReadonlyMap<string, Level> = new Map(
  [...rules, ...Object.values(corpusRules)].map(({ id, level }) => [id, level]),
);

/** A record file of the disk, or as fixes have changed it in this run. */
function openSource(
  file: RecordPath,
  { edited, stdinName }: DatasetRequest,
  { cwd }: CommandIo,
): RecordReader {
  const bytes = edited?.get(file.path);
  return bytes === undefined
    ? openRecordFile(file, cwd, stdinName)
    : openRecordBytes(shownPath(file.path, cwd), bytes);
}

/** What changed since a commit, where that was asked for. */
async function changesOf(
  { since }: DatasetRequest,
  folder: string,
  config: Config,
  {
    sources,
    articles,
    io,
  }: { sources: DatasetSources; articles: readonly LoadedCorpusFile[]; io: CommandIo },
): Promise<ChangedRecords | undefined> {
  if (since === undefined) return undefined;
  const { ChangedRecords } = await import('../io/changed-records.ts');
  const records = [...sources.records, ...(sources.suppressions === undefined ? [] : [sources.suppressions])];
  return new ChangedRecords(
    since,
    {
      folder,
      claims: join(folder, config.claims),
      corpus: join(folder, config.corpus),
      records: records.map(({ path }) => path),
      articles: articles.map(({ file }) => file),
    },
    io,
  );
}

function isBlank(text: string): boolean {
  return !text.startsWith('{') && text.trim() === '';
}

function* checkConfig({ validate }: Config) {
  const known = [...rules, ...Object.values(corpusRules), ...Object.values(suppressionRules)];
  for (const { path, ...problem } of checkSettings(validate, known)) {
    yield { ...problem, path: ['validate', ...path] };
  }
}

/** What the command line says goes before the configuration. */
function settingsOf({ validate }: Config, request: DatasetRequest): Settings {
  return {
    ...validate,
    profiles: request.profiles ?? validate.profiles,
    rules: { ...validate.rules, ...request.rules },
  };
}

/** The articles that claims are checked against; `undefined` for none. */
function loadCorpusFor(
  { corpus, form = 'native', cache }: DatasetRequest,
  folder: string,
  config: Config,
  io: CommandIo,
): LoadedCorpus | undefined {
  if (corpus === false) return undefined;
  // Files of released datasets are also checked where nobody has their articles.
  const isOptional = form !== 'native' && kindOfPath(join(folder, config.corpus)) !== 'folder';
  if (isOptional) return undefined;
  return cache === undefined
    ? loadCorpus(folder, config.corpus, io.cwd)
    : cache.load(folder, config.corpus, io.cwd);
}

async function loadTitleTable(file: string, { cwd }: CommandIo): Promise<TitleTable> {
  const { loadTitles } = await import('../io/load-titles.ts');
  return loadTitles(resolve(cwd, file));
}

/** The splits that the lock file of a dataset gives its claims. */
async function splitsOf(folder: string): Promise<ReadonlyMap<ClaimId, string> | undefined> {
  const path = join(folder, lockName);
  if (kindOfPath(path) !== 'file') return undefined;
  const { parseSplitLock } = await import('../split/split-lock.ts');
  return parseSplitLock(readText(path)).splits;
}
