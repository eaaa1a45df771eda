import { createHash } from 'node:crypto';

/** Characters of a term up to which it stands for itself; engines refuse terms of some thousand bytes. */
const maxChars = 60;

/** What a term or a title is called in an engine: itself, or of a long one its beginning and a hash. */
export function termKey(term: string): string {
  if (term.length <= maxChars) return term;
  const hash = createHash('sha256').update(term).digest('hex').slice(0, 32);
  // By code points: half of one is no character.
  return `${Array.from(term.slice(0, maxChars)).slice(0, -1).join('')}…${hash}`;
}
