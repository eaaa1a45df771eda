import { isCapitalised } from '../../../text/word-spans.ts';
import { singularsOf } from '../english/noun-forms.ts';
import { type VerbForm, verbsOfForm } from '../english/verb-forms.ts';
import type { Thesaurus, WordClass } from '../thesaurus.ts';

/** What a word may be, without the words around it. */
export interface Readings {
  readonly noun?: { readonly base: string; readonly isPlural: boolean };
  readonly verbs: readonly { readonly base: string; readonly form: VerbForm }[];
  readonly isAdjective: boolean;
  readonly isAdverb: boolean;
}

/** What the thesaurus knows a word, in lower case, as. */
export function readingsOf(word: string, thesaurus: Thesaurus): Readings {
  const isKnown = (base: string, wordClass: WordClass): boolean =>
    thesaurus.senses(base, wordClass).some((sense) => !isCapitalised(sense.word));
  const noun = nounsOf(word).find(({ base }) => isKnown(base, 'noun'));
  return {
    ...(noun !== undefined && { noun }),
    verbs: verbsOfForm(word).filter(({ base }) => isKnown(base, 'verb')),
    // `plane` is flat here and there, and mostly flies.
    isAdjective:
      isKnown(word, 'adjective') &&
      (noun === undefined ||
        thesaurus.senses(word, 'adjective').length >= thesaurus.senses(noun.base, 'noun').length),
    isAdverb: isKnown(word, 'adverb'),
  };
}

/** The nouns that a word may be a form of: as a plural, the likeliest first, then as it stands. */
export function nounsOf(word: string): { readonly base: string; readonly isPlural: boolean }[] {
  const plurals = singularsOf(word).map((base) => ({ base, isPlural: true }));
  return [...plurals, { base: word, isPlural: false }];
}

/** Whether a word with a capital at the start of the sentence is one that is written small elsewhere. */
export function isCommonWord(word: string, thesaurus: Thesaurus): boolean {
  const { noun, verbs, isAdjective, isAdverb } = readingsOf(word, thesaurus);
  return noun !== undefined || verbs.length > 0 || isAdjective || isAdverb;
}
