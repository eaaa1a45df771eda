import type { Claim } from '../../claims/claim.ts';
import type { Language } from '../../text/languages/language.ts';
import {
  abbreviation,
  allClasses,
  emptyHash,
  hashLetter,
  innerClasses,
  WordClasses,
  wordClass,
} from '../../text/word-classes.ts';

/**
 * What one look at a claim's characters tells: enough to say that a rule certainly finds nothing. A fact may hold where a proper
 * look finds nothing, never the other way round.
 */
export interface ClaimFacts {
  /** Whether all characters are ASCII and none is a control character, white space aside. */
  readonly isPlain: boolean;
  /** Whether there is an ASCII letter or digit. */
  readonly hasAlphanumeric: boolean;
  readonly hasDigit: boolean;
  /** Whether the first character is no capital letter, digit or ASCII mark. */
  readonly startsSmall: boolean;
  readonly endsWithPeriod: boolean;
  /** Whether white space, or what may be white space, stands first or last. */
  readonly hasOuterBlank: boolean;
  /** Whether two blanks stand together, or white space that is no blank. */
  readonly hasOddBlank: boolean;
  /** Whether a quotation mark or bracket may have no partner. */
  readonly hasLoneMark: boolean;
  /** Whether a sentence may end inside, and not only an initial or abbreviation. */
  readonly hasInnerEnd: boolean;
  /** Whether a word behind the first begins with a capital letter. */
  readonly hasInnerCapital: boolean;
  /** Words between blanks. */
  readonly wordCount: number;
  /**
   * Bits of `wordClass`, those of the language's lists; 0 without a language. Pronouns count at the start and behind a comma,
   * questions and requests at the start. Behind the start a word with a capital letter is a name, unless it is a number.
   */
  readonly classes: number;
}

/** Kinds of characters, letters first; `wide` is beyond ASCII. Constants each, which cost less than the members of an object. */
const lower = 0;
const upper = 1;
const digit = 2;
const blank = 3;
const control = 4;
const end = 5;
const paired = 6;
const comma = 7;
const wide = 8;
const other = 9;

/** Of the ASCII characters. */
const kinds = new Uint8Array(128).fill(other);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) kinds[code] = blank;
  else if (code < 0x20 || code === 0x7f) kinds[code] = control;
  else if (/[a-z]/.test(character)) kinds[code] = lower;
  else if (/[A-Z]/.test(character)) kinds[code] = upper;
  else if (/\d/.test(character)) kinds[code] = digit;
  else if ('.!?'.includes(character)) kinds[code] = end;
  else if ('"()[]{}'.includes(character)) kinds[code] = paired;
  else if (character === ',') kinds[code] = comma;
}

const classesByLanguage = new Map<Language, WordClasses>();

/** The last claim's, for all rules ask about one claim before the next comes. */
const last = {
  claim: undefined as Claim | undefined,
  language: undefined as Language | undefined,
  isPlain: true,
  hasAlphanumeric: false,
  hasDigit: false,
  startsSmall: false,
  endsWithPeriod: false,
  hasOuterBlank: false,
  hasOddBlank: false,
  hasLoneMark: false,
  hasInnerEnd: false,
  hasInnerCapital: false,
  wordCount: 0,
  classes: 0,
};

/** The facts about a claim. They hold until the facts of another claim are asked for: nobody keeps them. */
export function claimFacts(claim: Claim, language: Language | undefined): ClaimFacts {
  if (claim !== last.claim || language !== last.language) {
    scan(claim.claim, language);
    last.claim = claim;
    last.language = language;
  }
  return last;
}

