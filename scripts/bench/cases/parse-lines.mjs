// Parses each line of a JSON Lines file that is read in pieces, and nothing else: what reading pages is measured against.
import { closeSync, openSync, readSync } from 'node:fs';
import { report } from '../report.mjs';

function run(path) {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafeSlow(4 << 20);
  let kept = 0;
  let records = 0;
  for (;;) {
    const read = readSync(file, buffer, kept, buffer.length - kept, null);
    const filled = buffer.subarray(0, kept + read);
    let start = 0;
    for (let end = filled.indexOf(0x0a); end >= 0; end = filled.indexOf(0x0a, start)) {
      JSON.parse(filled.toString('utf8', start, end));
      records += 1;
      start = end + 1;
    }
    filled.copyWithin(0, start);
    kept = filled.length - start;
    if (read === 0) break;
  }
  closeSync(file);
  return { records };
}

report(run(process.argv[2]));
