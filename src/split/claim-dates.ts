import type { Claim } from '../claims/claim.ts';

/** When claims were made, or what they speak of, or whatever the key tells. */
export interface ClaimDates {
  /** By position of the claim, in milliseconds since 1970 began in UTC; `undefined` where there is no date. */
  readonly times: readonly (number | undefined)[];
  /** Positions of the claims without the key. */
  readonly missing: readonly number[];
  /** Positions of the claims that have something else under it than a date. */
  readonly bad: readonly number[];
}

const isoDate =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:[T ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d(?:[.,]\d{1,9})?))?(?<zone>Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?)?)?$/;

/**
 * The dates that claims have under a key: ISO 8601, a year, a month, a day, or a day and a time. A year, a month and a day are their
 * beginning; where no time zone is given, it is UTC.
 */
export function readClaimDates(claims: readonly Claim[], key: string): ClaimDates {
  const missing: number[] = [];
  const bad: number[] = [];
  const times = claims.map((claim, at) => {
    const value: unknown = Object.hasOwn(claim, key) ? claim[key] : undefined;
    const time = timeOf(value);
    if (value === undefined || value === null) missing.push(at);
    else if (time === undefined) bad.push(at);
    return time;
  });
  return { times, missing, bad };
}

function timeOf(value: unknown): number | undefined {
  // A year is often a number; of any other number nobody knows from when on it counts.
  const text = Number.isInteger(value) ? String(value) : value;
  const groups = typeof text === 'string' ? isoDate.exec(text)?.groups : undefined;
  if (groups === undefined) return undefined;
  const { year, month = '01', day = '01', hour = 0, minute = 0, second = '0', zone = 'Z' } = groups;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // What is no day of its month has become one of another.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  const minutes = Number(hour) * 60 + Number(minute) - offsetOf(zone);
  return date.getTime() + minutes * 60_000 + Number(second.replace(',', '.')) * 1000;
}

/** The minutes that a time zone is ahead of UTC. */
function offsetOf(zone: string): number {
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}
