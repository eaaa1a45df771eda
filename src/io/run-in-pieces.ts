import { setImmediate } from 'node:timers/promises';

/** How long work may go on before others are let in, in milliseconds. */
const pieceMs = 20;

/**
 * What long work asks after each step: mostly nothing, every 20 ms a promise to wait for while others are let in, such as a server that answers meanwhile. Rejected
 * with the reason of the signal where it ends the work.
 */
export function createPauses(signal?: AbortSignal): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < pieceMs) return undefined;
    return setImmediate().then(() => {
      signal?.throwIfAborted();
      begun = performance.now();
    });
  };
}

/**
 * What long work gives back that is gone through step by step, with {@link createPauses pauses} for others.
 *
 * @throws the reason of the signal where it ends the work
 */
export async function runInPieces<Result>(
  work: Iterator<unknown, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const pause = createPauses(signal);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const waiting = pause();
    if (waiting !== undefined) await waiting;
  }
}
