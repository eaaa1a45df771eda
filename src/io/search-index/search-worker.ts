import { parentPort, workerData } from 'node:worker_threads';
import { ToolError } from '../../errors.ts';
import type { Hit, SearchRequest } from '../../retrieve/evidence-searcher.ts';
import { attachIndexFile, type IndexBuffers, searcherOfIndex } from './open-index-file.ts';

/** What a thread that searches is started with. */
export interface SearchWorkerData {
  /** Of an index file, in shared memory. */
  readonly buffers: IndexBuffers;
  /** How messages call it. */
  readonly shown: string;
}

/** What such a thread is asked, and by which number the answer is known. */
export interface SearchTask {
  readonly number: number;
  readonly request: SearchRequest;
}

/** What it answers: hits, or what a `ToolError` or another error said. */
export type SearchAnswer =
  | { readonly number: number; readonly hits: readonly Hit[] }
  | { readonly number: number; readonly code: string | undefined; readonly message: string };

const { buffers, shown } = workerData as SearchWorkerData;
const searcher = searcherOfIndex(attachIndexFile(buffers, shown), shown);

parentPort?.on('message', ({ number, request }: SearchTask) => {
  parentPort?.postMessage(answerTo(number, request));
});

function answerTo(number: number, request: SearchRequest): SearchAnswer {
  try {
    return { number, hits: searcher.searchNow(request) };
  } catch (error) {
    const code = error instanceof ToolError ? error.code : undefined;
    return { number, code, message: error instanceof Error ? error.message : String(error) };
  }
}
