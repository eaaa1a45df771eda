import { join, resolve } from 'node:path';
import { findWritableFormat } from '../../formats/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { blindClaims } from '../../io/blind-claims.ts';
import { kindOfPath, readBytes, shownPath } from '../../io/files.ts';
import { configName } from '../../io/load-config.ts';
import { type FileRecord, type Manifest, manifestName } from '../../io/manifest.ts';
import { sha256 } from '../../io/sha256.ts';
import { verifyDataset } from '../../io/verify-dataset.ts';
import { writeDataset } from '../../io/write-dataset.ts';
import { countSeverities } from '../../reporters/count-words.ts';
import { plural } from '../../text/plural.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { addDatasetOption } from '../options.ts';
import { reportErrors } from '../report/report-errors.ts';
import { assignSplits, claimsOfSplit, isSound } from '../splits/assign-splits.ts';
import { printSplitProblems, printSplits } from '../splits/print-splits.ts';

interface Options {
  readonly dataset?: string;
  readonly frozenLock?: boolean;
  readonly output?: string;
  readonly verify?: boolean;
}

export const build = defineCommand<[], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .option('-o, --output <folder>', 'folder to write (default: the one of the configuration, dataset)')
      .option('--verify', 'read everything back and compare')
      .option('--frozen-lock', `fail where ${lockName} would have to change, as in CI`);
  },
  examples: [
    ['claimset build', 'validate, split, export: dataset/ with splits, card and manifest'],
    ['claimset build --verify', 'and prove that the files say what the claims say'],
    ['claimset build --frozen-lock -o ../out', 'in CI, elsewhere'],
  ],
  run: async (_args, options, io) => {
    const dataset = await loadDataset({ dataset: options.dataset }, io);
    const formats = dataset.config.export.formats.map(findWritableFormat);
    if (await reportErrors(dataset, io)) {
      await io.stderr.write('Nothing was written: mend the errors first.\n');
      return 1;
    }
    const { warning, info } = countSeverities(dataset.diagnostics);
    const accepted = dataset.suppressed > 0 ? `, ${dataset.suppressed} suppressed` : '';
    const seen = warning + info > 0 ? ', see `claimset validate`' : '';
    await io.stdout.write(
      `validated ${dataset.claims.length} claims: no errors, ${warning} ${plural('warning', warning)}, ${info} ${plural('note', info)}${accepted}${seen}\n\n`,
    );
    const assigned = assignSplits(dataset, {}, io);
    await io.stdout.write(printSplits(assigned));
    await io.stderr.write(printSplitProblems(assigned));
    if (!isSound(assigned)) {
      await io.stderr.write('Nothing was written: the splits are not sound.\n');
      return 1;
    }
    if (assigned.lockChange !== undefined && options.frozenLock === true) {
      await io.stderr.write(`error: ${assigned.lockChange} Run \`claimset split\` and commit it.\n`);
      return 1;
    }
    const folder =
      options.output === undefined
        ? resolve(dataset.folder, dataset.config.output)
        : resolve(io.cwd, options.output);
    const { evidence, files } = dataset.corpus;
    const config = join(dataset.folder, configName);
    const lock = Buffer.from(assigned.lockText);
    const whole = {
      config: dataset.config,
      evidence,
      claims: dataset.claims,
      policy: assigned.policy,
      splitOf: assigned.result.assignments,
      leakage: assigned.leakage,
      formats,
      sources: [
        ...files.map(({ file, bytes, sha256: hash }) => ({
          path: shownPath(resolve(io.cwd, file), dataset.folder),
          bytes,
          sha256: hash,
        })),
        ...dataset.files.map(({ path, digest }) => ({
          path: shownPath(path, dataset.folder),
          ...digest(),
        })),
        ...(kindOfPath(config) === 'file' ? [fileRecord(config, dataset.folder)] : []),
        { path: lockName, bytes: lock.length, sha256: sha256(lock) },
      ],
    };
    const { blind } = dataset.config.split;
    const goldFolder = `${folder}-gold`;
    // First the gold: where it cannot be written, what lacks it is not to be published.
    const gold = blind.length === 0 ? undefined : await writeDataset(goldFolder, { ...whole, part: 'gold' });
    const manifest = await writeDataset(folder, { ...whole, part: 'blind' });
    // After the dataset: a folder that may not be written must not have moved claims into splits.
    if (assigned.lockChange !== undefined) writeFileAtomic(assigned.lockPath, [lock]);
    await tellWritten(folder, manifest, '', io);
    if (gold !== undefined)
      await tellWritten(
        goldFolder,
        gold,
        ' the labels and evidence that are held back: not to be published,',
        io,
      );
    else if (kindOfPath(join(goldFolder, manifestName)) === 'file')
      await io.stderr.write(
        `note: ${shownPath(goldFolder, io.cwd)} is of an earlier build: split.blind names no split now. Remove it, or go by it no longer.\n`,
      );
    if (assigned.lockChange !== undefined) {
      await io.stdout.write(
        `written ${shownPath(assigned.lockPath, io.cwd)}: commit it, so that claims stay in their split\n`,
      );
    }
    if (options.verify !== true) return 0;
    const claimsOf = (split: string) => claimsOfSplit(dataset.claims, assigned, split);
    const expected = { formatOf: findWritableFormat, context: { evidence } };
    const problems = [
      ...verifyDataset(folder, {
        ...expected,
        manifest,
        claimsOf: (split, format) =>
          blind.includes(split) ? blindClaims(format, claimsOf(split), expected.context) : claimsOf(split),
      }),
      ...(gold === undefined ? [] : verifyDataset(goldFolder, { ...expected, manifest: gold, claimsOf })),
    ];
    for (const problem of problems) await io.stderr.write(`error: ${problem}\n`);
    if (problems.length === 0)
      await io.stdout.write(
        `verified: all ${manifest.files.length + (gold?.files.length ?? 0)} files read back equal, but for the losses above\n`,
      );
    return problems.length === 0 ? 0 : 1;
  },
});

/** Tells what was written into a folder. */
async function tellWritten(
  folder: string,
  { files }: Manifest,
  what: string,
  { cwd, stdout }: CommandIo,
): Promise<void> {
  await stdout.write(
    `\nwritten to ${shownPath(folder, cwd)},${what} with its card README.md and its manifest.json:\n`,
  );
  for (const { path, claims, losses } of files) {
    const lost = Object.entries(losses).map(([loss, count]) => `${loss} ${count}`);
    await stdout.write(
      `  ${path}: ${claims} ${plural('claim', claims)}${lost.length > 0 ? `; lost, in claims: ${lost.join(', ')}` : ''}\n`,
    );
  }
}

function fileRecord(path: string, folder: string): FileRecord {
  const bytes = readBytes(path);
  return { path: shownPath(path, folder), bytes: bytes.length, sha256: sha256(bytes) };
}
