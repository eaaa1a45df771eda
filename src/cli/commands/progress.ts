import { join } from 'node:path';
import { foldJournals } from '../../annotate/work/fold-journals.ts';
import { DatasetClaims } from '../../io/claims/dataset-claims.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import { measureProgress } from '../../stats/progress/measure-progress.ts';
import { printProgress } from '../../stats/progress/print-progress.ts';
import { readJournalRecords } from '../annotation-progress/read-journal-records.ts';
import { defineCommand } from '../command.ts';
import { wantsColor } from '../command-io.ts';
import { findSources } from '../dataset/find-sources.ts';
import { addDatasetOption } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly json?: boolean;
}

export const progress = defineCommand<[], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .option('--json', 'print all figures as JSON')
      .addHelpText(
        'after',
        `
What was annotated is read from claims/annotations/*.jsonl. What each figure means: docs/progress.md.
\`claimset agree\` tells more of the agreement, and fails in CI where it is too low.`,
      );
  },
  examples: [
    ['claimset progress', 'how far the annotation of this dataset folder is'],
    ['claimset progress --json', 'all figures, as the page of the lead has them'],
  ],
  run: async (_, { dataset, json }, io) => {
    const folder = findDatasetFolder(io.cwd, dataset);
    const config = await loadConfig(folder);
    const { records: files } = findSources(folder, config, [], io.cwd);
    const { records, unreadable } = await readJournalRecords(files, io);
    const claims = DatasetClaims.open(join(folder, config.claims));
    const measured = measureProgress({
      claims: claims.all().map(({ record }) => record),
      work: foldJournals(records).claims,
      settings: {
        overlap: config.annotate.overlap,
        gold: config.annotate.gold.claims,
        language: config.language,
      },
    });
    if (json === true) await io.stdout.write(`${printJson(measured)}\n`);
    else {
      const terminal = { color: wantsColor(io, io.stdout), width: io.stdout.columns ?? 100 };
      for (const piece of printProgress(measured, terminal)) await io.stdout.write(piece);
    }
    const lines = unreadable + claims.unreadable;
    if (lines === 0) return 0;
    const verb =
      lines === 1
        ? 'is neither a claim nor a record of a journal and counts'
        : 'are neither claims nor records of a journal and count';
    await io.stderr.write(
      `${countWords(lines, 'line')} ${verb} for nothing. \`claimset validate\` tells of all of them.\n`,
    );
    return 1;
  },
});
