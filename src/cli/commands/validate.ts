import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Severity } from '../../diagnostic/severity.ts';
import { UsageError } from '../../errors.ts';
import { applyFixes, type FixableFile } from '../../io/apply-fixes.ts';
import { reporters } from '../../reporters/index.ts';
import { defineCommand } from '../command.ts';
import { type DatasetRequest, type LoadedDataset, loadDataset } from '../load-dataset.ts';
import { addDatasetOption, addProfileOption, addRuleOption } from '../options.ts';
import { countSeverities, report } from '../report.ts';
import { formChoices } from '../with-form.ts';

interface Options {
  readonly dataset?: string;
  readonly failOn: Severity | 'none';
  readonly fix?: boolean;
  readonly format: string;
  readonly corpus: boolean;
  readonly profile?: readonly string[];
  readonly report: string;
  readonly rule?: Readonly<Record<string, Severity | 'off'>>;
  readonly stdinFilename?: string;
}

/** A fix can make room for another one on the same line; more rounds than this would be a circle. */
const maxFixRounds = 10;

export const validate = defineCommand<[string[]], Options>({
  configure: (command) => {
    addProfileOption(
      addRuleOption(
        addDatasetOption(command)
          .argument(
            '[paths...]',
            'claims (.jsonl), articles (.txt), folders, - for standard input (default: the dataset’s own)',
          )
          .addOption(
            new Option('-f, --format <form>', 'what form the claim files have; auto looks at each file')
              .choices(formChoices)
              .default('native'),
          )
          .option('--no-corpus', 'without articles: evidence is not looked up')
          .addOption(
            new Option('--report <format>', 'how to report')
              .choices(reporters.map(({ id }) => id))
              .default('pretty'),
          )
          .option('--fix', 'make the safe fixes in the files, then report what is left')
          .addOption(
            new Option('--fail-on <severity>', 'lightest finding that makes the exit code 1')
              .choices(['error', 'warning', 'info', 'none'])
              .default('error'),
          )
          .option('--stdin-filename <name>', 'name for standard input in findings'),
      ),
    );
  },
  examples: [
    ['claimset validate', 'articles, claims and annotations of this dataset folder'],
    ['claimset validate claims/new.jsonl', 'one file against the corpus of this folder'],
    ['claimset validate --fix', 'with the safe fixes made'],
    ['claimset validate --report github', 'as annotations of a GitHub workflow'],
    ['claimset validate --format fever train.jsonl', 'a file of FEVER, in place'],
    ['git show :claims/new.jsonl | claimset validate -', 'what is staged'],
  ],
  run: async ([paths], options, io) => {
    const request: DatasetRequest = {
      dataset: options.dataset,
      paths,
      stdinName: options.stdinFilename,
      form: options.format,
      corpus: options.corpus,
      profiles: options.profile,
      rules: options.rule,
    };
    if (options.fix === true && paths.includes('-')) {
      throw new UsageError(
        '--fix writes files, and standard input is none. Name the file, or leave out --fix.',
      );
    }
    let dataset = await loadDataset(request, io);
    let fixed = 0;
    for (let round = 0; options.fix === true && round < maxFixRounds; round++) {
      const made = applyFixes(dataset.diagnostics, fixableFile(dataset, io.cwd));
      if (made === 0) break;
      fixed += made;
      dataset = await loadDataset(request, io);
    }
    const { diagnostics, records } = dataset;
    const files = dataset.files.length + dataset.articleFiles;
    await report(diagnostics, { files, records, fixed }, io.stdout, io, options.report);
    return fails(countSeverities(diagnostics), options.failOn) ? 1 : 0;
  },
});

/** Only files that were read as files can be written: not standard input. */
function fixableFile({ files }: LoadedDataset, cwd: string): (file: string) => FixableFile | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (file) => byPath.get(resolve(cwd, file));
}

function fails(counts: Readonly<Record<Severity, number>>, failOn: Options['failOn']): boolean {
  if (failOn === 'none') return false;
  return (
    counts.error > 0 || (failOn !== 'error' && counts.warning > 0) || (failOn === 'info' && counts.info > 0)
  );
}
