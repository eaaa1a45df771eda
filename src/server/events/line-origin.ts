import { boundedTime } from '../../annotate/work/bounded-time.ts';

/** Who sent an event from where, and when it came. */
export interface LineOrigin {
  readonly annotator: string;
  readonly device: string;
  readonly number: number;
  /** By the browser's clock, ISO 8601. */
  readonly at: string;
  /** By the server's. */
  readonly now: Date;
}

/** A browser's clock that is further off is wrong, or the event was kept for a while. */
export const toleranceMs = 2 * 60 * 1000;

/**
 * When a line was made and where it comes from, as its keys. The browser's time stands, unless it is in the future, or before `since`: then it is
 * the nearest that can be.
 *
 * @param since milliseconds since 1970
 */
export function originKeys({ device, number, at, now }: LineOrigin, since = Number.NEGATIVE_INFINITY) {
  const notAfterNow = boundedTime(at, now.getTime());
  // By a moment it may be after now: two things may be done in one millisecond, and their order counts.
  const bounded = Date.parse(notAfterNow) < since ? new Date(since).toISOString() : notAfterNow;
  const isFar = Math.abs(Date.parse(at) - now.getTime()) > toleranceMs;
  return {
    at: bounded,
    end: {
      ...(isFar && { received: now.toISOString() }),
      ...(isFar && bounded !== at && { clock: at }),
      device,
      number,
    },
  };
}
