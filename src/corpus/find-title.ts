import { decodeUtf8 } from '../text/decode-utf8.ts';
import { normalForm, toNfc } from '../text/normalise.ts';
import { isMarker } from './evidence-kind.ts';
import { lex, type Stray, Tokens } from './lex.ts';

/** MediaWiki allows 255 bytes, decomposed letters take more; comparing a longer one at each underscore would cost too much. */
const maxTitleBytes = 1024;

/** The title of an article's ids and how it was found. */
export interface FoundTitle {
  readonly title: string;
  /** Where the title was taken from: line 1, or what stands before the ids. */
  readonly from: 'line-1' | 'ids';
  /** Line 1 without byte order mark and outer white space. */
  readonly firstLine: string;
  /** How many spellings of the title were looked for: one where composed and decomposed are the same. */
  readonly spellings: number;
}

/**
 * The title's bytes as given, composed and decomposed: the FEVEROUS database is NFD, the annotation wiki NFC. None for what is
 * no title: nothing, or more than 1,024 bytes.
 */
export function titleSpellings(title: string): Uint8Array[] {
  if (title === '' || title.length > maxTitleBytes) return [];
  const encoder = new TextEncoder();
  return [...new Set([title, toNfc(title), normalForm(title, 'NFD')])]
    .map((spelling) => encoder.encode(spelling))
    .filter((spelling) => spelling.length <= maxTitleBytes);
}

/** Line 1 without byte order mark and outer white space. */
export function readFirstLine(bytes: Uint8Array, start: number, end: number): string {
  const lineFeed = bytes.indexOf(0x0a, start);
  const lineEnd = lineFeed < 0 || lineFeed > end ? end : lineFeed;
  return decodeUtf8(bytes, start, lineEnd)
    .replace(/^\uFEFF/, '')
    .trim();
}

/** A full stop of a script that puts no blank behind it, with the brackets and quotation marks it closes. */
const unspacedStop = '[。！？｡．][\\p{Pe}\\p{Pf}]*';
/** Where a sentence ends, with the white space that follows: in Latin, Arabic, Devanagari and other scripts. */
const sentenceEnd = `(?:[\\p{STerm}…][\\p{Pe}\\p{Pf}"']*\\s+|${unspacedStop}\\s*)`;
const anySentenceEnd = new RegExp(sentenceEnd, 'u');
const behindSentenceEnd = new RegExp(`${sentenceEnd}$`, 'u');
const wordStart = new RegExp(`(?:^|\\s|${unspacedStop})$`, 'u');
/** What no lost beginning of a title ends with. */
const endOfText = new RegExp(`(?:^|\\p{P})\\s+$|^$|${unspacedStop}$`, 'u');
/** The rest of a text after its last sentence, heading or quotation is what this leaves. */
const lastSentence = new RegExp(`^.*(?:[\\p{STerm}…:;\\p{Pe}\\p{Pf}"]\\s+|${unspacedStop}\\s*)`, 'su');
const startOfTitle = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/**
 * The beginning of the title that line 1 lost: what all ids have before the title that was found, where it is a part of the
 * title beyond doubt. Otherwise empty, and line 1 stands.
 *
 * Beyond doubt means: it begins as a title does, at the start of a word in each sentence and heading; and the ids of tables and
 * lists, which have no text, have it before them and nothing else, or without such ids, most sentences end before it. Fewer than
 * three ids agree by chance.
 */
export function lostBeginning(bytes: Uint8Array, tokens: Tokens): string {
  if (tokens.count < 3) return '';
  let common: string | undefined;
  let atMarkers: string | undefined;
  for (let token = 0; token < tokens.count; token++) {
    const before = lineBefore(bytes, tokens.rawStart(token), tokens.idStart(token));
    common = common === undefined ? before : commonSuffix(common, before);
    // Nearly always a full stop and a blank, at the first id already.
    if (endOfText.test(common)) return '';
    if (!isMarker(tokens.kind(token))) continue;
    atMarkers ??= before.trimStart();
    if (before.trimStart() !== atMarkers) return '';
  }
  for (const lost of candidatesIn(common ?? '', atMarkers)) {
    if (startOfTitle.test(lost) && isBeyondDoubt(bytes, tokens, lost, atMarkers !== undefined)) return lost;
  }
  return '';
}

/** What may be the beginning of the title in what all ids have before them. */
function candidatesIn(common: string, atMarkers: string | undefined): string[] {
  if (atMarkers !== undefined) return common.endsWith(atMarkers) ? [atMarkers] : [];
  const whole = common.trimStart();
  const [, afterEnd, another] = common.split(anySentenceEnd);
  // Of several sentence ends nobody knows which of them is an abbreviation in the title.
  return afterEnd === undefined || another !== undefined ? [whole] : [whole, afterEnd];
}

function isBeyondDoubt(bytes: Uint8Array, tokens: Tokens, lost: string, isAtMarkers: boolean): boolean {
  let sentences = 0;
  let ended = 0;
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kind(token);
    if (kind !== 'sentence' && kind !== 'section') continue;
    const text = lineBefore(bytes, tokens.rawStart(token), tokens.idStart(token)).slice(0, -lost.length);
    if (!wordStart.test(text)) return false;
    if (kind === 'section') continue;
    sentences += 1;
    if (behindSentenceEnd.test(text)) ended += 1;
  }
  return isAtMarkers || ended * 2 > sentences;
}

/** What follows the last sentence end of a text, without leading white space; empty where that is only white space. */
function afterSentence(text: string): string {
  return text.replace(lastSentence, '').trimStart();
}

/** The title that most neighbouring ids agree on, where line 1 does not tell. */
export function commonTitle(bytes: Uint8Array, start: number, end: number): string {
  const strays: Stray[] = [];
  lex(bytes, start, end, [], new Tokens(), strays);
  const before = strays
    .filter(({ reason }) => reason === 'foreign')
    .map((stray, which, all) => lineBefore(bytes, all[which - 1]?.end ?? start, stray.start));
  const only = before[0];
  if (only === undefined) return '';
  // One id alone: its title is what follows the last sentence end on its line.
  if (before.length === 1) return afterSentence(only).trimEnd();
  const votes = new Map<string, number>();
  for (let which = 1; which < before.length; which++) {
    const title = commonSuffix(before[which - 1] ?? '', before[which] ?? '')
      .replace(/^[\p{P}\s]*(?:\s|[。！？｡．])/u, '')
      .trim();
    if (title !== '') votes.set(title, (votes.get(title) ?? 0) + 1);
  }
  let best = '';
  for (const [title, count] of votes) {
    const most = votes.get(best) ?? 0;
    if (count > most || (count === most && title.length > best.length)) best = title;
  }
  return best;
}

/** The text of `bytes[from, to)` that stands on the last line of it. */
function lineBefore(bytes: Uint8Array, from: number, to: number): string {
  const text = decodeUtf8(bytes, from, to);
  return text.slice(text.lastIndexOf('\n') + 1);
}

function commonSuffix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length++;
  // Never half of a surrogate pair.
  const suffix = a.slice(a.length - length);
  return /^[\uDC00-\uDFFF]/.test(suffix) ? suffix.slice(1) : suffix;
}
