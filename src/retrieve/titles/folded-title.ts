import { normalForm } from '../../text/normalise.ts';
import { searchWords } from '../../text/search-words.ts';

/** A title as it is compared: its words without case and accents, a blank between them. Of one without letters and digits, such as `!!!`, its characters. */
export function foldedTitle(title: string): string {
  const words = searchWords(title);
  return words.length > 0
    ? words.join(' ')
    : normalForm(title, 'NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
