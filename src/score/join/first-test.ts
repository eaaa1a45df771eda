import { HashTable } from '../../text/hash-table.ts';
import { type Hash64, hashInto } from '../../text/hash64.ts';

/** Whether a text comes for the first time, by its hash: 16 to 32 bytes for each. */
export function createFirstTest(): (text: string) => boolean {
  const seen = new HashTable();
  const hash: Hash64 = { high: 0, low: 0 };
  return (text) => {
    const { high, low } = hashInto(text, hash);
    const size = seen.size;
    seen.putFirst(high, low, 0);
    return seen.size > size;
  };
}
