import { isCapitalised } from '../../../text/word-spans.ts';
import { closedTag } from '../english/closed-words.ts';
import { inflectVerb, verbsOfForm } from '../english/verb-forms.ts';
import type { Thesaurus } from '../thesaurus.ts';
import { chooseTag } from './choose-tag.ts';
import { isReduced, verbsInContext } from './clause-verbs.ts';
import { type PlainWord, plainWords } from './plain-words.ts';
import type { TaggedWord } from './tagged-word.ts';
import { isCommonWord, nounsOf, readingsOf } from './word-readings.ts';

/** Most words of a collocation. */
const mostWords = 3;

/** Verbs go with them: `carry out`. */
const particles = new Set(['away', 'back', 'down', 'off', 'on', 'out', 'over', 'up']);

/**
 * The words of an English sentence with what they are in it: a guess from the classes that the thesaurus knows a word in, and the words
 * before and behind it. Of a word in doubt it says `other` rather than something wrong.
 */
export function tagWords(text: string, thesaurus: Thesaurus): TaggedWord[] {
  const words = plainWords(text);
  const tagged: TaggedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const next =
      collocation(words, at, tagged, text, thesaurus) ?? tagOne(words, at, tagged, text, thesaurus);
    tagged.push(next);
    while ((words[at + 1]?.span.end ?? Infinity) <= next.span.end) at += 1;
  }
  return tagged;
}

function tagOne(
  words: readonly PlainWord[],
  at: number,
  before: readonly TaggedWord[],
  text: string,
  thesaurus: Thesaurus,
): TaggedWord {
  const word = words[at] as PlainWord;
  const { folded, span } = word;
  const plain = { text: word.text, span };
  const closed = closedTag(folded);
  const isFirst = at === 0;
  const isNumber = folded.includes('-') && folded.split('-').every((part) => closedTag(part) === 'number');
  if (isNumber || /\p{N}/u.test(folded))
    return { ...plain, tag: isCapitalised(word.text) ? 'name' : 'number' };
  if (closed !== undefined && (isFirst || !isCapitalised(word.text))) return { ...plain, tag: closed };
  if (folded === 's' || folded.endsWith("n't")) {
    return { ...plain, tag: folded === 's' ? 'other' : 'negation' };
  }
  if (
    isCapitalised(word.text) &&
    (!isFirst || !isCommonWord(folded, thesaurus) || beginsName(words, at, text) || isTitle(words, thesaurus))
  ) {
    return { ...plain, tag: 'name' };
  }
  const readings = readingsOf(folded, thesaurus);
  return { ...plain, ...chooseTag(readings, { words, at, before, text, thesaurus }) };
}

/** Words that the thesaurus has as one noun, or a verb with what belongs to it: the longest. */
function collocation(
  words: readonly PlainWord[],
  at: number,
  before: readonly TaggedWord[],
  text: string,
  thesaurus: Thesaurus,
): TaggedWord | undefined {
  for (let count = mostWords; count > 1; count--) {
    const parts = words.slice(at, at + count);
    const [first, last] = [parts[0], parts.at(-1)];
    if (parts.length < count || first === undefined || last === undefined) continue;
    const span = { start: first.span.start, end: last.span.end };
    if (parts.some(({ text: part }, which) => isCapitalised(part) && at + which > 0)) continue;
    if (closedTag(first.folded) !== undefined || closedTag(last.folded) === 'number') continue;
    const written = text.slice(span.start, span.end);
    if (/[^\p{L}\p{M} '-]/u.test(written)) continue;
    const start = parts.slice(0, -1).map(({ folded }) => folded);
    if (count === 2 && particles.has(last.folded)) {
      const verb = verbsOfForm(first.folded).find(
        ({ base }) => thesaurus.senses(`${base} ${last.folded}`, 'verb').length > 0,
      );
      const [chosen] = verb === undefined ? [] : verbsInContext([verb], before);
      if (chosen !== undefined) {
        const base = `${chosen.base} ${last.folded}`;
        const isNounBefore = before.at(-1)?.tag === 'noun' || before.at(-1)?.tag === 'name';
        const isReducedPast =
          chosen.form === 'past' &&
          inflectVerb(base, 'participle') === written.toLowerCase() &&
          isNounBefore &&
          isReduced({ words, at: at + 1, before, text, thesaurus });
        return { text: written, span, tag: 'verb', base, form: isReducedPast ? 'participle' : chosen.form };
      }
      continue;
    }
    if (closedTag(last.folded) !== undefined) continue;
    for (const { base, isPlural } of nounsOf(last.folded)) {
      const noun = [...start, base].join(' ');
      if (thesaurus.senses(noun, 'noun').some(({ word }) => !isCapitalised(word)))
        return { text: written, span, tag: 'noun', base: noun, isPlural };
    }
  }
  return undefined;
}

/** Whether the first word is the name of something: `Southpaw is`, where a plain noun would have an article before it. */
function isTitle([first, next]: readonly PlainWord[], thesaurus: Thesaurus): boolean {
  if (first === undefined || !/^(?:is|was|has)$/.test(next?.folded ?? '')) return false;
  const { noun, verbs } = readingsOf(first.folded, thesaurus);
  return noun !== undefined && !verbs.some(({ form }) => form === 'ing');
}

/** Whether the first word is one with the capitalised word behind it: `Popular Front`. */
function beginsName(words: readonly PlainWord[], at: number, text: string): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !isCapitalised(next.text)) return false;
  return /^[ -]$/.test(text.slice(word.span.end, next.span.start));
}
