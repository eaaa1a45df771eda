import { countTime, type HonestTime, noTime, type TimeEvent } from '../../annotate/label/honest-time.ts';
import { session } from '../store/session.ts';

let time: HonestTime = noTime;

function happen(type: TimeEvent['type']): void {
  const at = Date.now();
  const event: TimeEvent = type === 'start' ? { type, at, isHidden: document.hidden } : { type, at };
  time = countTime(time, event, (session.value?.idleSeconds ?? 60) * 1000);
}

/** Counts time until the function that it gives back is called. Pauses and time in which the page was hidden do not count. */
export function startWorkClock(): () => void {
  happen('start');
  const onInput = (): void => happen('input');
  const onShow = (): void => happen(document.hidden ? 'hide' : 'show');
  const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
  for (const kind of kinds) addEventListener(kind, onInput, { passive: true });
  document.addEventListener('visibilitychange', onShow);
  return () => {
    happen('stop');
    for (const kind of kinds) removeEventListener(kind, onInput);
    document.removeEventListener('visibilitychange', onShow);
  };
}

/** Seconds of work since this was last asked, or since the clock was started. */
export function takeSeconds(): number {
  happen('tick');
  const { active } = time;
  time = { ...time, active: 0, idle: 0, hidden: 0 };
  return active / 1000;
}
