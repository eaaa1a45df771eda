import { pluralOf } from '../english/noun-forms.ts';
import { inflectVerb } from '../english/verb-forms.ts';
import type { Replacement } from '../mutation-candidate.ts';
import type { Relation, Sense, Thesaurus, WordClass } from '../thesaurus.ts';
import type { TaggedWord } from './tagged-word.ts';

/** Verbs that mean next to nothing alone: what is related to them is related to none of their uses, and nothing is said with them. */
const lightVerbs = new Set(
  `be have do make take get go come give put set let keep become remain seem appear use begin start continue end include
  cause hold lead bring show say state report call name know consider`.split(/\s+/),
);
/** Nouns likewise. */
const lightNouns = new Set(
  'number part side way thing kind type time one case fact group use set place year head end line'.split(' '),
);

/** Meanings of a word that are looked at: the further ones are rarely meant. */
const maxSenses = 3;
const classes: readonly string[] = ['noun', 'verb', 'adjective', 'adverb'] satisfies WordClass[];
/** Stands for whoever is spoken of. */
const placeholders = /(?:^| )(?:oneself|one's|somebody|someone|something)(?: |$)/;
/** A word of a claim is replaced by a word, or by a few. */
const mostWords = 3;

/** For each word of a claim the words in a relation to it, in its form; those of its commonest meaning first. */
export function relatedWords(
  words: readonly TaggedWord[],
  relation: Relation,
  thesaurus: Thesaurus,
): Replacement[][] {
  return words.map((word, at) => {
    const { base, tag, span, text } = word;
    if (base === undefined || !isWordClass(tag) || isLight(base, tag, relation)) return [];
    if (isModifier(word, words[at + 1])) return [];
    const senses = thesaurus.senses(base, tag);
    const least = Math.max(1, (senses[0]?.count ?? 0) * leastShare(tag, relation));
    const lists = senses
      .slice(0, maxSenses)
      .filter(({ isName, count }, which) => !isName && (which === 0 || count >= least))
      .map((sense) => wordsOf(sense, relation, thesaurus));
    const found = interleaved(lists).map((other) => inFormOf(word, other));
    return [...new Set(found)]
      .filter((to) => to.toLowerCase() !== text.toLowerCase())
      .map((to) => ({ span, to, by: relation }));
  });
}

/** Whether a noun stands before the noun that it is about: of `helicopter gunship` the first cannot be replaced alone. */
export function isModifier({ tag, span }: TaggedWord, next: TaggedWord | undefined): boolean {
  return (
    tag === 'noun' &&
    next !== undefined &&
    next.span.start === span.end + 1 &&
    (next.tag === 'noun' || next.tag === 'other')
  );
}

/** A word in its base form as another is written: in its number, or in its form. */
export function inFormOf({ tag, form, isPlural }: TaggedWord, base: string): string {
  if (tag === 'verb') return inflectVerb(base, form ?? 'base');
  return tag === 'noun' && isPlural === true ? pluralOf(base) : base;
}

/** The first of each list, then the second of each, and so on. */
export function interleaved<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const found: Item[] = [];
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  for (let at = 0; at < longest; at++) {
    for (const list of lists) if (at < list.length) found.push(list[at] as Item);
  }
  return found;
}

function wordsOf(sense: Sense, relation: Relation, thesaurus: Thesaurus): string[] {
  return thesaurus
    .related(sense, relation)
    .filter(
      (word) =>
        /^\p{Ll}[\p{Ll} '-]*$/u.test(word) &&
        word.split(' ').length <= mostWords &&
        !placeholders.test(word) &&
        !isLight(word, sense.wordClass, relation),
    );
}

/** How often a meaning must be met, as a share of how often the commonest is. */
function leastShare(wordClass: WordClass, relation: Relation): number {
  if (relation !== 'antonym') return 1 / 3;
  // The opposite of `early` is that of a rarer meaning; a `disagreement` is none of a signed `agreement`.
  return wordClass === 'adjective' || wordClass === 'adverb' ? 0 : 1;
}

function isWordClass(tag: TaggedWord['tag']): tag is WordClass {
  return classes.includes(tag);
}

function isLight(base: string, tag: WordClass, relation: Relation): boolean {
  // What begins does not end: that much is said of light verbs too.
  if (relation === 'antonym') return false;
  return tag === 'verb' ? lightVerbs.has(base) : tag === 'noun' && lightNouns.has(base);
}
