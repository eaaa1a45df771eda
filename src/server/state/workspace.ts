import { dirname, join } from 'node:path';
import { createWorkFold, type WorkFold } from '../../annotate/work/fold-journals.ts';
import type { Work } from '../../annotate/work/work.ts';
import type { Config } from '../../claims/config.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';
import { ToolError } from '../../errors.ts';
import { DatasetClaims } from '../../io/claims/dataset-claims.ts';
import { CorpusCache } from '../../io/corpus-cache.ts';
import { kindOfPath, readText } from '../../io/files.ts';
import { AnnotationJournals } from '../../io/journal/annotation-journals.ts';
import type { NewJournalRecord } from '../../io/journal/journal-file.ts';
import type { LoadedCorpus } from '../../io/load-corpus.ts';
import { FolderWatcher } from '../../io/watch-folders.ts';
import { applyChange, type ClaimsChange } from '../events/claims-change.ts';
import { type PendingChange, PendingChanges } from '../events/pending-changes.ts';
import type { SearchedCorpus } from '../search/searched-corpus.ts';

/** Where a workspace is and by what settings it works. */
export interface WorkspaceOptions {
  readonly folder: string;
  readonly config: Config;
  /** The folder of this machine alone, for what is no part of the dataset. */
  readonly privateFolder: string;
  /** Told what cannot be watched or read again while the server runs. */
  readonly say: (message: string) => void;
}

const watchedParts = ['corpus', 'records', 'guidelines'] as const;

/** How long git may take to put files of claims in the place of others, in milliseconds. */
const settlingMs = 5000;

type WatchedPart = (typeof watchedParts)[number];

/** The guidelines as the page shows them. */
export interface Guidelines {
  readonly markdown: string;
  readonly fingerprint: string;
}

/**
 * A dataset folder held in memory: its claims, journals, articles and guidelines. What others change on the disk meanwhile is read again
 * before the next request is answered.
 */
export class Workspace {
  readonly folder: string;
  readonly config: Config;
  readonly claims: DatasetClaims;
  readonly journals: AnnotationJournals;
  /** What an earlier server had begun and this one has finished. */
  readonly finished: PendingChange | undefined;
  readonly #pending: PendingChanges;
  readonly #say: (message: string) => void;
  readonly #corpusCache = new CorpusCache();
  readonly #watchers: Readonly<Record<WatchedPart, FolderWatcher>>;
  /** What may have changed on the disk since it was read. */
  readonly #stale = { corpus: false, records: false, guidelines: false };
  #fold: WorkFold;
  #corpus: LoadedCorpus;
  #searched: SearchedCorpus;
  #guidelines: Guidelines | undefined;
  #revision: number;
  #version = 0;
  #claimsVersion = 0;
  /** When others changed files of claims, by a clock that nobody sets. */
  #claimsChangedAt = Number.NEGATIVE_INFINITY;
  /** What could not be read was told so last. */
  #toldLast = '';

