/** The classes of words that a thesaurus tells of. */
export type WordClass = 'noun' | 'verb' | 'adjective' | 'adverb';

/** One meaning of a word. */
export interface Sense {
  /** What the thesaurus knows the meaning by. */
  readonly key: string;
  /** The word as the thesaurus spells it: with a capital where it is a name. */
  readonly word: string;
  readonly wordClass: WordClass;
  /** What the meaning is about, such as `noun.location`. */
  readonly field: string;
  /** Whether it is one thing with a name, such as a country, and no kind of things. */
  readonly isName: boolean;
  /** How often the word was met in this meaning in some texts: what is rare has 0. */
  readonly count: number;
}

/** How the words of one meaning stand to those of another. A sibling is another kind of what the word is a kind of. */
export type Relation = 'synonym' | 'antonym' | 'hypernym' | 'hyponym' | 'sibling';

/** What words mean, and how meanings hang together. */
export interface Thesaurus {
  /** The meanings of a word in its base form, the commonest first; none where it is not known. Case does not count. */
  readonly senses: (word: string, wordClass: WordClass) => readonly Sense[];
  /** The words in a relation to a meaning, the commonest first, as the thesaurus spells them; the word itself is not among them. */
  readonly related: (sense: Sense, relation: Relation) => readonly string[];
}
