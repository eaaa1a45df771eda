import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.ts';
import { findFolderFormat } from '../../formats/folders/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { kindOfPath, readText, shownPath } from '../../io/files.ts';
import { answersName, noAnswers } from '../../io/release/answers.ts';
import { printChangelog } from '../../io/release/changelog.ts';
import { parseAnswers } from '../../io/release/parse-answers.ts';
import { printEmptyAnswers } from '../../io/release/print-answers.ts';
import { releaseDocuments } from '../../io/release/release-documents.ts';
import type { ReleasedFile } from '../../io/release/release-manifest.ts';
import { checkReplaceable, swapFolder } from '../../io/release/swap-folder.ts';
import { type OpenQuestion, openQuestionsOf } from '../../io/release/todo.ts';
import { finishRelease, writeReleaseData } from '../../io/release/write-release.ts';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';
import { countWords } from '../../reporters/count-words.ts';
import { measureCounts } from '../../stats/counts.ts';
import { printable } from '../../text/printable.ts';
import { version as toolVersion } from '../../version.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { measureQuality } from '../dataset/measure-quality.ts';
import { addDatasetOption } from '../options.ts';
import { comparePrevious } from '../release/compare-previous.ts';
import { reportErrors } from '../report/report-errors.ts';
import { assignSplits, claimsBySplit, isSound } from '../splits/assign-splits.ts';
import { printSplitProblems } from '../splits/print-splits.ts';

interface Options {
  readonly allowTodo?: boolean;
  readonly dataset?: string;
  readonly output: string;
  readonly previous?: string;
}

/** Names under which an author's own licence is found. */
const licenceNames = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'COPYING'];
/** Open questions that are named. */
const maxQuestions = 20;

