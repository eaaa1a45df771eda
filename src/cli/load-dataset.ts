import { join, relative, resolve, sep } from 'node:path';
import type { Claim, ClaimId } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import { defaultConfig } from '../claims/default-config.ts';
import { corpusRules } from '../corpus/corpus-rules.ts';
import { EvidenceIndex } from '../corpus/evidence-index.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { ToolError } from '../errors.ts';
import { kindOfPath, readText, shownPath } from '../io/files.ts';
import { findDatasetFolder, loadConfig } from '../io/load-config.ts';
import { type LoadedCorpus, loadCorpus, loadCorpusFile } from '../io/load-corpus.ts';
import { findFilesToCheck, openRecordFile, type ReadDigest, type RecordPath } from '../io/record-files.ts';
import type { RuleSettings } from '../validate/rule-settings.ts';
import { rules } from '../validate/rules/index.ts';
import { checkSettings, type Settings } from '../validate/settings.ts';
import { createValidator } from '../validate/validate.ts';
import type { CommandIo } from './command-io.ts';
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
  /** Number of article files whose findings are among the diagnostics. */
  readonly articleFiles: number;
  /** Number of lines in them that are not blank. */
  readonly records: number;
  /** Claims without an error on levels 1 to 3, in the order of files and lines. */
  readonly claims: readonly Claim[];
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
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
  const own = request.paths === undefined || request.paths.length === 0;
  if (own && kindOfPath(join(folder, config.claims)) === undefined) {
    throw new ToolError(
      'CLAIMS_NOT_FOUND',
      `There is no folder "${shownPath(join(folder, config.claims), io.cwd)}" with claims. Make it, or name another in claimset.config.json.`,
    );
  }
  const found = findFilesToCheck(own ? [join(folder, config.claims)] : (request.paths ?? []), io.cwd);
  const files: LoadedRecordFile[] = [];
  const articles = own ? (corpus?.files ?? []) : found.articles.map((path) => loadCorpusFile(path, io.cwd));
  const claims: Claim[] = [];
  const aboutArticles = own
    ? (corpus?.diagnostics ?? [])
    : articles.flatMap((article) => article.diagnostics);
  const validator = createValidator(corpus?.evidence, {
    settings: settingsOf(config, request),
    language: config.language,
    splits: await splitsOf(folder),
    pathOf: (file) => relative(folder, resolve(io.cwd, file)).split(sep).join('/'),
    onClaim: (entry) => claims.push(entry.claim),
  });
  const diagnostics = validator.adjust(aboutArticles);
  const progress = createProgress(io);
  let records = 0;
  for (const file of found.records) {
    const reader = openRecordFile(file, io.cwd, request.stdinName);
    const formOf = createFormChooser(file.kind, request.form);
    for (const line of reader.lines) {
      if (!isBlank(line.text)) records += 1;
      for (const diagnostic of validator.check(file.kind, line, formOf(line))) diagnostics.push(diagnostic);
      // Not after each line: looking at the clock costs as much as checking a claim.
      if (line.number % linesPerTick === 0) await progress.tick(() => `validating: ${records} records`);
    }
    files.push({ ...file, ...reader.digest() });
  }
  for (const diagnostic of validator.finish()) diagnostics.push(diagnostic);
  await progress.done();
  return {
    folder,
    config,
    corpus: corpus ?? { files: [], evidence: new EvidenceIndex([]), diagnostics: [] },
    files,
    articleFiles: articles.length,
    records,
    claims,
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

function isBlank(text: string): boolean {
  return !text.startsWith('{') && text.trim() === '';
}

function* checkConfig({ validate }: Config) {
  for (const { path, message } of checkSettings(validate, [...rules, ...Object.values(corpusRules)])) {
    yield { path: ['validate', ...path], message };
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
  { corpus, form = 'native' }: DatasetRequest,
  folder: string,
  config: Config,
  io: CommandIo,
): LoadedCorpus | undefined {
  if (corpus === false) return undefined;
  // Files of released datasets are also checked where nobody has their articles.
  const isOptional = form !== 'native' && kindOfPath(join(folder, config.corpus)) !== 'folder';
  return isOptional ? undefined : loadCorpus(folder, config.corpus, io.cwd);
}

/** The splits that the lock file of a dataset gives its claims. */
async function splitsOf(folder: string): Promise<ReadonlyMap<ClaimId, string> | undefined> {
  const path = join(folder, lockName);
  if (kindOfPath(path) !== 'file') return undefined;
  const { parseSplitLock } = await import('../split/split-lock.ts');
  return parseSplitLock(readText(path)).splits;
}
