import { join, resolve } from 'node:path';
import { Argument } from 'commander';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { findReadableFormat, findWritableFormat, readableFormats } from '../../formats/index.ts';
import { readFormat } from '../../formats/read-format.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, kindOfPath, readBytes, shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { loadCorpus } from '../../io/load-corpus.ts';
import { countSeverities } from '../../reporters/count-words.ts';
import { decodeLossless } from '../../text/decode-utf8.ts';
import { plural } from '../../text/plural.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDatasetOption } from '../options.ts';
import { report } from '../report/report.ts';

interface Options {
  readonly dataset?: string;
  readonly force?: boolean;
  readonly output?: string;
  readonly partial?: boolean;
}

export const importClaims = defineCommand<[string, string[]], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .addArgument(
        new Argument('<format>', 'what the files are').choices(readableFormats.map(({ id }) => id)),
      )
      .argument('<files...>', 'files to read, - for standard input')
      .option('-o, --output <file>', 'claims file to write, - for standard output (the default)')
      .option('--force', 'replace the output file if it is there')
      .option('--partial', 'write what could be read, although something could not');
  },
  examples: [
    ['claimset import csv sheet.csv -o claims/sheet.jsonl', 'a spreadsheet saved as CSV'],
    ['claimset import fever train.jsonl | head -1', 'FEVER claims in the native form'],
  ],
  run: async ([id, paths], options, io) => {
    const format = findReadableFormat(id);
    const context = { evidence: await corpusOf(options, io) };
    const claims: OpenClaim[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const path of paths) {
      const source = path === '-' ? path : resolve(io.cwd, path);
      const decoded = decodeLossless(readBytes(source));
      for (const result of readFormat(format, { file: shownPath(source, io.cwd), ...decoded }, context)) {
        if (result.claim !== undefined) claims.push(result.claim);
        else if (result.diagnostic !== undefined) diagnostics.push(result.diagnostic);
      }
    }
    const counts = countSeverities(diagnostics);
    if (diagnostics.length > 0) {
      diagnostics.sort(compareDiagnostics);
      await report(diagnostics, { files: paths.length, records: claims.length }, io.stderr, io);
    }
    if (counts.error > 0 && options.partial !== true) {
      await io.stderr.write('Nothing was written: mend the file, or take what can be read with --partial.\n');
      return 1;
    }
    const native = findWritableFormat('jsonl').write(claims, context);
    if (options.output === undefined || options.output === '-')
      for (const piece of native) await io.stdout.write(piece);
    else {
      const path = followLinks(resolve(io.cwd, options.output));
      if (options.force !== true && kindOfPath(path) === 'file') {
        throw new UsageError(
          `"${options.output}" is there already. Name another file, or replace it with --force.`,
        );
      }
      writeFileAtomic(path, native);
      await io.stderr.write(
        `written ${claims.length} ${plural('claim', claims.length)} to ${shownPath(path, io.cwd)}. Next: claimset validate\n`,
      );
    }
    return counts.error > 0 ? 1 : 0;
  },
});

/** The articles that the claims are about, where there are any: a format may say what they already tell. */
async function corpusOf({ dataset }: Options, { cwd }: CommandIo): Promise<Evidence> {
  const folder = findDatasetFolder(cwd, dataset);
  const { corpus } = await loadConfig(folder);
  if (dataset === undefined && kindOfPath(join(folder, corpus)) !== 'folder') return new EvidenceIndex([]);
  return loadCorpus(folder, corpus, cwd).evidence;
}
