import { toNfc } from '../text/normalise.ts';

const escapes: readonly (readonly [string, string])[] = [
  [' ', '_'],
  ['(', '-LRB-'],
  [')', '-RRB-'],
  ['[', '-LSB-'],
  [']', '-RSB-'],
  [':', '-COLON-'],
];
const escapeOf = new Map(escapes);
const unescapeOf = new Map(escapes.map(([plain, escaped]) => [escaped, plain]));

/** The page name that FEVER has for a title, in Unicode normal form D as in its database. */
export function pageOfTitle(title: string): string {
  return title.replace(/[ ()[\]:]/g, (plain) => escapeOf.get(plain) ?? plain).normalize('NFD');
}

/** The title of a FEVER page, in Unicode normal form C. */
export function titleOfPage(page: string): string {
  return toNfc(
    page.replace(/_|-(?:LRB|RRB|LSB|RSB|COLON)-/g, (escaped) => unescapeOf.get(escaped) ?? escaped),
  );
}
