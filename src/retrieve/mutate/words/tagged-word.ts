import type { Span } from '../../../text/span.ts';
import type { ClosedTag } from '../english/closed-words.ts';
import type { VerbForm } from '../english/verb-forms.ts';
import type { WordClass } from '../thesaurus.ts';

/** What a word is in its sentence. */
export type Tag = WordClass | ClosedTag | 'name' | 'other';

/** A word of a text, or several that a thesaurus knows as one: `prime minister`. */
export interface TaggedWord {
  /** As it is written. */
  readonly text: string;
  readonly span: Span;
  readonly tag: Tag;
  /** In lower case, as a thesaurus has it: only of nouns, verbs, adjectives and adverbs. */
  readonly base?: string;
  /** Only of verbs. */
  readonly form?: VerbForm;
  /** Only of nouns. */
  readonly isPlural?: boolean;
}
