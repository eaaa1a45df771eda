import { join } from 'node:path';
import type { Suppression } from '../../claims/suppression.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, kindOfPath, readText, shownPath } from '../../io/files.ts';
import { suppressionsName } from '../../io/record-files.ts';
import { countWords } from '../../reporters/count-words.ts';
import { readLines, type SourceLine } from '../../text/source-line.ts';
import { defineCommand } from '../command.ts';
import { type LoadedDataset, loadDataset } from '../dataset/load-dataset.ts';
import { readSuppressionLines } from '../dataset/load-suppressions.ts';
import { addDatasetOption, addProfileOption } from '../options.ts';

interface Options {
  readonly claim?: string;
  readonly corpus: boolean;
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
      .option('--no-corpus', 'without articles: evidence is not looked up')
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
    await refuse({ rule, claim, file, pointer, reason });
    const { corpus } = options;
    const dataset = await loadDataset({ dataset: options.dataset, profiles: profile, corpus }, io);
    const { diagnostics, pathOf } = dataset;
    const path = followLinks(join(dataset.folder, dataset.config.claims, suppressionsName));
    const before = kindOfPath(path) === undefined ? '' : readText(path);
    const found = diagnostics.filter((diagnostic) => isMeant(diagnostic, rule, options, pathOf));
    const [first] = found;
    if (first === undefined) {
      const about = claim === undefined ? `in "${file}"` : `about claim "${claim}"`;
      const { entries } = await readSuppressionLines(linesOf(before));
      const standing = entries.find(({ suppression }) => isAccepted(suppression, rule, options));
      if (standing !== undefined) {
        throw new ToolError(
          'NO_FINDING',
          `Findings of "${rule}" ${about} are already accepted on line ${standing.line.number} of ${shownPath(path, io.cwd)}.`,
        );
      }
      throw new ToolError(
        'NO_FINDING',
        `There is no finding of "${rule}" ${about} to accept. \`claimset validate\` lists what there is.`,
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
    const end = before === '' || before.endsWith('\n') ? '' : '\n';
    writeFileAtomic(path, [before, end, `${JSON.stringify(suppression)}\n`]);
    await io.stdout.write(
      `written ${shownPath(path, io.cwd)}: ${countWords(found.length, 'finding')} accepted\n`,
    );
    return 0;
  },
});

/** @throws UsageError for a suppression that would not be read. */
async function refuse(wanted: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { diagnostics } = await readSuppressionLines(linesOf(JSON.stringify(wanted)));
  const [problem] = diagnostics;
  if (problem === undefined) return;
  // No line is there yet to be removed.
  const help = problem.help.replace(/,? and remove this line\.$/, '.').replace(/^Remove this line\. /, '');
  throw new UsageError(`${problem.message} ${help}`);
}

function linesOf(text: string): Iterable<SourceLine> {
  return readLines(suppressionsName, [new TextEncoder().encode(text)]);
}

/** Whether what is asked for is, or is a part or the whole of, what a suppression accepts. */
function isAccepted(suppression: Suppression, rule: string, { claim, file, pointer }: Options): boolean {
  const isSame = <Value>(one: Value | undefined, other: Value | undefined): boolean =>
    one === undefined || other === undefined || one === other;
  if (suppression.rule !== rule || !isSame(suppression.file, file)) return false;
  if (!('claim' in suppression)) return claim === undefined;
  return String(suppression.claim) === claim && isSame(suppression.pointer, pointer);
}

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