  /** Reads the folder. @throws ToolError for what cannot be read */
  constructor({ folder, config, privateFolder, say }: WorkspaceOptions, startedAt: Date) {
    this.folder = folder;
    this.config = config;
    this.#say = say;
    // Not 1: a page that stays open over a new start is to see another number.
    this.#revision = Math.floor(startedAt.getTime() / 1000);
    this.#watchers = {
      corpus: this.#createWatcher('corpus'),
      records: this.#createWatcher('records'),
      guidelines: this.#createWatcher('guidelines'),
    };
    try {
      for (const part of watchedParts) this.#watch(part);
      this.claims = DatasetClaims.open(this.#pathOf(config.claims));
      this.journals = AnnotationJournals.open(this.#pathOf(config.claims), join(privateFolder, 'torn'));
      this.#pending = new PendingChanges(privateFolder);
      this.finished = this.#pending.finish(this.claims, this.journals);
      this.#fold = this.#foldAll();
      this.#corpus = this.#loadCorpus();
      this.#searched = searchedOf(this.#corpus);
      this.#guidelines = this.#loadGuidelines();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Goes up when files of the dataset were changed by somebody else. */
  get revision(): number {
    return this.#revision;
  }

  /** Another number when anything has changed, by whomever. */
  get version(): number {
    return this.#version;
  }

  /** Another number when there are other claims than before; their labels may change without that. */
  get claimsVersion(): number {
    return this.#claimsVersion;
  }

  /** Whether others changed files of claims a moment ago: what is missing now may be about to come back. */
  get isSettling(): boolean {
    return performance.now() - this.#claimsChangedAt < settlingMs;
  }

  /** What stands of all journals. */
  get work(): Work {
    return this.#fold.work;
  }

  /** The same object as long as no article has changed. */
  get corpus(): LoadedCorpus {
    return this.#corpus;
  }

  /** The corpus for who searches it; likewise. */
  get searched(): SearchedCorpus {
    return this.#searched;
  }

  get guidelines(): Guidelines | undefined {
    return this.#guidelines;
  }

  /** Reads again what has changed; what cannot be read stays as it was, and is told. */
  refresh(): void {
    const { corpus, guidelines, records } = this.#stale;
    if (records) {
      this.#stale.records = false;
      this.#watch('records');
      this.#trying('records', () => this.refreshRecords());
    }
    if (corpus) {
      this.#stale.corpus = false;
      this.#watch('corpus');
      this.#trying('corpus', () => {
        const before = this.#corpus;
        this.#corpus = this.#loadCorpus();
        if (this.#corpus === before) return;
        this.#searched = searchedOf(this.#corpus);
        this.#noteChange();
      });
    }
    if (guidelines) {
      this.#stale.guidelines = false;
      this.#watch('guidelines');
      const before = this.#guidelines?.fingerprint;
      this.#guidelines = this.#loadGuidelines();
      if (this.#guidelines?.fingerprint !== before) this.#noteChange();
    }
  }

  /** Looks at the files of claims and the journals themselves, without waiting to be told. @throws ToolError */
  refreshRecords(): void {
    const claims = this.claims.refresh();
    const journals = this.journals.refresh();
    if (claims) {
      this.#claimsVersion += 1;
      this.#claimsChangedAt = performance.now();
    }
    if (journals) this.#fold = this.#foldAll();
    if (claims || journals) this.#noteChange();
  }

  /** Counts a line among what stands before it is written: what follows it is decided by it. {@link write} or {@link forget} must follow. */
  expect(line: NewJournalRecord): void {
    this.#fold.add(line as JournalRecord);
    this.#version += 1;
  }

  /** Forgets what was expected and not written. */
  forget(): void {
    this.#fold = this.#foldAll();
    this.#version += 1;
  }

  /**
   * Adds lines that are expected to an annotator's journal; they are on the disk when it returns.
   *
   * @throws ToolError where the disk says no; nothing is written then
   */
  write(annotator: string, lines: readonly NewJournalRecord[]): void {
    if (lines.length > 0) this.journals.append(annotator, lines);
  }

  /**
   * Adds a line to an annotator's journal, and does to the files of claims what it means. Where those cannot be written it is told, and done
   * before the next change: the line itself is on the disk.
   *
   * @throws ToolError where the disk says no; nothing is written then
   */
  writeWithChange(annotator: string, line: NewJournalRecord, change: ClaimsChange): void {
    // What could not be finished before comes first: it may be about the same claim.
    this.#pending.finish(this.claims, this.journals);
    this.#pending.begin({ annotator, device: String(line.device), number: Number(line.number), change });
    try {
      this.journals.append(annotator, [line]);
    } catch (error) {
      this.#pending.end();
      throw error;
    }
    try {
      applyChange(this.claims, change);
      this.#pending.end();
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      this.#say(`${error.message} It will be done before the next change of a claim.`);
    }
    this.#fold.add(line as JournalRecord);
    this.#version += 1;
    if (change.do === 'add' || change.do === 'drop') this.#claimsVersion += 1;
  }

  close(): void {
    for (const part of watchedParts) this.#watchers[part].close();
  }

  #noteChange(): void {
    this.#revision += 1;
    this.#version += 1;
  }

  #pathOf(inside: string): string {
    return join(this.folder, inside);
  }

  #foldAll(): WorkFold {
    const fold = createWorkFold();
    for (const record of this.journals.records()) fold.add(record);
    return fold;
  }

  /** A file that is being written, or that git is about to bring back, is read the next time. */
  #trying(what: 'corpus' | 'records', work: () => void): void {
    try {
      work();
      this.#toldLast = '';
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      this.#stale[what] = true;
      // Every request tries again.
      if (error.message !== this.#toldLast) this.#say(error.message);
      this.#toldLast = error.message;
    }
  }

  #createWatcher(what: WatchedPart): FolderWatcher {
    return new FolderWatcher(() => {
      this.#stale[what] = true;
    });
  }

  /** Watches the folders of a part, those that are new too. To be called before the part is read, so that no change is missed. */
  #watch(what: WatchedPart): void {
    const { corpus, claims, annotate } = this.config;
    const path = { corpus, records: claims, guidelines: dirname(annotate.guidelines) }[what];
    try {
      this.#watchers[what].watch([{ path: this.#pathOf(path), recursive: what !== 'guidelines' }]);
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      this.#say(`Changes in "${path}" are seen only after the server is started again. ${error.message}`);
    }
  }

  #loadCorpus(): LoadedCorpus {
    return this.#corpusCache.load(this.folder, this.config.corpus, this.folder);
  }

  #loadGuidelines(): Guidelines | undefined {
    const path = this.#pathOf(this.config.annotate.guidelines);
    if (kindOfPath(path) !== 'file') return undefined;
    try {
      const markdown = readText(path);
      return { markdown, fingerprint: fingerprintOfText(markdown) };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      this.#say(error.message);
      return undefined;
    }
  }
}

function searchedOf({ evidence }: LoadedCorpus): SearchedCorpus {
  return { evidence, titles: () => evidence.articles.map(({ title }) => title) };
}
