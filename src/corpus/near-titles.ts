/** Letters that are tried in place of others; a title's own letters are tried too. */
const commonLetters = 'abcdefghijklmnopqrstuvwxyz -';
/** Longer titles are only tried with other capitals: their neighbours are too many. */
const maxEdited = 80;

/**
 * Titles that a misspelt one may have been meant to be, for a store that can only say whether it has a title: other capitals, then
 * two neighbours exchanged, a letter too many, another letter, one missing. Some thousand at most, the likeliest first.
 */
export function* nearTitles(title: string): Generator<string> {
  const lower = title.toLowerCase();
  yield* [
    title.trim(),
    title.charAt(0).toUpperCase() + title.slice(1),
    lower.charAt(0).toUpperCase() + lower.slice(1),
    lower.replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase()),
    title.toUpperCase(),
    title.replaceAll('-', '–'),
    title.replaceAll('–', '-'),
    title.replaceAll('’', "'"),
    title.replaceAll("'", '’'),
    title.replaceAll(' ', '-'),
    title.replaceAll('-', ' '),
  ].filter((other) => other !== title);
  // By code points: half of one is no letter.
  const letters = [...title];
  if (letters.length > maxEdited) return;
  const edited = (from: number, to: number, ...replacement: string[]): string =>
    [...letters.slice(0, from), ...replacement, ...letters.slice(to)].join('');
  for (const [at, letter] of letters.entries()) {
    const next = letters[at + 1];
    if (next !== undefined && next !== letter) yield edited(at, at + 2, next, letter);
  }
  for (const at of letters.keys()) yield edited(at, at + 1);
  const alphabet = new Set([...commonLetters, ...letters.map((letter) => letter.toLowerCase())]);
  for (const [at, letter] of letters.entries()) {
    const isUpper = letter !== letter.toLowerCase();
    for (const other of alphabet) {
      const cased = isUpper ? other.toUpperCase() : other;
      if (cased !== letter) yield edited(at, at + 1, cased);
    }
  }
  for (let at = 0; at <= letters.length; at++) for (const other of alphabet) yield edited(at, at, other);
}
