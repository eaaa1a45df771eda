import { claimKey } from '../../text/normalise.ts';
import { doubled, RunTable } from './run-table.ts';
import type { Shingles } from './shingles.ts';

/** The sets of texts, one behind the other. */
export interface RankedSets {
  /** The set of the text `at` stands from `starts[at]` up to `starts[at + 1]`, ascending: the rarest of its runs first. */
  readonly ranks: Int32Array;
  readonly starts: Int32Array;
  /** How many texts have a run, by its rank: ascending. */
  readonly holders: Int32Array;
}

/** Characters of UTF-16 that begin a surrogate pair. */
const surrogate = /[\ud800-\udbff]/;

/**
 * The shingle sets of texts, compatibility-normalised and without case and punctuation, as numbers: 0 is the run that the fewest texts
 * have, the one that comes first where there are several.
 */
export function rankSets(texts: readonly string[], shingles: Shingles): RankedSets {
  const { starts, numbers, frequencies } = numberSets(texts, shingles);
  const { ranks, holders } = rankByFrequency(frequencies);
  for (let at = 0; at < numbers.length; at++) numbers[at] = ranks[numbers[at] as number] as number;
  for (let at = 0; at < texts.length; at++) sortPart(numbers, starts[at] as number, starts[at + 1] as number);
  return { ranks: numbers, starts, holders };
}

interface NumberedSets {
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
  /** How many texts have a run, by its number. */
  readonly frequencies: Int32Array;
}

function numberSets(texts: readonly string[], { unit, n }: Shingles): NumberedSets {
  const bordersOf = unit === 'words' ? wordBorders : characterBorders;
  const table = new RunTable();
  const starts = new Int32Array(texts.length + 1);
  let numbers = new Int32Array(Math.max(16, texts.length * 8));
  let frequencies = new Int32Array(1 << 10);
  /** The last text that has a run, plus one, by the number of the run. */
  let last = new Int32Array(1 << 10);
  const borders: Borders = { starts: [], ends: [] };
  let size = 0;
  for (let text = 0; text < texts.length; text++) {
    const key = claimKey(texts[text] as string);
    const pieces = bordersOf(key, borders);
    const runs = pieces === 0 ? 0 : Math.max(1, pieces - n + 1);
    if (size + runs > numbers.length) numbers = doubled(numbers, size + runs);
    for (let run = 0; run < runs; run++) {
      const end = borders.ends[Math.min(run + n, pieces) - 1] as number;
      const number = table.numberOf(key, borders.starts[run] as number, end);
      if (number >= last.length) {
        last = doubled(last, number + 1);
        frequencies = doubled(frequencies, number + 1);
      }
      if (last[number] === text + 1) continue;
      last[number] = text + 1;
      frequencies[number] = (frequencies[number] as number) + 1;
      numbers[size++] = number;
    }
    starts[text + 1] = size;
  }
  return { numbers: numbers.slice(0, size), starts, frequencies: frequencies.subarray(0, table.size) };
}

/** Where the pieces of a key stand that runs are made of; longer than there are pieces, for it is used again. */
interface Borders {
  readonly starts: number[];
  readonly ends: number[];
}

/** Writes where the words of a key stand; how many there are. */
function wordBorders(key: string, { starts, ends }: Borders): number {
  if (key === '') return 0;
  let words = 0;
  let start = 0;
  for (let blank = key.indexOf(' '); blank >= 0; blank = key.indexOf(' ', start)) {
    starts[words] = start;
    ends[words++] = blank;
    start = blank + 1;
  }
  starts[words] = start;
  ends[words++] = key.length;
  return words;
}

/** Writes where the characters of a key stand; how many there are. */
function characterBorders(key: string, { starts, ends }: Borders): number {
  const isPlain = !surrogate.test(key);
  let characters = 0;
  for (let at = 0; at < key.length; ) {
    starts[characters] = at;
    at += isPlain || (key.codePointAt(at) as number) <= 0xffff ? 1 : 2;
    ends[characters++] = at;
  }
  return characters;
}

/** The ranks of runs by number, and their frequencies by rank. */
function rankByFrequency(frequencies: Int32Array): { ranks: Int32Array; holders: Int32Array } {
  let most = 0;
  for (const frequency of frequencies) most = Math.max(most, frequency);
  // Where the runs of a frequency begin, then where the next of them goes.
  const next = new Int32Array(most + 2);
  for (const frequency of frequencies) next[frequency + 1] = (next[frequency + 1] as number) + 1;
  for (let frequency = 1; frequency < next.length; frequency++)
    next[frequency] = (next[frequency] as number) + (next[frequency - 1] as number);
  const ranks = new Int32Array(frequencies.length);
  const holders = new Int32Array(frequencies.length);
  for (let number = 0; number < frequencies.length; number++) {
    const frequency = frequencies[number] as number;
    const rank = next[frequency] as number;
    next[frequency] = rank + 1;
    ranks[number] = rank;
    holders[rank] = frequency;
  }
  return { ranks, holders };
}

/** Longer parts are not sorted one by one. */
const longPart = 48;

/** Sorts the numbers from `start` up to `end`, ascending. */
function sortPart(numbers: Int32Array, start: number, end: number): void {
  if (end - start > longPart) {
    numbers.subarray(start, end).sort();
    return;
  }
  for (let at = start + 1; at < end; at++) {
    const number = numbers[at] as number;
    let to = at;
    for (; to > start && (numbers[to - 1] as number) > number; to--) numbers[to] = numbers[to - 1] as number;
    numbers[to] = number;
  }
}
