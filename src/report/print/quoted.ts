import { shortened } from '../shortened.ts';

/** Nobody reads a longer claim in a list, and a page that holds it several times is slow to open. */
const maxQuotedChars = 600;

/** A text of the dataset as an example of it, in one line, cut where it is very long. The JSON has all of it. */
export function quoted(text: string): string {
  return shortened(text, maxQuotedChars);
}
