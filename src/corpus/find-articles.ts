/** A range of bytes: `start` included, `end` not. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The line above which an article begins. */
export const banner = 'From Wikipedia for FEVERv2';
const bannerBytes = new TextEncoder().encode(banner);
const creditsBytes = new TextEncoder().encode('Credits to the contents of this page');
/** The rarest byte of the banner in prose, by which it is found, and its place in the banner. */
const rareByte = 0x56; // V
const rareAt = banner.indexOf('V');
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Where the articles of `bytes` begin: the line above each banner line, blank lines skipped. The first begins at 0, whatever
 * stands there, so the ranges between the starts cover everything. What stands below does not change a start, so a file can be
 * looked through in pieces of whole lines. Linear.
 */
export function findArticleStarts(bytes: Uint8Array): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(rareByte); at >= 0; at = bytes.indexOf(rareByte, at + 1)) {
    const start = at - rareAt;
    if (start <= 0 || bytes[start - 1] !== lineFeed || !isBanner(bytes, start)) continue;
    const title = titleLineAbove(bytes, start, starts[starts.length - 1] as number);
    if (title > (starts[starts.length - 1] as number)) starts.push(title);
  }
  return starts;
}

/** Where the banner line of `bytes[start, end)` begins, or -1. */
export function findBanner(bytes: Uint8Array, start: number, end: number): number {
  const range = bytes.subarray(0, end);
  for (let at = range.indexOf(rareByte, start); at >= 0; at = range.indexOf(rareByte, at + 1)) {
    const line = at - rareAt;
    if (line >= start && (line === start || range[line - 1] === lineFeed) && isBanner(range, line))
      return line;
  }
  return -1;
}

/** The ranges of the articles of `bytes`, which together are all of it. */
export function findArticles(bytes: Uint8Array): ByteRange[] {
  const starts = findArticleStarts(bytes);
  return starts.map((start, which) => ({ start, end: starts[which + 1] ?? bytes.length }));
}

function isBanner(bytes: Uint8Array, start: number): boolean {
  if (!startsWith(bytes, start, bannerBytes)) return false;
  const next = bytes[start + bannerBytes.length];
  return next === undefined || next === lineFeed || next === carriageReturn;
}

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let byte = 0; byte < prefix.length; byte++) if (bytes[at + byte] !== prefix[byte]) return false;
  return true;
}

/**
 * Start of the nearest line above the banner at `at` that is not blank. The banner itself where that line is the foot of the
 * article before, because the title was lost; `from` where that line is a banner or there is none, so that no article begins.
 */
function titleLineAbove(bytes: Uint8Array, at: number, from: number): number {
  let lineEnd = at - 1;
  while (lineEnd > from) {
    const previous = bytes.lastIndexOf(lineFeed, lineEnd - 1);
    const lineStart = Math.max(previous + 1, from);
    for (let byte = lineStart; byte < lineEnd; byte++) {
      if ((bytes[byte] as number) <= 0x20) continue;
      if (startsWith(bytes, lineStart, creditsBytes)) return at;
      return isBanner(bytes, lineStart) ? from : lineStart;
    }
    lineEnd = lineStart - 1;
  }
  return from;
}
