import { type ReadonlySignal, signal } from '@preact/signals';
import type { Session } from '../../annotate/api/session.ts';
import type { RuleSubject } from '../../annotate/label/rule-subject.ts';
import type { Article } from '../../corpus/article.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { toNfc } from '../../text/normalise.ts';
import { ApiError } from '../store/api.ts';
import { articles, openArticle } from '../store/articles.ts';
import type { CheckedRecord, RecordsChecker } from './validator.ts';

/** The validator's own rules over what is being made. */
export interface LiveChecks {
  /** What was found of the latest records, errors first; `undefined` until something was checked. */
  readonly findings: ReadonlySignal<readonly Diagnostic[] | undefined>;
  /** Checks records a moment later, unless others come before. Without records nothing is found. */
  readonly check: (records: readonly CheckedRecord[]) => void;
  /** Checks records at once. */
  readonly checkNow: (records: readonly CheckedRecord[]) => Promise<readonly Diagnostic[]>;
  readonly stop: () => void;
}

/** Between the last change and the check, so that typing is not slowed down. */
const delayMilliseconds = 200;

/** The validator is a file of its own, loaded while the first claim is read; `undefined` where the server does not give it. */
async function loadValidator(): Promise<typeof import('./validator.ts') | undefined> {
  return await import('./validator.ts').catch(() => undefined);
}

/** Checks of records by the rules about one thing. While the validator cannot be had nothing is found: it is left to CI. */
export function createLiveChecks(session: Session, subject: RuleSubject): LiveChecks {
  // Now, not with the first check: the server may be away by then.
  void loadValidator();
  const findings = signal<readonly Diagnostic[] | undefined>(undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let known: { readonly articles: readonly Article[]; readonly checker: RecordsChecker } | undefined;

  async function checkerFor(records: readonly CheckedRecord[]): Promise<RecordsChecker | undefined> {
    const [validator, cited] = await Promise.all([loadValidator(), loadCited(records)]);
    if (validator === undefined) return undefined;
    const { createRecordsChecker } = validator;
    if (known === undefined || !isSame(known.articles, cited)) {
      known = { articles: cited, checker: createRecordsChecker(session, cited, subject) };
    }
    return known.checker;
  }

  async function checkNow(records: readonly CheckedRecord[]): Promise<readonly Diagnostic[]> {
    clearTimeout(timer);
    const turn = ++latest;
    const checker = records.length === 0 ? undefined : await checkerFor(records);
    const found = checker?.(records) ?? [];
    if (turn === latest) findings.value = checker === undefined && records.length > 0 ? undefined : found;
    return found;
  }

  return {
    findings,
    checkNow,
    check: (records) => {
      clearTimeout(timer);
      latest++;
      timer = setTimeout(() => void checkNow(records), delayMilliseconds);
    },
    stop: () => {
      clearTimeout(timer);
      latest++;
    },
  };
}

/** The articles that records cite as far as they can be had, and those that are open. */
async function loadCited(records: readonly CheckedRecord[]): Promise<Article[]> {
  const titles = new Set(records.flatMap(({ record }) => citedTitles(record)));
  const missing = [...titles].filter((title) => !articles.peek().has(title));
  await Promise.all(
    missing.map(async (title) => {
      try {
        await openArticle(title);
      } catch (error) {
        // What is not in the corpus is what the rules say; what could not be had is left to CI.
        if (!(error instanceof ApiError)) throw error;
      }
    }),
  );
  return [...articles.peek().values()].map(({ article }) => article);
}

function citedTitles(record: object): string[] {
  const { evidence = [] } = record as { readonly evidence?: readonly (readonly string[])[] };
  return evidence.flat().flatMap((id) => {
    const parts = parseEvidenceId(id);
    return parts === undefined ? [] : [toNfc(parts.title)];
  });
}

function isSame(some: readonly Article[], others: readonly Article[]): boolean {
  return some.length === others.length && some.every((article, at) => article === others[at]);
}
