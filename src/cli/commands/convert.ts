import { extname, resolve } from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../../errors.ts';
import type { EvidenceStyle } from '../../formats/evidence-style.ts';
import type { FormatContext } from '../../formats/format.ts';
import {
  findReadableFormat,
  findWritableFormat,
  readableFormats,
  writableFormats,
} from '../../formats/index.ts';
import type { LabelMap } from '../../formats/map-label.ts';
import { verifyExport } from '../../io/export-claims.ts';
import { isStream, shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand } from '../command.ts';
import { ClaimsReader } from '../exchange/claims-reader.ts';
import { corpusAtHand } from '../exchange/corpus-at-hand.ts';
import { addEvidenceOptions, addMapLabelOption } from '../exchange/exchange-options.ts';
import { guardOptions } from '../exchange/guard-options.ts';
import { tellLostTexts } from '../exchange/lost-texts.ts';
import { sniffFormat } from '../exchange/sniff-format.ts';
import { tellAboutReading } from '../exchange/told-about-reading.ts';
import {
  guardInputs,
  guardOutput,
  tellLosses,
  tellVerified,
  tellWritten,
  writeClaims,
} from '../exchange/write-claims.ts';
import { addDatasetOption } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly evidence?: EvidenceStyle;
  readonly force?: boolean;
  readonly from?: string;
  readonly mapLabel?: LabelMap;
  readonly partial?: boolean;
  readonly seed?: number;
  readonly to?: string;
  readonly verify?: boolean;
}

export const convert = defineCommand<[string, string], Options>({
  configure: (command) => {
    addEvidenceOptions(
      addMapLabelOption(
        addDatasetOption(command)
          .argument('<input>', 'file to read, - for standard input')
          .argument('<output>', 'file to write, - for standard output')
          .addOption(
            new Option('--from <format>', 'what the input is (default: recognised)').choices(
              readableFormats.map(({ id }) => id),
            ),
          )
          .addOption(
            new Option(
              '--to <format>',
              'what to write (default: what the ending of the output says)',
            ).choices(writableFormats.map(({ id }) => id)),
          )
          .option('--force', 'replace the output file if it is there')
          .option('--partial', 'write what could be read, although something could not')
          .option('--verify', 'read the file back and compare'),
      ),
    );
  },
  examples: [
    ['claimset convert train.jsonl train.csv', 'FEVER claims as a spreadsheet'],
    ['claimset convert dev.json dev.jsonl --from hover --to fever', 'HoVer for the programs of FEVER'],
    ['claimset convert vitaminc.jsonl pairs.jsonl --to nli --verify', 'premise and hypothesis, proved'],
  ],
  run: async ([input, output], options, io) => {
    const { dataset, evidence: style, force, mapLabel, partial, seed, verify } = options;
    const source = input === '-' ? input : resolve(io.cwd, input);
    const file = output === '-' ? undefined : output;
    if (verify === true && isStream(file === undefined ? '-' : resolve(io.cwd, file)))
      throw new UsageError('--verify reads the file back: name one as the output.');
    guardInputs(file, [source], io.cwd);
    const from = findReadableFormat(options.from ?? sniffFormat(input, source));
    const to = findWritableFormat(options.to ?? endingOf(output));
    guardOptions(to, { evidenceStyle: style, seed });
    guardOutput(file, force, io.cwd);
    const base: FormatContext = {
      evidence: await corpusAtHand(dataset, io.cwd),
      anyLabel: true,
      ...(style !== undefined && { evidenceStyle: style }),
      ...(seed !== undefined && { seed }),
    };
    // Opened once: to be verified it is read again, and standard input cannot be.
    const sources = [openReadSource(source, shownPath(source, io.cwd))];
    const reader = new ClaimsReader(from, sources, base, mapLabel);
    const isRefused = () => reader.hasErrors && partial !== true;
    const written = await writeClaims(reader.read(), to, reader.context, { output: file, isRefused }, io);
    await tellAboutReading(reader, 1, io);
    if (isRefused()) {
      await io.stderr.write('Nothing was written: mend the file, or take what can be read with --partial.\n');
      return 1;
    }
    await tellWritten(written, reader.claims, `, from ${from.title} to ${to.title}`, io);
    await tellLosses(to, written.losses, io);
    await tellLostTexts(reader.carried, from, to, written.back, base, io);
    if (verify === true && written.path !== undefined) {
      const again = new ClaimsReader(from, sources, base, mapLabel);
      const problems = verifyExport(written.path, to, again.read(), again.context);
      for (const problem of problems) await io.stderr.write(`error: ${output}: ${printable(problem)}\n`);
      if (problems.length > 0) return 1;
      await tellVerified(Object.keys(written.losses).length > 0, io);
    }
    return reader.hasErrors ? 1 : 0;
  },
});

/** The format that the ending of a file name stands for. @throws UsageError where it stands for none, or for several. */
function endingOf(output: string): string {
  const ending = extname(output).slice(1).toLowerCase();
  // claimset's own tables have the endings of their names; some datasets come as tables, too.
  const named = writableFormats.filter(({ id }) => id === ending && id !== 'jsonl');
  const found =
    named.length > 0 ? named : writableFormats.filter(({ extensions }) => extensions.includes(ending));
  if (found.length === 1 && found[0] !== undefined) return found[0].id;
  throw new UsageError(
    output === '-' || ending === ''
      ? 'Say with --to what to write.'
      : `Files that end with .${ending} may be many things. Say with --to what to write.`,
  );
}
