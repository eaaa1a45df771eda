/** What became of the time that a claim was open, in milliseconds. The three add up to all the time that was counted. */
export interface HonestTime {
  /** The page was in front, and something was done not long before. */
  readonly active: number;
  /** The page was in front, and nothing was done for longer than is allowed. */
  readonly idle: number;
  /** The page was hidden. */
  readonly hidden: number;
  /** Up to when time was counted, in milliseconds of the clock; `undefined` while none is counted. */
  readonly counted: number | undefined;
  /** When something was last done. */
  readonly lastInput: number;
  readonly isHidden: boolean;
}

export const noTime: HonestTime = {
  active: 0,
  idle: 0,
  hidden: 0,
  counted: undefined,
  lastInput: 0,
  isHidden: false,
};

/** What happens to the time, each at a moment of the clock in milliseconds. */
export type TimeEvent =
  /** Counting begins or goes on: a claim is opened. */
  | { readonly type: 'start'; readonly at: number; readonly isHidden: boolean }
  /** Counting ends: another claim is opened. */
  | { readonly type: 'stop'; readonly at: number }
  /** A key, a pointer, a wheel. */
  | { readonly type: 'input'; readonly at: number }
  | { readonly type: 'hide'; readonly at: number }
  | { readonly type: 'show'; readonly at: number }
  | { readonly type: 'tick'; readonly at: number };

/**
 * The time after an event. A pause counts as work for as long as is allowed, and as idle from then on; a clock that is set back counts
 * nothing.
 *
 * @param idleMilliseconds after how long without input time does not count as work
 */
export function countTime(time: HonestTime, event: TimeEvent, idleMilliseconds: number): HonestTime {
  const { at } = event;
  if (event.type === 'start') return { ...time, counted: at, lastInput: at, isHidden: event.isHidden };
  if (time.counted === undefined) return time;
  const settled = settle(time, at, idleMilliseconds);
  switch (event.type) {
    case 'stop':
      return { ...settled, counted: undefined };
    case 'input':
      return { ...settled, lastInput: at };
    case 'hide':
      return { ...settled, isHidden: true };
    case 'show':
      // Who comes back to the page is doing something.
      return { ...settled, isHidden: false, lastInput: at };
    case 'tick':
      return settled;
  }
}

/** All that was counted, in milliseconds. */
export function countedTime({ active, idle, hidden }: HonestTime): number {
  return active + idle + hidden;
}

function settle(time: HonestTime, at: number, idleMilliseconds: number): HonestTime {
  const { counted, lastInput } = time;
  if (counted === undefined) return time;
  const passed = at - counted;
  if (passed <= 0) return { ...time, counted: at, lastInput: Math.min(lastInput, at) };
  if (time.isHidden) return { ...time, hidden: time.hidden + passed, counted: at };
  const active = Math.min(Math.max(lastInput + idleMilliseconds - counted, 0), passed);
  return { ...time, active: time.active + active, idle: time.idle + passed - active, counted: at };
}
