// The near-duplicates of the claims of a JSON Lines file: exact, by MinHash, or by comparing each with every other.
import { readFileSync } from 'node:fs';
import { findNearDuplicates } from '../../../dist/stats/near-duplicates/near-duplicates.js';
import { words } from '../../../dist/text/words.js';
import { report } from '../report.mjs';

const [path, threshold, method] = process.argv.slice(2);
const texts = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line).claim);
const options = method === 'min-hash' ? { minHash: { bands: 16, rows: 6 } } : {};
const found =
  method === 'compared'
    ? comparedPairs(texts, Number(threshold))
    : findNearDuplicates(texts, Number(threshold), options);
let pairs = 0;
// The same for the same pairs in the same order, whatever the program.
let digest = 0;
for (const { a, b } of found) {
  pairs += 1;
  digest = (Math.imul(digest, 31) + a * 7 + b) >>> 0;
}
report({ pairs, digest });

function* comparedPairs(all, least) {
  const numbers = new Map();
  const numberOf = (word) => {
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return numbers.get(word);
  };
  const sets = all.map((text) => Int32Array.from(new Set(words(text)), numberOf).sort());
  for (const [b, set] of sets.entries()) {
    for (let a = 0; a < b; a++) if (jaccard(sets[a], set) >= least) yield { a, b };
  }
}

function jaccard(one, other) {
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const difference = one[i] - other[j];
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common / (one.length + other.length - common);
}
