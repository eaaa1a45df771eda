import type { Hit } from '../evidence-searcher.ts';

/** Why a record is suggested, in the order in which reasons are told. */
export const suggestionReasons = ['title', 'entity', 'number', 'term', 'link'] as const;

/** What speaks for a record. */
export interface SuggestionReason {
  /**
   * `title`: the claim names the record's article. `entity`, `number`, `term`: a name, a number, a word of the claim that the record, its title or what heads
   * it has. `link`: one of the first records names its article.
   */
  readonly kind: (typeof suggestionReasons)[number];
  /** As the claim writes it; of `title` and `link` the title. */
  readonly text: string;
  /** Of a `link`: the id of the record that names the article. */
  readonly via?: string;
}

/** A record that may be evidence, with the reasons. Its score is that of its rank among the suggestions of one claim. */
export interface Suggestion extends Hit {
  /** In the order of {@link suggestionReasons}, within a kind in that of the claim. Hardly ever none: an engine may know other forms of words. */
  readonly reasons: readonly SuggestionReason[];
}
