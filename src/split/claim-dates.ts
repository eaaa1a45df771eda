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
  if (Number(day) < 1 || Number(day) > daysOfMonth(Number(year), Number(month))) return undefined;
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  const minutes = Number(hour) * 60 + Number(minute) - offsetOf(zone);
  return midnight + minutes * 60_000 + Number(second.replace(',', '.')) * 1000;
}

/** None of what is no month. */
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The minutes that a time zone is ahead of UTC. */
function offsetOf(zone: string): number {
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}
