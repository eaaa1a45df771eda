// Writes the shipped claims letter by letter, nine letters at a time, and checks each state, as a page does at each keystroke.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecordChecker, EvidenceIndex, parseCorpusFile } from '../../../dist/index.js';
import { report } from '../report.mjs';

const root = path.join(import.meta.dirname, '../../..');
const filesIn = (folder, ending) =>
  readdirSync(path.join(root, folder)).flatMap((name) =>
    name.endsWith(ending) ? readFileSync(path.join(root, folder, name)) : [],
  );
const articles = filesIn('corpus', '.txt').flatMap((bytes) => parseCorpusFile('corpus.txt', bytes).articles);
const check = createRecordChecker(new EvidenceIndex(articles));
const claims = filesIn('claims', '.jsonl').flatMap((bytes) =>
  bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
);
const milliseconds = claims
  .flatMap((claim) =>
    Array.from({ length: Math.ceil(claim.claim.length / 9) }, (_, which) => {
      const start = performance.now();
      check({ ...claim, claim: claim.claim.slice(0, 9 * (which + 1)) });
      return performance.now() - start;
    }),
  )
  .sort((a, b) => a - b);
report({
  keystrokes: milliseconds.length,
  median: milliseconds[milliseconds.length >> 1],
  // Collecting garbage falls on one or two of thousands.
  slow: milliseconds[Math.floor(milliseconds.length * 0.99)],
});
