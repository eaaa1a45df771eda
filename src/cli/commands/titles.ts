import { resolve } from 'node:path';
import { titleOfPage } from '../../corpus/fever-page.ts';
import { TitleTable } from '../../corpus/title-table.ts';
import { UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { readTitles } from '../../io/load-titles.ts';
import { countWords } from '../../reporters/count-words.ts';
import { defineCommand } from '../command.ts';

interface Options {
  readonly out?: string;
  readonly pages?: boolean;
}

export const titles = defineCommand<[string], Options>({
  configure: (command) => {
    command
      .argument('<list>', 'a file with one title a line, - for standard input')
      .option('-o, --out <file>', 'the table to write')
      .option(
        '--pages',
        'the list has page names of FEVER: underscores and -LRB- instead of blanks and brackets',
      );
  },
  examples: [
    ['claimset titles titles.txt -o titles.table', 'for `claimset validate --titles titles.table`'],
    ['jq -r .id wiki-pages/*.jsonl | claimset titles - --pages -o fever.titles', 'of the pages of FEVER'],
  ],
  run: async ([list], { out, pages = false }, io) => {
    if (out === undefined)
      throw new UsageError(
        'Say where the table is to be written: claimset titles titles.txt -o titles.table',
      );
    if (list !== '-' && resolve(io.cwd, list) === resolve(io.cwd, out))
      throw new UsageError('The table would be written over the list. Give it a name of its own.');
    const path = list === '-' ? list : resolve(io.cwd, list);
    const table = TitleTable.from(readTitles(path, pages ? titleOfPage : undefined));
    const { bytes } = writeFileAtomic(resolve(io.cwd, out), table.toBytes());
    await io.stderr.write(`${countWords(table.size, 'title')} in ${out}, ${countWords(bytes, 'byte')}\n`);
    return 0;
  },
});
