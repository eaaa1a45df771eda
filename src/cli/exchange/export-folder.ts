import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { FolderFormat, SplitDataset } from '../../formats/folder-format.ts';
import type { FormatContext } from '../../formats/format.ts';
import { keptBy } from '../../io/export-claims.ts';
import { shownPath } from '../../io/files.ts';
import { configName } from '../../io/load-config.ts';
import { verifyFolder, writeFolder } from '../../io/write-folder.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { tellLosses, tellVerified } from './write-claims.ts';

/** Writes a dataset as a folder, tells what the format loses, and reads it back where that is asked for. */
export async function exportFolder(
  format: FolderFormat,
  dataset: SplitDataset,
  context: FormatContext,
  {
    output,
    verify,
    force,
  }: { readonly output: string | undefined; readonly verify: boolean; readonly force?: boolean | undefined },
  io: CommandIo,
): Promise<ExitCode> {
  if (output === undefined) {
    throw new UsageError(`${format.title} is a folder: name one with --output.`);
  }
  const folder = resolve(io.cwd, output);
  const written = writeFolder(format, dataset, folder, context, { force });
  await io.stderr.write(`written to ${shownPath(folder, io.cwd)}: ${format.title}\n`);
  for (const { path, bytes } of written) {
    await io.stderr.write(`  ${path}  ${bytes.toLocaleString('en')} ${plural('byte', bytes)}\n`);
  }
  for (const what of format.missing?.(dataset) ?? []) {
    await io.stderr.write(`missing in ${configName}: ${what}\n`);
  }
  const claims = [...dataset.splits.values()].flat();
  const { losses } = keptBy(format, claims, context);
  await tellLosses(format, losses, io);
  if (!verify) return 0;
  const problems = await verifyFolder(format, dataset, folder, context, written);
  for (const problem of problems) await io.stderr.write(`error: ${output}: ${printable(problem)}\n`);
  if (problems.length === 0) await tellVerified(Object.keys(losses).length > 0, io);
  return problems.length === 0 ? 0 : 1;
}