/** One pass and no allocation, for it runs on each of hundreds of thousands of claims. */
function scan(text: string, language: Language | undefined): void {
  const wordClasses = language === undefined ? undefined : classesOf(language);
  const maxLength = wordClasses === undefined ? 0 : wordClasses.maxLength;
  const { length } = text;
  let isPlain = true;
  let hasWords = false;
  let hasDigit = false;
  let hasOddBlank = false;
  /** Of the straight quotation marks; of the round brackets; others are not counted. */
  let isQuoted = false;
  let depth = 0;
  let hasLoneMark = false;
  let hasInnerEnd = false;
  let hasInnerCapital = false;
  let wordCount = 0;
  let classes = 0;
  let isBehindComma = false;
  /** Whether the word between blanks has a letter, digit or character beyond ASCII. */
  let hasContent = false;
  let isBehindBlank = false;
  let isBehindEnd = false;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    let isAbbreviated = false;
    if (((code | 0x20) - 0x61) >>> 0 < 26) {
      const start = at;
      const isCapital = code < 0x61;
      if (isCapital && start > 0) hasInnerCapital = true;
      let hash = emptyHash;
      do {
        hash = hashLetter(hash, code | 0x20);
        at += 1;
        code = at < length ? text.charCodeAt(at) : 0x20;
      } while (((code | 0x20) - 0x61) >>> 0 < 26);
      if (wordClasses !== undefined && at - start <= maxLength) {
        const found = wordClasses.of(hash);
        if (code === 0x2e) isAbbreviated = isAbbreviation(text, start, at, found);
        if (found !== 0) {
          if (!hasWords) classes |= found;
          else if (isCapital) classes |= found & wordClass.number;
          else if (isBehindComma) classes |= found & (innerClasses | wordClass.pronoun);
          else classes |= found & innerClasses;
        }
      }
      hasWords = true;
      isBehindComma = false;
      hasContent = true;
      isBehindBlank = false;
      isBehindEnd = false;
      if (at === length) break;
    }
    at += 1;
    if (code === 0x20) {
      if (isBehindBlank) hasOddBlank = true;
      else {
        isBehindBlank = true;
        if (isBehindEnd) hasInnerEnd = true;
        if (hasContent) wordCount += 1;
        hasContent = false;
      }
      continue;
    }
    let which = code < 0x80 ? (kinds[code] as number) : wide;
    if (which === wide) {
      isPlain = false;
      // Which of them are letters, and of which case, is not looked up here.
      hasInnerCapital = true;
      if (isWideBlank(code)) which = blank;
      else if (isWidePaired(code)) hasLoneMark = true;
    }
    switch (which) {
      case blank:
        if (code < 0x80 || isBehindBlank || code === 0x2028 || code === 0x2029) hasOddBlank = true;
        if (isBehindEnd) hasInnerEnd = true;
        if (hasContent) wordCount += 1;
        hasContent = false;
        isBehindBlank = true;
        continue;
      case digit:
        hasDigit = true;
        hasContent = true;
        isBehindEnd = false;
        break;
      case end:
        if (!isAbbreviated) isBehindEnd = true;
        break;
      case paired:
        if (code === 0x22) isQuoted = !isQuoted;
        else if (code === 0x28) depth += 1;
        else if (code === 0x29) depth -= 1;
        else hasLoneMark = true;
        if (depth < 0) hasLoneMark = true;
        break;
      case comma:
        isBehindComma = true;
        isBehindEnd = false;
        break;
      case control:
        isPlain = false;
        break;
      case wide:
        hasContent = true;
        // An end of other scripts needs no blank behind it, and a closing quotation mark keeps the sentence ended.
        if (isWideEnd(code)) hasInnerEnd = true;
        if (code === 0x2026) isBehindEnd = true;
        else isBehindEnd &&= code === 0x2019 || code === 0x201d || code === 0xbb;
        break;
      default:
        // An apostrophe may close a quotation behind the end of a sentence.
        isBehindEnd &&= code === 0x27;
    }
    isBehindBlank = false;
  }
  const first = length === 0 ? 0 : text.charCodeAt(0);
  const final = length === 0 ? 0 : text.charCodeAt(length - 1);
  last.isPlain = isPlain;
  last.hasAlphanumeric = hasWords || hasDigit;
  last.hasDigit = hasDigit;
  last.startsSmall = first > 0x7f || kinds[first] === lower || kinds[first] === blank;
  last.endsWithPeriod = final === 0x2e;
  last.hasOuterBlank = isOuterBlank(first) || isOuterBlank(final);
  last.hasOddBlank = hasOddBlank;
  last.hasLoneMark = hasLoneMark || isQuoted || depth !== 0;
  last.hasInnerEnd = hasInnerEnd;
  last.hasInnerCapital = hasInnerCapital;
  last.wordCount = hasContent ? wordCount + 1 : wordCount;
  last.classes = !isPlain && wordClasses?.hasNonAscii === true ? allClasses : classes & allClasses;
}

/** Whether a period ends an initial or a known abbreviation, from `start` to `end`, and no sentence: of a whole word, not of a part. */
function isAbbreviation(text: string, start: number, end: number, classes: number): boolean {
  const before = start === 0 ? 0x20 : text.charCodeAt(start - 1);
  const isInitial = end - start === 1;
  return before === 0x2e ? isInitial : before === 0x20 && (isInitial || (classes & abbreviation) !== 0);
}

function classesOf(language: Language): WordClasses {
  let classes = classesByLanguage.get(language);
  if (classes === undefined) {
    classes = new WordClasses(language);
    classesByLanguage.set(language, classes);
  }
  return classes;
}

function isOuterBlank(code: number): boolean {
  return code > 0x7f || kinds[code] === blank;
}

/** White space beyond ASCII, as patterns have it in `\s`. */
function isWideBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/** Ends of sentences that no blank stands behind. */
function isWideEnd(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;
}

/** Quotation marks and brackets beyond ASCII. */
function isWidePaired(code: number): boolean {
  return (
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x201c && code <= 0x201f) ||
    (code >= 0x3008 && code <= 0x301b) ||
    code === 0xff08 ||
    code === 0xff09 ||
    code === 0xff3b ||
    code === 0xff3d
  );
}
