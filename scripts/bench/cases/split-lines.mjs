// Divides claims into three files by their ids: `copy` copies the lines, `print` parses them and prints them again.
import { closeSync, openSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { copyLines, idOfLine } from '../../../dist/io/copy-lines.js';
import { readChunks } from '../../../dist/io/files.js';
import { report } from '../report.mjs';

const splits = ['train', 'dev', 'test'];
/** Which split an id belongs to: eight tenths, one and one. */
const splitOf = (id) => splits[Math.max(0, (Number(id) % 10) - 7)];

function run(path, way, target) {
  // To nowhere unless told: the speed of a disk is not what is measured.
  const outputs = new Map(
    splits.map((split) => [split, openSync(target ? `${target}-${split}` : devNull, 'w')]),
  );
  let bytes = 0;
  if (way === 'copy') {
    const blocks = copyLines(readChunks(path), (line, start, end) => splitOf(idOfLine(line, start, end)));
    for (const { part, bytes: lines } of blocks) bytes += writeSync(outputs.get(part), lines);
  } else {
    const blocks = new Map(splits.map((split) => [split, '']));
    const flush = (split) => {
      bytes += writeSync(outputs.get(split), blocks.get(split));
      blocks.set(split, '');
    };
    let rest = '';
    for (const chunk of readChunks(path)) {
      const lines = (rest + Buffer.from(chunk).toString('utf8')).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const claim = JSON.parse(line);
        const split = splitOf(claim.id);
        const block = `${blocks.get(split)}${JSON.stringify(claim)}\n`;
        blocks.set(split, block);
        if (block.length > 1 << 18) flush(split);
      }
    }
    for (const split of splits) flush(split);
  }
  for (const output of outputs.values()) closeSync(output);
  return { bytes };
}

const [, , path, way, target] = process.argv;
report(run(path, way, target));
