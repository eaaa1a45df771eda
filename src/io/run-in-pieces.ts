import { setImmediate } from 'node:timers/promises';

/** How long work may go on before others are let in, in milliseconds. */
const pieceMs = 20;

/** When work is ended early, and who is told of it. */
export interface PieceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told between two pieces how many steps were gone. */
  readonly onPiece?: ((steps: number) => void | Promise<void>) | undefined;
}

/**
 * What long work gives back that is gone through step by step; others are let in every 20 ms, such as a server that answers meanwhile.
 *
 * @throws the reason of the signal where it ends the work
 */
export async function runInPieces<Result>(
  work: Iterator<unknown, Result>,
  { signal, onPiece }: PieceOptions = {},
): Promise<Result> {
  for (let steps = 0; ; ) {
    const end = performance.now() + pieceMs;
    while (performance.now() < end) {
      const step = work.next();
      if (step.done === true) return step.value;
      steps += 1;
    }
    await onPiece?.(steps);
    await setImmediate();
    signal?.throwIfAborted();
  }
}
