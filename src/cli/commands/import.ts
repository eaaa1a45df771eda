import { resolve } from 'node:path';
import { Argument } from 'commander';
import { UsageError } from '../../errors.ts';
import type { ReadSource } from '../../formats/format.ts';
import { findReadableFormat, findWritableFormat, readableFormats } from '../../formats/index.ts';
import type { LabelMap } from '../../formats/map-label.ts';
import { shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { plural } from '../../text/plural.ts';
import { defineCommand } from '../command.ts';
import { ClaimsReader } from '../exchange/claims-reader.ts';
import { corpusAtHand } from '../exchange/corpus-at-hand.ts';
import { addMapLabelOption } from '../exchange/exchange-options.ts';
import { tellAboutReading } from '../exchange/told-about-reading.ts';
import { writeArticles } from '../exchange/write-articles.ts';
import { guardInputs, guardOutput, tellWritten, writeClaims } from '../exchange/write-claims.ts';
import { addDatasetOption } from '../options.ts';

interface Options {
  readonly articles?: string;
  readonly dataset?: string;
  readonly force?: boolean;
  readonly mapLabel?: LabelMap;
  readonly output?: string;
  readonly partial?: boolean;
}

export const importClaims = defineCommand<[string, string[]], Options>({
  configure: (command) => {
    addMapLabelOption(
      addDatasetOption(command)
        .addArgument(
          new Argument('<format>', 'what the files are').choices(readableFormats.map(({ id }) => id)),
        )
        .argument('<files...>', 'files to read, - for standard input')
        .option('-o, --output <file>', 'claims file to write, - for standard output (the default)')
        .option('--articles <file>', 'file of tagged text to write the texts to that the files carry')
        .option('--force', 'replace the output file if it is there')
        .option('--partial', 'write what could be read, although something could not'),
    );
  },
  examples: [
    ['claimset import csv sheet.csv -o claims/sheet.jsonl', 'a spreadsheet saved as CSV'],
    ['claimset import fever train.jsonl | head -1', 'FEVER claims in the native form'],
    [
      'claimset import vitaminc test.jsonl -o claims/vitaminc.jsonl --articles corpus/vitaminc.txt',
      'claims, and the sentences that the file carries as their evidence',
    ],
    [
      'claimset import climate-fever cf.jsonl --map-label DISPUTED="NOT ENOUGH INFO"',
      'a label that none of the three is, mapped by your own decision',
    ],
  ],
  run: async ([id, paths], { articles, dataset, force, mapLabel, output, partial }, io) => {
    const format = findReadableFormat(id);
    const file = output === '-' ? undefined : output;
    guardOutput(file, force, io.cwd);
    guardOutput(articles, force, io.cwd);
    const inputs = paths.map((path) => (path === '-' ? path : resolve(io.cwd, path)));
    guardInputs(file, inputs, io.cwd);
    guardInputs(articles, file === undefined ? inputs : [...inputs, resolve(io.cwd, file)], io.cwd);
    if (inputs.filter((path) => path === '-').length > 1)
      throw new UsageError('Standard input can be read only once: name it once.');
    const sources = function* (): Generator<ReadSource> {
      for (const path of inputs) yield openReadSource(path, shownPath(path, io.cwd));
    };
    const evidence = await corpusAtHand(dataset, io.cwd);
    const reader = new ClaimsReader(format, sources(), { evidence }, mapLabel);
    const native = findWritableFormat('jsonl');
    const isRefused = () => reader.hasErrors && partial !== true;
    const written = await writeClaims(reader.read(), native, { evidence }, { output: file, isRefused }, io);
    await tellAboutReading(reader, paths.length, io);
    if (isRefused()) {
      await io.stderr.write('Nothing was written: mend the file, or take what can be read with --partial.\n');
      return 1;
    }
    await tellWritten(written, reader.claims, '. Next: claimset validate', io);
    let isComplete = true;
    if (articles !== undefined) isComplete = await writeArticles(reader.carried, articles, io);
    else if (reader.carried.texts.size > 0) {
      const { size } = reader.carried.texts;
      await io.stderr.write(
        `The ${plural('file', paths.length)} also ${paths.length === 1 ? 'carries' : 'carry'} ${size} ${plural('text', size)} of evidence: --articles corpus/${id}.txt writes them as articles.\n`,
      );
    }
    return reader.hasErrors || !isComplete ? 1 : 0;
  },
});
