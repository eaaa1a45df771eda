import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { progressResponseSchema } from '../../annotate/api/progress.ts';
import type { OwnProgress, Progress } from '../../stats/progress/progress.ts';
import { ApiError, callApi } from '../store/api.ts';

/** How often figures are loaded anew while somebody may look at them, in milliseconds. */
const refreshMilliseconds = 30_000;

/** The figures as they were loaded last, and how the last try went. */
export interface LoadedProgress {
  readonly progress: Progress | OwnProgress | undefined;
  readonly at: Date | undefined;
  readonly error: ApiError | undefined;
  readonly isLoading: boolean;
}

/** Loads the figures, and again every half minute while the page can be seen, and when it is seen again. */
export function useProgress(): { readonly loaded: Signal<LoadedProgress>; readonly refresh: () => void } {
  const loaded = useSignal<LoadedProgress>({
    progress: undefined,
    at: undefined,
    error: undefined,
    isLoading: true,
  });
  const asked = useRef(0);
  const refresh = (): void => {
    asked.current += 1;
    const own = asked.current;
    loaded.value = { ...loaded.value, isLoading: true };
    callApi('progress', progressResponseSchema).then(
      ({ progress }) => {
        if (own === asked.current)
          loaded.value = { progress, at: new Date(), error: undefined, isLoading: false };
      },
      (reason: unknown) => {
        if (own !== asked.current) return;
        const error = reason instanceof ApiError ? reason : new ApiError(500, 'FAILED', String(reason));
        loaded.value = { ...loaded.value, error, isLoading: false };
      },
    );
  };
  useEffect(() => {
    refresh();
    const refreshSeen = (): void => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(refreshSeen, refreshMilliseconds);
    document.addEventListener('visibilitychange', refreshSeen);
    return () => {
      // What is still under way comes too late.
      asked.current += 1;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refreshSeen);
    };
  }, []);
  return { loaded, refresh };
}
