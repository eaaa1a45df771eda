import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ToolError } from '../../errors.ts';
import type { EvidenceSearcher, Hit, SearchRequest } from '../../retrieve/evidence-searcher.ts';
import type { OpenedSearcher } from './open-dataset-searcher.ts';
import type { SearchAnswer, SearchTask, SearchWorkerData } from './search-worker.ts';

/** Records below which a search is so quick that threads take longer to start than they save. */
const fewRecords = 100_000;

/** Queries that an engine is asked at a time: it waits for none of them. */
const askedAtOnce = 8;

/** Searches that wait for each thread: with 4 two threads answered 1.6 times as many of 25,000 queries as one, with 32 1.7 times, as more messages are read at a time. */
const waitingForEach = 32;

/** How many searches are done at once. */
export interface Pool {
  readonly searcher: EvidenceSearcher;
  /** Searches to ask for before the first is answered, so that no thread waits. */
  readonly ahead: number;
  /** Ends the threads, not what was opened. */
  readonly close: () => Promise<void>;
}

/** How a pool is made. */
export interface PoolOptions {
  /** Threads at most; as many as the machine can run at once by default. */
  readonly threads?: number;
  /** Records that are worth it. */
  readonly least?: number;
  /** The file that threads run; that of the package by default. */
  readonly worker?: URL | undefined;
}

/**
 * A searcher for many queries at once. Of a large index file whose columns are in shared memory each thread searches a part of the queries in the very same bytes;
 * an engine is asked several at a time; anything else is searched as it was opened.
 */
export async function openPool(opened: OpenedSearcher, options: PoolOptions = {}): Promise<Pool> {
  const { threads = availableParallelism(), least = fewRecords, worker = workerFile() } = options;
  const ahead = opened.origin === 'engine' ? askedAtOnce : 1;
  const alone: Pool = { searcher: opened.searcher, ahead, close: async () => {} };
  if (opened.origin !== 'file' || threads < 2 || worker === undefined) return alone;
  const { index, searcher, shown } = opened;
  const isShared = Object.values(index.buffers.levels).every((buffer) => buffer instanceof SharedArrayBuffer);
  let records = 0;
  for (const level of searcher.levels) records = Math.max(records, await searcher.size(level));
  if (!isShared || records < least) return alone;
  const data: SearchWorkerData = { buffers: index.buffers, shown };
  return startPool(searcher, worker, data, threads);
}

/** The file of the threads beside this one or, in the bundled command line, where it puts it; `undefined` where the sources are run by what cannot start them. */
function workerFile(): URL | undefined {
  return ['./search-worker.js', './parts/search-worker.js']
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(url));
}

interface Waiting {
  readonly resolve: (hits: readonly Hit[]) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** By number of the task. */
  readonly waiting: Map<number, Waiting>;
  /** Why it ended. */
  failure?: Error;
}

function startPool(inner: EvidenceSearcher, file: URL, data: SearchWorkerData, count: number): Pool {
  const threads = Array.from({ length: count }, () => startThread(file, data));
  let tasks = 0;
  const search = (request: SearchRequest): Promise<readonly Hit[]> =>
    new Promise((resolve, reject) => {
      const thread = leastBusy(threads);
      if (thread.failure !== undefined) {
        reject(thread.failure);
        return;
      }
      tasks += 1;
      thread.waiting.set(tasks, { resolve, reject });
      thread.worker.postMessage({ number: tasks, request } satisfies SearchTask);
    });
  // Only searching takes long. What else it can do stays as it is.
  const searcher = new Proxy(inner, {
    get: (target, key) => {
      if (key === 'search') return search;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const close = async (): Promise<void> => {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  };
  return { searcher, ahead: waitingForEach * count, close };
}

function startThread(file: URL, data: SearchWorkerData): Thread {
  const worker = new Worker(file, { workerData: data });
  const thread: Thread = { worker, waiting: new Map() };
  worker.on('message', (answer: SearchAnswer) => {
    const waiting = thread.waiting.get(answer.number);
    thread.waiting.delete(answer.number);
    if ('hits' in answer) waiting?.resolve(answer.hits);
    else
      waiting?.reject(
        answer.code === undefined ? new Error(answer.message) : new ToolError(answer.code, answer.message),
      );
  });
  const end = (failure: Error): void => {
    thread.failure ??= failure;
    for (const { reject } of thread.waiting.values()) reject(thread.failure);
    thread.waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () =>
    end(new ToolError('SEARCH_ENDED', 'A thread of the search has ended. Run it again.')),
  );
  return thread;
}

function leastBusy(threads: readonly Thread[]): Thread {
  return threads.reduce((one, other) => (other.waiting.size < one.waiting.size ? other : one));
}
