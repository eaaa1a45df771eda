import type { Evidence } from '../../corpus/evidence.ts';
import { ownPhrases } from '../claim/own-phrases.ts';
import type { RecordEntry } from '../record-entry.ts';
import { evidenceOf } from './evidence-of.ts';

/** Longer texts are lists that anything may stand in. */
const maxChars = 10_000;

/**
 * Whether the text of some cited evidence says the same words, whatever their case; never where it is not at hand. Each phrase is
 * looked for once, for a claim may repeat it thousands of times.
 */
export function evidenceWords(entry: RecordEntry, evidence: Evidence): (words: string) => boolean {
  const known = new Map<string, boolean>();
  return (words) => {
    const folded = words.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
    let isSaid = known.get(folded);
    if (isSaid === undefined) {
      isSaid = says(entry, evidence, folded);
      known.set(folded, isSaid);
    }
    return isSaid;
  };
}

function says(entry: RecordEntry, evidence: Evidence, phrase: string): boolean {
  const phrases = [phrase];
  for (const { id } of evidenceOf(entry)) {
    const text = evidence.get(id)?.text.slice(0, maxChars) ?? '';
    for (const _ of ownPhrases(text, phrases)) return true;
  }
  return false;
}
