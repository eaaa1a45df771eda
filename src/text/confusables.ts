import type { Span } from './span.ts';

/** A letter of another script among letters that it looks like. */
export interface ForeignLetter {
  readonly letter: string;
  /** The letter of the word's script that has its shape. */
  readonly twin: string;
  /** The script the letter is of. */
  readonly script: 'Cyrillic' | 'Greek' | 'Latin';
  readonly span: Span;
}

/** A word with letters of two scripts that look alike. */
export interface MixedWord {
  readonly word: string;
  readonly span: Span;
  /** The letters that do not belong; empty where the word may be of either script. */
  readonly foreign: readonly ForeignLetter[];
}

/** Pairs of a letter and the Latin one of its shape and case. @see Unicode Technical Standard #39, confusables.txt */
const twins = {
  Cyrillic: pairs('аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwѵvӏlАAВBЕEКKМMНHОOРPСCТTУYХXЅSІIЈJԌGԚQԜWѴVӀIҮYүy'),
  Greek: pairs('ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOοoΡPΤTΥYΧXͿJϳjϹCϲc'),
} as const;

const latinTwins = { Cyrillic: inverse(twins.Cyrillic), Greek: inverse(twins.Greek) } as const;

/** Letters that only some languages have. */
const rare = /[ѕіјһԁԛԝѵӏЅІЈԌԚԜѴӀҮүͿϳϹϲ]/u;

const isLatin = /\p{Script=Latin}/u;
const isCyrillic = /\p{Script=Cyrillic}/u;
const isGreek = /\p{Script=Greek}/u;

/**
 * The words of a text that mix Latin with Cyrillic or Greek letters of the same shape, in order. Words that need letters of both
 * scripts, such as TNFα, are not among them: their letters tell themselves apart.
 */
export function mixedWords(text: string): MixedWord[] {
  if (!isLatin.test(text)) return [];
  const found: MixedWord[] = [];
  for (const [script, pattern] of [
    ['Cyrillic', isCyrillic],
    ['Greek', isGreek],
  ] as const) {
    if (!pattern.test(text)) continue;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      if (!isLatin.test(word) || !pattern.test(word)) continue;
      const mixed = mixedWord(word, index, script, pattern);
      if (mixed !== undefined) found.push(mixed);
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function mixedWord(
  word: string,
  start: number,
  script: 'Cyrillic' | 'Greek',
  pattern: RegExp,
): MixedWord | undefined {
  const latin: ForeignLetter[] = [];
  const other: ForeignLetter[] = [];
  /** Letters that have no twin in the other script, and so tell which script the word is of. */
  let ownLatin = 0;
  let ownOther = 0;
  /** Letters whose twin hardly any word has. */
  let nearlyOwnLatin = 0;
  let at = start;
  for (const letter of word) {
    const span = { start: at, end: at + letter.length };
    at += letter.length;
    if (isLatin.test(letter)) {
      const twin = latinTwins[script].get(letter);
      if (twin === undefined) ownLatin += 1;
      else if (rare.test(twin)) nearlyOwnLatin += 1;
      if (twin !== undefined) latin.push({ letter, twin, script: 'Latin', span });
    } else if (pattern.test(letter)) {
      const twin = twins[script].get(letter);
      if (twin === undefined) ownOther += 1;
      else other.push({ letter, twin, script, span });
    }
  }
  // A Greek letter among Latin ones is a symbol that is meant, unless only its shape tells it from a Latin one: Aβ, NFκB.
  if (ownOther > 0 && (ownLatin > 0 || script === 'Greek')) return undefined;
  const foreign = ownOther > 0 ? latin : ownLatin + nearlyOwnLatin > 0 ? other : [];
  return { word, span: { start, end: at }, foreign };
}

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = [...text];
  return new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? '']] : [])));
}

/** The first of several that have one twin. */
function inverse(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const inverted = new Map<string, string>();
  for (const [letter, twin] of map) if (!inverted.has(twin)) inverted.set(twin, letter);
  return inverted;
}
