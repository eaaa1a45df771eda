import { wordsOfClaim } from '../artefacts/words-of-claim.ts';

/** Which words and pairs of neighbouring words stand in each of some texts: rows of a sparse matrix of zeroes and ones. */
export interface NgramRows {
  /** Words of one or two words, the second kind parted by a blank, in the order in which they were first met. */
  readonly ngrams: readonly string[];
  /** Where the row of each text begins in `columns`, and behind the last where that ends. */
  readonly starts: Uint32Array;
  /** The n-grams of each text by their position in `ngrams`, each once. */
  readonly columns: Uint32Array;
}

/** The n-grams of texts. Time and memory follow the words. */
export function readNgramRows(texts: readonly string[]): NgramRows {
  const places = new Map<string, number>();
  const ngrams: string[] = [];
  const columns: number[] = [];
  const starts = new Uint32Array(texts.length + 1);
  /** The last text in which an n-gram was met. */
  const lastIn: number[] = [];
  for (const [text, claim] of texts.entries()) {
    const take = (ngram: string): void => {
      let place = places.get(ngram);
      if (place === undefined) {
        place = ngrams.length;
        places.set(ngram, place);
        ngrams.push(ngram);
        lastIn.push(-1);
      }
      if (lastIn[place] === text) return;
      lastIn[place] = text;
      columns.push(place);
    };
    let previous: string | undefined;
    for (const word of wordsOfClaim(claim)) {
      take(word);
      if (previous !== undefined) take(`${previous} ${word}`);
      previous = word;
    }
    starts[text + 1] = columns.length;
  }
  return { ngrams, starts, columns: Uint32Array.from(columns) };
}

/** Some of the rows, with only the n-grams that stand in enough of the rows that are learned from. */
export interface Examples {
  /** Number of n-grams that are left. */
  readonly width: number;
  /** By n-gram of all rows its place among those that are left; -1 for the others. */
  readonly placeOf: Int32Array;
  /** Rows that are learned from, by their position in all rows. */
  readonly rows: Uint32Array;
  /** Where the row of each example begins in `columns`, and behind the last where that ends. */
  readonly starts: Uint32Array;
  /** The n-grams of each example by their place among those that are left. */
  readonly columns: Uint32Array;
}

/** Examples to learn from: of the n-grams those that stand in at least `minCount` of the rows. */
export function selectExamples(all: NgramRows, rows: Uint32Array, minCount: number): Examples {
  const counts = new Uint32Array(all.ngrams.length);
  for (const row of rows)
    for (let at = all.starts[row] as number; at < (all.starts[row + 1] as number); at++) {
      const column = all.columns[at] as number;
      counts[column] = (counts[column] as number) + 1;
    }
  const placeOf = new Int32Array(all.ngrams.length).fill(-1);
  let width = 0;
  let size = 0;
  for (const [column, count] of counts.entries()) {
    if (count < minCount) continue;
    placeOf[column] = width++;
    size += count;
  }
  const starts = new Uint32Array(rows.length + 1);
  const columns = new Uint32Array(size);
  let next = 0;
  for (const [example, row] of rows.entries()) {
    for (let at = all.starts[row] as number; at < (all.starts[row + 1] as number); at++) {
      const place = placeOf[all.columns[at] as number] as number;
      if (place >= 0) columns[next++] = place;
    }
    starts[example + 1] = next;
  }
  return { width, placeOf, rows, starts, columns };
}
