import { type ReadonlySignal, signal } from '@preact/signals';
import { countTime, type HonestTime, noTime, type TimeEvent } from '../../annotate/label/honest-time.ts';

/** The time of the claim in hand as it passes. */
export interface HonestClock {
  /** Changes every second. */
  readonly time: ReadonlySignal<HonestTime>;
  /** The time up to now. */
  readonly settle: () => HonestTime;
  /** Counts for another claim from now on, on top of what it had. */
  readonly start: (time: HonestTime) => void;
  readonly stop: () => void;
  /** Whether something was done since this was last asked. */
  readonly wasUsed: () => boolean;
  readonly dispose: () => void;
}

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchmove', 'input'] as const;
/** A pointer moves hundreds of times a second. */
const leastMilliseconds = 500;

/** A clock that hears the keys, the pointer and the scrolling of the whole page. */
export function createHonestClock(idleSeconds: number): HonestClock {
  const time = signal<HonestTime>(noTime);
  let isUsed = false;
  let lastInput = 0;
  const count = (event: TimeEvent): HonestTime => {
    time.value = countTime(time.peek(), event, idleSeconds * 1000);
    return time.peek();
  };
  const onInput = (): void => {
    isUsed = true;
    const at = Date.now();
    // A clock that is set back is no reason to hear nothing any more.
    if (Math.abs(at - lastInput) < leastMilliseconds) return;
    lastInput = at;
    count({ type: 'input', at });
  };
  const onVisibility = (): void => {
    const isHidden = document.visibilityState === 'hidden';
    count({ type: isHidden ? 'hide' : 'show', at: Date.now() });
  };
  for (const sign of signs) addEventListener(sign, onInput, { capture: true, passive: true });
  document.addEventListener('visibilitychange', onVisibility);
  const ticking = setInterval(() => count({ type: 'tick', at: Date.now() }), 1000);
  return {
    time,
    settle: () => count({ type: 'tick', at: Date.now() }),
    start: (before) => {
      time.value = before;
      count({ type: 'start', at: Date.now(), isHidden: document.visibilityState === 'hidden' });
    },
    stop: () => {
      count({ type: 'stop', at: Date.now() });
    },
    wasUsed: () => {
      const before = isUsed;
      isUsed = false;
      return before;
    },
    dispose: () => {
      clearInterval(ticking);
      for (const sign of signs) removeEventListener(sign, onInput, { capture: true });
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
