import { isCapitalised, wordSpans } from '../../text/word-spans.ts';

/**
 * How many names a text has, roughly: runs of capitalised words with nothing but blanks, hyphens and periods between them. A run that
 * begins the text is none: any first word is written so. Of no use for languages that write all nouns with capitals, or have none.
 */
export function countNameRuns(text: string): number {
  let runs = 0;
  let previous: { end: number; isName: boolean } | undefined;
  for (const { text: word, span } of wordSpans(text)) {
    const isName = isCapitalised(word);
    const isNext = previous?.isName === true && /^[\s.\-–]*$/.test(text.slice(previous.end, span.start));
    if (isName && previous !== undefined && !isNext) runs += 1;
    previous = { end: span.end, isName };
  }
  return runs;
}
