import type { Relation, Sense, WordClass } from '../../retrieve/mutate/thesaurus.ts';
import type { Pointer, Synset } from './parse-synset.ts';
import type { WordNetFiles } from './wordnet-files.ts';

/** How WordNet's pointers name the classes of words. */
const letters: Readonly<Record<WordClass, string>> = { noun: 'n', verb: 'v', adjective: 'a', adverb: 'r' };

/** `@i`: what a thing with a name is one of. */
const up = ['@', '@i'];
const down = ['~'];
/** A meaning further down is not what somebody thinks of who reads the word. */
const knownSenses = 2;
/** Of a kind with thousands of others below it no more are looked at. */
const maxSynsets = 400;

/** A word of a meaning; `sense` is the place of the meaning among the word's. */
interface KnownWord {
  readonly word: string;
  readonly sense: number;
  readonly count: number;
}

/** Finds the words that stand in a relation to a word of a meaning, by the pointers of WordNet. */
export class WordRelations {
  readonly #files: WordNetFiles;

  constructor(files: WordNetFiles) {
    this.#files = files;
  }

  /** As `Thesaurus` has it. */
  related(sense: Sense, relation: Relation): readonly string[] {
    const { wordClass, word } = sense;
    const synset = this.#files.synset(Number(sense.key), wordClass);
    if (synset === undefined) return [];
    const own = new Set(synset.words.map((other) => other.toLowerCase()));
    switch (relation) {
      case 'synonym':
        return synset.words
          .filter((other) => other.toLowerCase() !== word.toLowerCase())
          .flatMap((other) => this.#commonest([{ ...synset, words: [other] }], wordClass, new Set()))
          .filter((other) => this.#isUsual(other, synset, sense));
      case 'antonym':
        return this.#antonyms(synset, sense);
      case 'hypernym':
        return this.#commonest(this.#follow(synset, up, wordClass), wordClass, own);
      case 'hyponym':
        return this.#kinds(this.#follow(synset, down, wordClass), sense, own);
      case 'sibling': {
        const [parent] = this.#follow(synset, up, wordClass);
        if (parent === undefined) return [];
        // Those with names are siblings of those with names: France of Spain, and not of the kinds of countries.
        const wanted = sense.isName ? ['~i'] : ['~'];
        const others = this.#follow(parent, wanted, wordClass).filter(
          ({ offset }) => offset !== synset.offset,
        );
        return this.#kinds(others, sense, own);
      }
    }
  }

  /** Of nouns also those that were never met: `soprano` of `singer`. Such verbs are of some trade: `chelate` of `form`. */
  #kinds(synsets: readonly Synset[], { count, wordClass }: Sense, without: ReadonlySet<string>): string[] {
    return this.#commonest(synsets, wordClass, without, wordClass === 'verb' && count > 0 ? 1 : 0);
  }

  /** The antonyms of the word itself; of an adjective without any, those of what it is similar to. */
  #antonyms(synset: Synset, sense: Sense): string[] {
    const { word, wordClass } = sense;
    const direct = this.#opposites(synset, word, sense);
    if (direct.length > 0 || wordClass !== 'adjective') return direct;
    return this.#follow(synset, ['&'], wordClass).flatMap((head) =>
      this.#opposites(head, head.words[0] ?? '', sense),
    );
  }

  #opposites(synset: Synset, word: string, sense: Sense): string[] {
    const { wordClass } = sense;
    const number = synset.words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) + 1;
    const found = synset.pointers
      .filter(({ symbol, from }) => symbol === '!' && (from === number || from === 0))
      .flatMap(({ offset, part, to }) => {
        const other = part === letters[wordClass] ? this.#files.synset(offset, wordClass) : undefined;
        const opposite = other?.words[Math.max(0, to - 1)];
        return other === undefined || opposite === undefined || !this.#isUsual(opposite, other, sense)
          ? []
          : opposite;
      });
    return [...new Set(found)];
  }

  #follow({ pointers }: Synset, symbols: readonly string[], wordClass: WordClass): Synset[] {
    const isWanted = ({ symbol, part }: Pointer): boolean =>
      symbols.includes(symbol) && part === letters[wordClass];
    return pointers
      .filter(isWanted)
      .slice(0, maxSynsets)
      .flatMap(({ offset }) => this.#files.synset(offset, wordClass) ?? []);
  }

  /** Whether a word may stand for one that was met: beside `year` a `twelvemonth` is odd, which never was. */
  #isUsual(word: string, { offset }: Synset, { count, wordClass }: Sense): boolean {
    return count === 0 || this.#files.countOf(word, offset, wordClass) > 0;
  }

  /** The best known word of each meaning, those that were met most often in it first; none of a meaning that its words mostly do not have. */
  #commonest(
    synsets: readonly Synset[],
    wordClass: WordClass,
    without: ReadonlySet<string>,
    least = 0,
  ): string[] {
    const byFame = (a: KnownWord, b: KnownWord): number => b.count - a.count || a.sense - b.sense;
    const found = synsets.flatMap(({ offset, words }) => {
      const known = words.flatMap((word): KnownWord[] => {
        const sense = without.has(word.toLowerCase())
          ? -1
          : this.#files.offsetsOf(word, wordClass).indexOf(offset);
        return sense < 0 || sense >= knownSenses
          ? []
          : [{ word, sense, count: this.#files.countOf(word, offset, wordClass) }];
      });
      return known
        .filter(({ count }) => count >= least)
        .sort(byFame)
        .slice(0, 1);
    });
    return [...new Set(found.sort(byFame).map(({ word }) => word))];
  }
}
