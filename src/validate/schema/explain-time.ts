import { annotationSchema } from '../../claims/annotation.ts';

/** What is wrong with a time. */
export interface TimeProblem {
  /** A sentence without its capital and full stop. */
  readonly problem: string;
  /** What to do, where that is not to write a time as the schema wants it. */
  readonly help?: string;
  /** The time that was meant; certain unless `isGuess`. */
  readonly meant?: string;
  readonly isGuess?: boolean;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Year, month, day; hour, minute, second with its fraction; time zone. Looser than the schema, so that it can be said what is wrong. */
const likeTime =
  /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\s*[Tt_ ]?\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})([.,]\d+)?)?\s*(Z|z|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?)?)?\s*$/;

const dayFirst = /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?:\D.*)?$/s;

/** Longer texts are no times; looking at one would cost its length. */
const maxTimeChars = 100;

/** What is wrong with a value that the schema refuses as a time. */
export function explainTime(value: string | number): TimeProblem {
  if (typeof value === 'number') return explainNumber(value);
  if (value.trim() === '') return { problem: 'it is empty' };
  if (value.length > maxTimeChars) return { problem: 'it is no date and time' };
  if (/^\s*\d{9,13}\s*$/.test(value)) return explainNumber(Number(value));
  if (dayFirst.test(value)) {
    return {
      problem: 'the year must come first, then month and day',
      help: 'Write the year, month and day in this order: which of the first two numbers is the month, nobody can tell.',
    };
  }
  const match = likeTime.exec(value);
  if (match === null) return { problem: 'it is no date and time' };
  const [, year = '', month = '', day = '', hour, minute = '', second, fraction = '', zone] = match;
  const wrong = wrongNumber([year, month, day, hour ?? '0', minute || '0', second ?? '0'].map(Number));
  if (wrong !== undefined) return { problem: wrong };
  if (hour === undefined) return { problem: 'the time of day and the time zone are missing' };
  const two = (text: string): string => text.padStart(2, '0');
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second ?? '0')}${fraction.replace(',', '.')}`;
  if (zone === undefined) {
    return {
      problem: 'the time zone is missing',
      help: 'Add the time zone of the annotator: `Z` for UTC, or the hours from it, such as `+01:00`.',
      meant: `${local}Z`,
      isGuess: true,
    };
  }
  const offset = zoneOf(zone);
  const meant = offset === undefined ? undefined : `${local}${offset}`;
  if (meant === undefined || !annotationSchema.shape.at.safeParse(meant).success)
    return { problem: `there is no time zone ${zone}` };
  return { problem: 'it is not written as YYYY-MM-DDThh:mm:ssZ', meant };
}

/** Seconds or milliseconds since 1970, as programs count time. */
function explainNumber(value: number): TimeProblem {
  const milliseconds = value >= 1e9 && value < 1e10 ? value * 1000 : value;
  if (!(milliseconds >= 1e12 && milliseconds < 1e13)) return { problem: `it is the number ${value}` };
  const unit = milliseconds === value ? 'milliseconds' : 'seconds';
  return {
    problem: `it is the number ${value}`,
    help: `If these are ${unit} since 1970, write them as a date and time.`,
    meant: timeSince1970(Math.floor(milliseconds / 1000)),
    isGuess: true,
  };
}

/** The number that no date or time of day has, in words. */
function wrongNumber([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]):
  | string
  | undefined {
  const name = months[month - 1];
  if (name === undefined) return `there is no month ${month}`;
  const days = daysOf(month, year);
  if (day < 1 || day > days) return `there is no day ${day} in ${name} ${year}`;
  if (hour > 23) return `there is no hour ${hour}`;
  if (minute > 59) return `there is no minute ${minute}`;
  return second > 59 ? `there is no second ${second}` : undefined;
}

/** The time zone as ISO 8601 writes it. */
function zoneOf(zone: string): string | undefined {
  const offset = /^([-+])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (offset === null) return 'Z';
  const [, sign = '', hours = '', minutes = '00'] = offset;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** Days of a month of the Gregorian calendar. */
function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The time, to the second, that is a number of seconds after the beginning of 1970; for some hundred years. */
function timeSince1970(seconds: number): string {
  let [year, month, day] = [1970, 1, Math.floor(seconds / 86_400) + 1];
  for (let days = daysOf(month, year); day > days; days = daysOf(month, year)) {
    day -= days;
    month += 1;
    if (month <= 12) continue;
    month = 1;
    year += 1;
  }
  const ofDay = seconds % 86_400;
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const time = [ofDay / 3600, (ofDay / 60) % 60, ofDay % 60].map(two).join(':');
  return `${year}-${two(month)}-${two(day)}T${time}Z`;
}
