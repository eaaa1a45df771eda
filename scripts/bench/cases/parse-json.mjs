// Reads a JSON Lines file and parses each line, as a program does that checks nothing: what checking is measured against.
import { readFileSync } from 'node:fs';
import { report } from '../report.mjs';

let records = 0;
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line === '') continue;
  JSON.parse(line);
  records += 1;
}
report({ records });
