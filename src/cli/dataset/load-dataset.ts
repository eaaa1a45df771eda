import { relative, resolve } from 'node:path';
import type { Claim } from '../../claims/claim.ts';
import type { Config } from '../../claims/config.ts';
import { corpusRules } from '../../corpus/corpus-rules.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { StoredEvidence } from '../../corpus/stored-evidence.ts';
import { compareDiagnostics, type Diagnostic, type Level } from '../../diagnostic/diagnostic.ts';
import { withSlashes } from '../../io/files.ts';
import { findDatasetFolder } from '../../io/load-config.ts';
import { type LoadedCorpus, type LoadedCorpusFile, loadCorpusFile } from '../../io/load-corpus.ts';
import type { RecordPath, RecordReader } from '../../io/record-files.ts';
import { rules } from '../../validate/rules/index.ts';
import { Suppressor } from '../../validate/suppressions/suppressor.ts';
import { createValidator } from '../../validate/validate.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';
import { changesSince } from './changes-since.ts';
import { corpusOf, splitsOf, titlesOf } from './checked-against.ts';
import type { DatasetRequest } from './dataset-request.ts';
import { loadDatasetConfig, settingsOf } from './dataset-settings.ts';
import { fillLineTexts } from './fill-line-texts.ts';
import { findSources } from './find-sources.ts';
import { loadSuppressions } from './load-suppressions.ts';
import { openSource } from './open-source.ts';
import { createFormChooser } from './with-form.ts';

/** A record file with what identifies the bytes that were validated; not of a load that is only reported. */
export type LoadedRecordFile = RecordPath &
  Pick<RecordReader, 'digest'> & {
    /** Whether a line of it is one JSON object: a file without any may be no record file at all, and is not to be changed. */
    readonly hasRecords: boolean;
  };

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
  /** Whether all records of the dataset were checked against its articles, by the rules it is configured for: what was not found is then not there. */
  readonly isWhole: boolean;
  /** Number of lines in them that are not blank. */
  readonly records: number;
  /** Claims without an error on levels 1 to 3, in the order of files and lines; none of a load that is only reported. */
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
  const config = await loadDatasetConfig(folder);
  const corpus = await corpusOf(request, folder, config, io);
  const sources = findSources(folder, config, request.paths ?? [], io.cwd);
  const articles = sources.isOwn
    ? (corpus?.files ?? [])
    : sources.articles.map((path) => loadCorpusFile(path, io.cwd));
  const aboutArticles = sources.isOwn
    ? [...(corpus?.diagnostics ?? [])]
    : articles.flatMap((article) => article.diagnostics);
  const pathOf = (file: string): string => withSlashes(relative(folder, resolve(io.cwd, file)));
  const changes = await changesSince(request.since, { folder, config, sources, articles }, io);
  const open = (file: RecordPath) => openSource(file, request, io);
  const suppressions = await loadSuppressions(sources.suppressions, open);
  for (const line of suppressions.lines) changes?.add(line);
  const suppressor = new Suppressor(suppressions.entries, pathOf);
  const claims: Claim[] = [];
  const validator = createValidator(corpus?.evidence, {
    settings: settingsOf(config, request),
    language: config.language,
    splits: await splitsOf(folder),
    titles: await titlesOf(request, io),
    level: request.level,
    hasAnnotations: sources.records.some(({ kind }) => kind === 'annotation'),
    pathOf,
    ...(request.isOnlyReported !== true && { onClaim: (entry) => claims.push(entry.claim) }),
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
    let hasRecords = false;
    for (const line of reader.lines) {
      const found = validator.check(file.kind, line, formOf(line));
      if (!isBlank(line.text)) {
        records += 1;
        hasRecords ||= !found.some(({ level, severity }) => level === 1 && severity === 'error');
      }
      keep(found);
      changes?.add(line);
      // Not after each line: looking at the clock costs as much as checking a claim.
      if (line.number % linesPerTick === 0) await progress.tick(() => `validating: ${records} records`);
    }
    files.push({ ...file, digest: reader.digest, hasRecords });
  }
  keep(validator.finish());
  // What a store is found to have wrong as its articles are asked for: it is told of whatever files are checked.
  if (corpus?.evidence instanceof StoredEvidence) {
    keep(validator.adjust(corpus.diagnostics.filter((diagnostic) => !aboutArticles.includes(diagnostic))));
  }
  const { form = 'native', level = 5 } = request;
  const isConfigured =
    request.rules === undefined && request.profiles === undefined && typeof request.corpus !== 'string';
  const isWhole = sources.isOwn && corpus !== undefined && form === 'native' && level === 5 && isConfigured;
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
    diagnostics: fillLineTexts(diagnostics.sort(compareDiagnostics), sources.records, open),
    suppressed: suppressor.taken,
    pathOf,
    ...(changes && { isAboutChange: (diagnostic: Diagnostic) => changes.concern(diagnostic) }),
  };
}

const levelsOfRules: ReadonlyMap<string, Level> = new Map(
  [...rules, ...Object.values(corpusRules)].map(({ id, level }) => [id, level]),
);

function isBlank(text: string): boolean {
  return !text.startsWith('{') && text.trim() === '';
}
