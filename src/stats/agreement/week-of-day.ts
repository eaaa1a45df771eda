/** A week of the calendar, from Monday to Sunday. */
export interface Week {
  /** As ISO 8601 has it: `2025-W05`. Weeks sort as texts. */
  readonly id: string;
  /** Its Monday, YYYY-MM-DD. */
  readonly from: string;
}

const daysOfWeek = 7;
/** 1970-01-01 was a Thursday, and a week belongs to the year that its Thursday lies in. */
const msPerDay = 86_400_000;

/** The week of a day, YYYY-MM-DD. */
export function weekOfDay(day: string): Week {
  const number = Math.floor(Date.parse(`${day}T00:00:00Z`) / msPerDay);
  const fromThursday = (((number + 3) % daysOfWeek) + daysOfWeek) % daysOfWeek;
  const monday = number - fromThursday;
  const thursday = dayOfNumber(monday + 3);
  const year = thursday.slice(0, -'-MM-DD'.length);
  const firstDay = Math.floor(Date.parse(`${year}-01-01T00:00:00Z`) / msPerDay);
  const week = Math.floor((monday + 3 - firstDay) / daysOfWeek) + 1;
  return { id: `${year}-W${String(week).padStart(2, '0')}`, from: dayOfNumber(monday) };
}

/**
 * The day that lies some days behind 1970-01-01, YYYY-MM-DD.
 *
 * @see Richards 2013, in the Explanatory Supplement to the Astronomical Almanac, section 15.11.3.
 */
function dayOfNumber(number: number): string {
  const julian = number + 2_440_588;
  const f = julian + 1401 + Math.floor((Math.floor((4 * julian + 274_277) / 146_097) * 3) / 4) - 38;
  const e = 4 * f + 3;
  const h = 5 * Math.floor((e % 1461) / 4) + 2;
  const day = Math.floor((h % 153) / 5) + 1;
  const month = ((Math.floor(h / 153) + 2) % 12) + 1;
  const year = Math.floor(e / 1461) - 4716 + Math.floor((14 - month) / 12);
  // The year before 0000 has the week that 0000 begins in; with a sign years have six digits.
  const shownYear = year < 0 ? `-${String(-year).padStart(6, '0')}` : String(year).padStart(4, '0');
  return [shownYear, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}
