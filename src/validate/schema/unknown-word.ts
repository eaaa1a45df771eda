import { oneOf } from '../../claims/issue-words.ts';
import { isSchemaLine } from '../../claims/schema-line.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Finding } from '../../diagnostic/rule-meta.ts';
import { nearestWords } from '../../text/nearest.ts';
import { ownValue } from '../line-entry.ts';
import type { LineEntry } from '../record-entry.ts';

/** A key of a record whose value is one of a few words. */
export interface WordKey {
  readonly key: string;
  readonly words: readonly string[];
  /** The word that another spelling certainly stands for. */
  readonly wordOf?: (spelling: string) => string | undefined;
  /** What to do about a word of another dataset that has no counterpart. */
  readonly helpFor?: (spelling: string) => string | undefined;
}

/** The string that stands under the key and is none of its words; `undefined` where there is none. */
export function unknownWord(json: unknown, { key, words }: WordKey): string | undefined {
  const value = ownValue(json, key);
  return typeof value === 'string' && !words.includes(value) && !isSchemaLine(json) ? value : undefined;
}

/** The finding about a word that is not known: with a fix where its meaning is certain, else with what may have been meant. */
export function* checkWord(
  entry: LineEntry,
  wordKey: WordKey,
  report: (messageId: 'unknown' | 'spelling', finding: Finding) => Diagnostic,
): Generator<Diagnostic> {
  const found = unknownWord(entry.json, wordKey);
  if (found === undefined) return;
  const { key, words, wordOf, helpFor } = wordKey;
  const path = [key];
  const edits = (word: string) => [{ span: entry.span(path), text: JSON.stringify(word) }];
  const certain = wordOf?.(found) ?? words.find((word) => fold(word) === fold(found));
  const data = { found: JSON.stringify(found), words: oneOf(words.map((word) => `\`${word}\``)) };
  if (certain !== undefined) {
    const finding = { data: { ...data, certain }, place: entry.place(path), fix: edits(certain) };
    yield report('spelling', { ...finding, help: `Write \`${certain}\`.` });
    return;
  }
  const help = helpFor?.(found);
  const near = help === undefined ? nearestWords(found, words) : [];
  yield report('unknown', {
    data,
    place: entry.place(path),
    ...(help !== undefined && { help }),
    ...(near.length > 0 && {
      help: `Did you mean ${oneOf(near.map((word) => `\`${word}\``))}?`,
      suggestions: near.map((word) => ({ message: `Replace it by \`${word}\`.`, edits: edits(word) })),
    }),
  });
}

/** The word without case, blanks and punctuation. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
