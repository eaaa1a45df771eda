import { basename, dirname, join, resolve } from 'node:path';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { UsageError } from '../../errors.ts';
import type { FormatContext, ReadSource, WritableFormat } from '../../formats/format.ts';
import { openAtomicFile } from '../../io/atomic-write.ts';
import { LossCounts } from '../../io/export-claims.ts';
import { followLinks, isStream, kindOfPath, shownPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { plural } from '../../text/plural.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';

/** Where claims are written, and when not. */
export interface ClaimsTarget {
  /** Standard output where absent. */
  readonly output?: string | undefined;
  /** Asked at the end: whether what was written is to be thrown away. Absent where that cannot be. */
  readonly isRefused?: (() => boolean) | undefined;
}

/** What was written. */
export interface WrittenClaims {
  /** Absent where it went to standard output, or was thrown away. */
  readonly path?: string;
  /** What was written, to be read back; absent where it is not at hand any more. */
  readonly back?: ReadSource;
  /** Number of claims that the format left in. */
  readonly kept: number;
  /** How many claims lost something, by loss. */
  readonly losses: Readonly<Record<string, number>>;
}

const claimsPerTick = 64;

/**
 * Writes claims one by one into a file, whole or not at all, or to standard output.
 *
 * @throws ToolError where the disk says no.
 */
export async function writeClaims(
  claims: Iterable<OpenClaim>,
  format: WritableFormat,
  context: FormatContext,
  { output, isRefused }: ClaimsTarget,
  io: CommandIo,
): Promise<WrittenClaims> {
  const counts = new LossCounts(format.losses);
  let seen = 0;
  const counted = function* (): Generator<OpenClaim> {
    for (const claim of claims) {
      seen += 1;
      counts.take(claim, context);
      yield claim;
    }
  };
  const done = () => ({ kept: counts.kept, losses: counts.found() });
  const pieces = format.write(counted(), context);
  if (output === undefined) {
    if (isRefused === undefined) {
      for (const piece of pieces) await io.stdout.write(piece);
      return done();
    }
    // Held back until all was read: half a result looks like a whole one.
    const held = [...pieces];
    if (isRefused()) return done();
    for (const piece of held) {
      await io.stdout.write(piece);
      if (!io.stdout.isOpen) break;
    }
    const back: ReadSource = {
      file: '<stdout>',
      get text() {
        return held.join('');
      },
    };
    return { back, ...done() };
  }
  const path = resolve(io.cwd, output);
  const file = openAtomicFile(followLinks(path));
  const progress = createProgress(io);
  try {
    for (const piece of pieces) {
      file.write(piece);
      // Not after each claim: looking at the clock costs as much as writing it.
      if (seen % claimsPerTick === 0) await progress.tick(() => `writing: ${seen} claims`);
    }
    await progress.done();
    if (isRefused?.() === true) {
      file.abandon();
      return done();
    }
    file.commit();
    return { path, ...(!isStream(path) && { back: openReadSource(path, path) }), ...done() };
  } catch (cause) {
    file.abandon();
    throw cause;
  }
}

/** @throws UsageError where the output is one of the files that are read. A device may be both. */
export function guardInputs(output: string | undefined, inputs: readonly string[], cwd: string): void {
  if (output === undefined || isStream(resolve(cwd, output))) return;
  const path = placeOf(resolve(cwd, output));
  if (inputs.some((input) => placeOf(input) === path))
    throw new UsageError(`"${output}" is a file that is read or written already. Name another file.`);
}

/** Where a file stands or will stand, whichever links lead there. */
function placeOf(path: string): string {
  const real = followLinks(path);
  return real === path && path !== '-' ? join(followLinks(dirname(path)), basename(path)) : real;
}

/** @throws UsageError where there is a file that was not to be replaced, or a folder is named. */
export function guardOutput(output: string | undefined, force: boolean | undefined, cwd: string): void {
  // Resolving drops the slash, and a file would stand where a folder was meant.
  if (output !== undefined && /[\\/]$/.test(output))
    throw new UsageError(`"${output}" is a folder, and one file is written. Name the file.`);
  if (output === undefined || force === true) return;
  const path = resolve(cwd, output);
  if (kindOfPath(followLinks(path)) !== 'file' || isStream(path)) return;
  throw new UsageError(`"${output}" is there already. Name another file, or replace it with --force.`);
}

/** Tells on stderr what a format lost. */
export async function tellLosses(
  format: Pick<WritableFormat, 'losses'>,
  losses: Readonly<Record<string, number>>,
  io: CommandIo,
): Promise<void> {
  for (const [loss, count] of Object.entries(losses)) {
    const description = format.losses.find(({ id }) => id === loss)?.description ?? '';
    await io.stderr.write(`lost in ${count} ${plural('claim', count)}: ${loss}. ${description}\n`);
  }
}

/** Tells on stderr that what was read back is what was written. */
export async function tellVerified(isLossy: boolean, io: CommandIo): Promise<void> {
  await io.stderr.write(`verified: read back equal${isLossy ? ', but for what is lost' : ''}\n`);
}

/** Tells on stderr where claims were written. */
export async function tellWritten(
  { path, kept }: WrittenClaims,
  of: number,
  next: string,
  io: CommandIo,
): Promise<void> {
  if (path === undefined) return;
  const number = kept === of ? `${kept}` : `${kept} of ${of}`;
  await io.stderr.write(`written ${number} ${plural('claim', of)} to ${shownPath(path, io.cwd)}${next}\n`);
}
