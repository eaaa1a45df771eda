import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCorpusFile } from '../../src/corpus/parse.ts';

/** A paragraph and where its sentences end. */
export interface GoldParagraph {
  readonly text: string;
  /** Offsets in `text` of the ends of all sentences but the last, whose end every splitter finds. */
  readonly ends: readonly number[];
}

/**
 * The paragraphs of the reference article. In the shipped text each sentence is a paragraph of its own, so they are put together again:
 * the sentences between two elements of another kind (headings, tables), with one blank between them, or what stood between ids on
 * one line. A sentence without a mark at its end ("Main article: …", "… reading:") ends its paragraph: on the page it did, and no splitter
 * could tell.
 */
export function goldParagraphs(): GoldParagraph[] {
  const path = resolve(import.meta.dirname, '../../corpus/first-nagorno-karabakh-war.txt');
  const [article] = parseCorpusFile('article', readFileSync(path)).articles;
  const paragraphs: GoldParagraph[] = [];
  let text = '';
  let ends: number[] = [];
  const finish = (): void => {
    if (text !== '') paragraphs.push({ text, ends: ends.slice(0, -1) });
    text = '';
    ends = [];
  };
  for (const record of article?.records ?? []) {
    if (record.kind !== 'sentence') {
      finish();
      continue;
    }
    text += (text === '' ? '' : ' ') + record.text;
    ends.push(text.length);
    if (!/[.!?…]["'”’)\]]*$/u.test(record.text)) finish();
  }
  finish();
  return paragraphs;
}

/** How well a splitter finds the ends. */
export interface BoundaryScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The text around each end that was missed, and around each that is none. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** Precision, recall and F1 of the ends that a splitter finds inside paragraphs. */
export function scoreBoundaries(
  paragraphs: readonly GoldParagraph[],
  endsOf: (text: string) => readonly number[],
): BoundaryScores {
  let right = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { text, ends } of paragraphs) {
    const found = new Set(endsOf(text).filter((end) => end < text.trimEnd().length));
    const around = (end: number) => `${text.slice(Math.max(0, end - 40), end)}|${text.slice(end, end + 30)}`;
    for (const end of ends) {
      if (found.delete(end)) right += 1;
      else missed.push(around(end));
    }
    wrong.push(...[...found].map(around));
  }
  const precision = right / (right + wrong.length);
  const recall = right / (right + missed.length);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), missed, wrong };
}
