import { expect, test } from 'vitest';
import { mixedWords } from '../../src/text/confusables.ts';
import { invisibleCharacters } from '../../src/text/invisible-characters.ts';

/** The word, and its letters that do not belong with what they look like. */
const shown = (text: string) =>
  mixedWords(text).map(({ word, span, foreign }) => {
    expect(text.slice(span.start, span.end)).toBe(word);
    for (const { letter, span: part } of foreign) expect(text.slice(part.start, part.end)).toBe(letter);
    return `${word}: ${foreign.map(({ script, twin }) => `${script} ${twin}`).join(', ') || '?'}`;
  });

test.each([
  ['Latin only', []],
  ['Москва and Ελλάδα are names.', []],
  ['\u041coscow fell', ['\u041coscow: Cyrillic M']],
  ['M\u043esc\u043ew fell', ['M\u043esc\u043ew: Cyrillic o, Cyrillic o']],
  ['Azerb\u0430ijan\u0456', ['Azerb\u0430ijan\u0456: Cyrillic a, Cyrillic i']],
  ['\u0391thens fell', ['\u0391thens: Greek A']],
  // A Latin letter in a Russian word.
  ['Mосква', ['Mосква: Latin М']],
  ['\u0430ce', ['\u0430ce: ?']],
  // Letters that are meant.
  ['TNFα, NFκB, Aβ, PPARγ and αvβ8', []],
  ['5 μm and Δx', []],
  ['Qβ', []],
])('the mixed words of %j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  ['nothing to see', []],
  ['soft\u00adhyphen', ['U+00AD soft hyphen']],
  ['a\u200bb', ['U+200B zero-width space?']],
  ['a \u200bb', ['U+200B zero-width space']],
  ['a\u200b\u200b\u200bb', ['U+200B zero-width space?']],
  ['null\u0000 and escape\u001b', ['U+0000 control character', 'U+001B control character']],
  ['delete\u007f, next line\u0085', ['U+007F control character', 'U+0085 control character']],
  ['left\u202e right', ['U+202E direction control']],
  ['mark\u200e here', ['U+200E direction mark']],
  ['byte\ufefforder', ['U+FEFF byte order mark']],
  ['tag\u{e0041}', ['U+E0041 invisible character']],
  ['filler\u3164here', ['U+3164 invisible character?']],
  ['Latin\u200djoiner', ['U+200D zero-width joiner']],
  // What scripts and pictures need.
  ['می\u200cخواهم', []],
  ['क्\u200dष', []],
  ['👩\u200d🚀 and 🏴\u{e0067}\u{e0062}\u{e007f}', []],
  ['שלום\u200f!', []],
  ['tab\tand\nline', []],
])('the invisible characters of %j', (text, expected) => {
  const found = invisibleCharacters(text);
  expect(found.map(({ name, isRemovable }) => `${name}${isRemovable ? '' : '?'}`)).toEqual(expected);
});
