import { join } from 'node:path';
import type { Suppression } from '../../claims/suppression.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, kindOfPath, readText, shownPath } from '../../io/files.ts';
import { suppressionsName } from '../../io/record-files.ts';
import { countWords } from '../../reporters/count-words.ts';
import { defineCommand } from '../command.ts';
import { type LoadedDataset, loadDataset } from '../dataset/load-dataset.ts';
import { addDatasetOption, addProfileOption } from '../options.ts';

interface Options {
  readonly claim?: string;
  readonly dataset?: string;
  readonly file?: string;
  readonly pointer?: string;
  readonly profile?: readonly string[];
  readonly reason?: string;
}

export const suppress = defineCommand<[string], Options>({
  configure: (command) => {
    addProfileOption(addDatasetOption(command))
      .argument('<rule>', 'rule whose finding is accepted')
      .option('--claim <id>', 'claim that the finding is about')
      .option('--file <path>', 'file that it is in, from the dataset folder; for findings about no claim')
      .option('--pointer <pointer>', 'value of the record that it is about, such as /evidence/0')
      .option('--reason <text>', 'why it is right as it is')
      .addHelpText(
        'after',
        '\nAdds a line to claims/suppressions.jsonl. Findings of levels 1 to 3 cannot be accepted: mend them.',
      );
  },
  examples: [
    [
      'claimset suppress claim/length --claim nkw-0001 --reason "A title of 30 words."',
      'accept a finding about a claim',
    ],
    [
      'claimset suppress corpus/gap --file corpus/a-town.txt --reason "Cut by the publisher."',
      'accept what is found in an article',
    ],
  ],
  run: async ([rule], options, io) => {
    const { claim, file, pointer, profile } = options;
    const reason = options.reason?.trim() ?? '';
    if (reason === '') throw new UsageError('Say why the finding is right as it is: --reason "…".');
    if (claim === undefined && file === undefined) {
      throw new UsageError('Name the claim that the finding is about (--claim), or the file (--file).');
    }
    if (claim === undefined && pointer !== undefined) throw new UsageError('--pointer needs --claim.');
    const dataset = await loadDataset({ dataset: options.dataset, profiles: profile }, io);
    const { diagnostics, pathOf } = dataset;
    const found = diagnostics.filter((diagnostic) => isMeant(diagnostic, rule, options, pathOf));
    const [first] = found;
    if (first === undefined) {
      const about = claim === undefined ? `in "${file}"` : `about claim "${claim}"`;
      throw new ToolError(
        'NO_FINDING',
        `There is no finding of "${rule}" ${about} to accept. \`claimset validate\` lists what there is.`,
      );
    }
    if (first.level <= 3) {
      throw new UsageError(
        `Findings of "${rule}" (level ${first.level}) cannot be accepted: mend what was found.`,
      );
    }
    // As its record has it: a word of the command line does not tell 1 from "1".
    const id = first.place.claimId;
    const suppression: Suppression =
      id === undefined
        ? { rule, file: pathOf(first.place.file), reason }
        : {
            rule,
            claim: id,
            ...(file !== undefined && { file }),
            ...(pointer !== undefined && { pointer }),
            reason,
          };
    const path = followLinks(join(dataset.folder, dataset.config.claims, suppressionsName));
    const before = kindOfPath(path) === undefined ? '' : readText(path);
    const end = before === '' || before.endsWith('\n') ? '' : '\n';
    writeFileAtomic(path, [before, end, `${JSON.stringify(suppression)}\n`]);
    await io.stdout.write(
      `written ${shownPath(path, io.cwd)}: ${countWords(found.length, 'finding')} accepted\n`,
    );
    return 0;
  },
});

function isMeant(
  { ruleId, place }: Diagnostic,
  rule: string,
  { claim, file, pointer }: Options,
  pathOf: LoadedDataset['pathOf'],
): boolean {
  if (ruleId !== rule || (file !== undefined && pathOf(place.file) !== file)) return false;
  if (claim === undefined) return place.claimId === undefined;
  return String(place.claimId) === claim && (pointer === undefined || place.pointer === pointer);
}
