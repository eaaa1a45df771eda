import { cutText } from '../../text/cut-text.ts';
import { foldedTitle } from './folded-title.ts';

/** Characters of a title that are indexed: more than any title of Wikipedia has. */
const maxChars = 300;
const hasPairs = /[\ud800-\udfff]/;

/** What a title is found by: all runs of three characters of {@link foldedTitle} with a blank before and behind it, each once. */
export function titleGrams(title: string): string[] {
  return [...new Set(gramsOf(` ${foldedTitle(cutText(title, maxChars))} `))];
}

/** The runs of three characters of a text; none of a shorter one. By code points: half of one is no character. */
function gramsOf(text: string): string[] {
  const characters = hasPairs.test(text) ? [...text] : undefined;
  const length = (characters ?? text).length;
  const grams: string[] = [];
  // A part of a text is had in a fraction of the time of its characters one by one.
  for (let at = 0; at + 3 <= length; at++)
    grams.push(characters === undefined ? text.slice(at, at + 3) : characters.slice(at, at + 3).join(''));
  return grams;
}