export const release = defineCommand<[], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .option('-o, --output <folder>', 'folder to write, in the dataset folder by default', 'release')
      .option(
        '--previous <folder|commit>',
        'release, dataset folder or commit to compare with (default: the release in the output folder)',
      )
      .option('--allow-todo', 'release although there are things that only the author can say')
      .addHelpText(
        'after',
        `
Writes Hugging Face repository, BEIR, FEVER, FEVEROUS and native files, datasheet, data statement, CITATION.cff,
LICENSE, CHANGELOG.md and checksums; reads all of it back; then puts it in its place. What cannot be computed is
asked in ${answersName} of the dataset folder, which is made where it is missing and never written again.`,
      );
  },
  examples: [
    ['claimset release --allow-todo', 'to see what a release would be, and what is still to be said'],
    ['claimset release', 'the release: release/'],
    [
      'claimset release --previous v1.0.0',
      'compared with a tag: changelog, and whether the version is high enough',
    ],
  ],
  run: async (_args, options, io) => {
    const dataset = await loadDataset({ dataset: options.dataset }, io);
    const { config, folder: home } = dataset;
    if (await reportErrors(dataset, io)) return fail(io, 'mend the errors first');
    if (config.split.blind.length > 0) {
      const held = config.split.blind.map((split) => `\`${split}\``).join(', ');
      return fail(
        io,
        `a release tells all labels, and split.blind holds back those of ${held}; \`claimset build\` writes what may be published`,
      );
    }
    const assigned = assignSplits(dataset, {}, io);
    await io.stderr.write(printSplitProblems(assigned));
    if (!isSound(assigned)) return fail(io, 'the splits are not sound');
    if (assigned.lockChange !== undefined) {
      await io.stderr.write(`error: ${assigned.lockChange} Run \`claimset split\` and commit it.\n`);
      return fail(io, 'claims would not stay in their split');
    }
    const target = options.output === 'release' ? join(home, 'release') : resolve(io.cwd, options.output);
    for (const name of [config.corpus, config.claims]) {
      if (`${target}${sep}`.startsWith(`${join(home, name)}${sep}`))
        throw new UsageError(`"${options.output}" lies in ${name}, which holds the dataset itself.`);
    }
    checkReplaceable(target);
    const answersPath = join(home, answersName);
    const hasAnswers = kindOfPath(answersPath) === 'file';
    const answers = hasAnswers ? parseAnswers(readText(answersPath)) : noAnswers;
    const splits = claimsBySplit(dataset.claims, assigned);
    const compared = await comparePrevious({ previous: options.previous, target, home, config, splits }, io);
    for (const problem of compared.problems) await io.stderr.write(`error: ${printable(problem)}\n`);
    if (compared.problems.length > 0) return fail(io, 'see above');
    return inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'release');
      const quality = measureQuality(dataset.claims, dataset, assigned.leakage, io);
      const splitDataset = { config, splits, quality: () => quality };
      const context = { evidence: dataset.corpus.evidence };
      const data = await writeReleaseData(folder, splitDataset, context);
      const facts = {
        config,
        answers,
        splits,
        counts: measureCounts(dataset.claims),
        evidence: dataset.corpus.evidence,
        quality,
        formats: data.formats,
        toolVersion,
      };
      const changelog = printChangelog(config, dataset.claims.length, compared.release, compared.changelog);
      const documents = [
        ...releaseDocuments(facts, ownLicence(home)),
        { path: 'CHANGELOG.md', text: changelog },
      ];
      const files: ReleasedFile[] = [...data.files];
      for (const { path, text } of documents)
        files.push({ ...writeFileAtomic(join(folder, path), [text]), path });
      const problems = [...data.problems, ...finishRelease(folder, config, files)];
      for (const problem of problems) await io.stderr.write(`error: ${printable(problem)}\n`);
      if (problems.length > 0) return fail(io, 'what was written does not say what the claims say');
      const missing = [
        ...(findFolderFormat('huggingface').missing?.(splitDataset) ?? []),
        ...(config.license !== '' && documents.every(({ path }) => path !== 'LICENSE')
          ? ['The text of the `license` is not known here: put it into LICENSE in the dataset folder.']
          : []),
      ];
      const open = documents.flatMap(({ path, text }) => openQuestionsOf(path, text));
      await tellOpen(open, missing, io);
      if (!hasAnswers) {
        writeFileAtomic(answersPath, [printEmptyAnswers(facts)]);
        await io.stderr.write(
          `written ${shownPath(answersPath, io.cwd)}: answer what is asked there, and commit it\n`,
        );
      }
      if (open.length + missing.length > 0 && options.allowTodo !== true) {
        return fail(
          io,
          `say what is missing in ${answersName} and claimset.config.json, or use --allow-todo`,
        );
      }
      swapFolder(folder, target);
      await io.stdout.write(
        `released ${printable(config.name)} ${config.version} to ${shownPath(target, io.cwd)}: ${countWords(files.length + 2, 'file')}, read back and equal but for what formats lose\n`,
      );
      return 0;
    }, dirname(target));
  },
});

/** Says that nothing was released. */
async function fail({ stderr }: CommandIo, why: string): Promise<ExitCode> {
  await stderr.write(`Nothing was released: ${why}.\n`);
  return 1;
}

/** Names what only the author can say. */
async function tellOpen(
  open: readonly OpenQuestion[],
  missing: readonly string[],
  { stderr }: CommandIo,
): Promise<void> {
  for (const { file, line, text } of open.slice(0, maxQuestions))
    await stderr.write(`to do: ${file}:${line} ${printable(text)}\n`);
  if (open.length > maxQuestions) await stderr.write(`to do: and ${open.length - maxQuestions} more\n`);
  for (const problem of missing) await stderr.write(`to do: claimset.config.json: ${printable(problem)}\n`);
}

/** The LICENSE of the dataset folder; `undefined` where it has none. */
function ownLicence(home: string): string | undefined {
  const name = licenceNames.find((candidate) => kindOfPath(join(home, candidate)) === 'file');
  return name === undefined ? undefined : readText(join(home, name));
}
