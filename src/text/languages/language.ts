import type { SentenceWords } from './sentence-words.ts';

/**
 * Words of a language that rules and statistics look for. A language is data: one file in this folder, one line in the
 * registry; what it does not list, no rule can find in its claims. All are in lower case. An entry of several words is a phrase:
 * its words in a row.
 */
export interface Language extends SentenceWords {
  /** What makes a claim true whatever the evidence says, such as `perhaps` and `is said to`. */
  readonly hedges: readonly string[];
  /** Phrases that give the probability of the clause behind them, such as `chance that`. */
  readonly probabilities: readonly string[];
  /** Counts and frequencies that nobody can check, such as `several` and `rarely`. */
  readonly vagueQuantifiers: readonly string[];
  /** Phrases that hold a vague quantifier and are precise, such as `as many as`. */
  readonly preciseQuantities: readonly string[];
  /** Words that give the label of a claim away, above all negations (Schuster et al. 2019; Niven and Kao 2019). */
  readonly cueWords: readonly string[];
  /** Words that deny: `not`. Most are cue words too. */
  readonly negations: readonly string[];
  /** Pronouns that stand for something said before: `he`. */
  readonly pronouns: readonly string[];
  /** Those of them that stand for one person: `she`. */
  readonly personalPronouns: readonly string[];
  /** Words before a noun that point at something said before: `his`, `this`. */
  readonly pointers: readonly string[];
  /** The pronouns that may stand for nothing, as in `it is known that`. */
  readonly expletives: readonly string[];
  /** What an expletive's sentence goes on with: `that` in `it is known that`. */
  readonly complementizers: readonly string[];
  /** Prepositions that begin a phrase before the subject: `in` of `In 1990, he won`. */
  readonly prepositions: readonly string[];
  /** Words that begin a question and ask for something: `who`. */
  readonly questionWords: readonly string[];
  /** Verbs that begin a question to be answered by yes or no: `did`; also what follows a subject. */
  readonly auxiliaries: readonly string[];
  /** Verbs that begin a request, in the form they have there: `name`. */
  readonly imperatives: readonly string[];
  /** Articles and other words that begin the object of a request: `the` of `Name the author`. */
  readonly determiners: readonly string[];
  /** Parts of names that are written small, also at the start of a sentence: `van`. */
  readonly nameParticles: readonly string[];
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  /** Words for whole numbers below a hundred, and their values. */
  readonly numberWords: Readonly<Record<string, number>>;
  /** Words that multiply the number before them: `dozen`, `hundred`, `million`. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Words for places in an order, and their numbers: `third`. */
  readonly ordinalWords: Readonly<Record<string, number>>;
  /** Words inside a number: `and` of `two hundred and five`. */
  readonly numberLinks: readonly string[];
  readonly centuryWords: readonly string[];
  readonly percentWords: readonly string[];
  /** Words for parts of a whole: `half`. */
  readonly fractionWords: readonly string[];
  /** Words that make the number behind them a limit or an estimate: `about`, `more than`. */
  readonly approximators: readonly string[];
  /** Words that say that numbers are compared or computed: `twice`, `longer`, `total`. */
  readonly computations: readonly string[];
  /** Endings of words, each with what stands in its place in another form of the word: `ian`, `ia` for Armenian and Armenia. */
  readonly inflections: readonly (readonly [ending: string, other: string])[];
  /** Words so common that they tell nothing of what a text is about. */
  readonly stopWords: readonly string[];
}
