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
  /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;

/** The dates that claims have under a key: ISO 8601, a day or a day and a time. A day is its beginning; where no time zone is given, it is UTC. */
export function readClaimDates(claims: readonly Claim[], key: string): ClaimDates {
  const missing: number[] = [];
  const bad: number[] = [];
  const times = claims.map((claim, at) => {
    const value: unknown = Object.hasOwn(claim, key) ? claim[key] : undefined;
    const time = typeof value === 'string' ? timeOf(value) : undefined;
    if (value === undefined || value === null) missing.push(at);
    else if (time === undefined) bad.push(at);
    return time;
  });
  return { times, missing, bad };
}

function timeOf(text: string): number | undefined {
  const match = isoDate.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  const isComplete = match[4] === undefined || /(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const time = Date.parse(isComplete ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
