import { singularsOf } from '../english/noun-forms.ts';
import type { Replacement } from '../mutation-candidate.ts';
import type { Thesaurus } from '../thesaurus.ts';
import { inFormOf, isModifier } from './related-words.ts';
import type { TaggedWord } from './tagged-word.ts';

/** For each noun of a claim the commonest nouns of the corpus that mean something of another kind. */
export function unlikeWords(
  words: readonly TaggedWord[],
  known: readonly string[],
  thesaurus: Thesaurus,
): Replacement[][] {
  const nouns = nounsAmong(known, thesaurus);
  const own = new Set(words.flatMap(({ base }) => base ?? []));
  return words.map((word, at) => {
    const { tag, base, span } = word;
    const field = tag === 'noun' && base !== undefined ? fieldOf(base, thesaurus) : undefined;
    // `on behalf of`: what is no thing is mostly part of a phrase.
    if (field === undefined || !concrete.has(field) || isModifier(word, words[at + 1])) return [];
    return nouns
      .filter((noun) => noun.field !== field && !own.has(noun.base))
      .map((noun) => ({ span, to: inFormOf(word, noun.base), by: 'other-kind' as const }));
  });
}

/** Fields whose words stand for things and people, so that a sentence with another of them can be read. */
const concrete = new Set(
  ['animal', 'artifact', 'body', 'food', 'group', 'location', 'object', 'person', 'plant', 'substance'].map(
    (field) => `noun.${field}`,
  ),
);

function nounsAmong(
  words: readonly string[],
  thesaurus: Thesaurus,
): { readonly base: string; readonly field: string }[] {
  const found = new Map<string, string>();
  for (const word of words) {
    const base = [...singularsOf(word), word].find(
      (candidate) => fieldOf(candidate, thesaurus) !== undefined,
    );
    const field = base === undefined ? undefined : fieldOf(base, thesaurus);
    if (base === undefined || field === undefined || !concrete.has(field)) continue;
    // `military`, `capital`: more often than not an adjective.
    if (thesaurus.senses(base, 'adjective').length === 0) found.set(base, field);
  }
  return [...found].map(([base, field]) => ({ base, field }));
}

function fieldOf(base: string, thesaurus: Thesaurus): string | undefined {
  const [noun] = thesaurus.senses(base, 'noun');
  return noun === undefined || noun.isName ? undefined : noun.field;
}
