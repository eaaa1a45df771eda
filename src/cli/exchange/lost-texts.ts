import type { CarriedEvidence } from '../../corpus/carried-evidence.ts';
import { type Format, type FormatContext, isReadable, type ReadSource } from '../../formats/format.ts';
import { toNfc } from '../../text/normalise.ts';
import { plural } from '../../text/plural.ts';
import type { CommandIo } from '../command-io.ts';

/**
 * Tells on stderr how many of the texts that a file carried cannot be read from what was written, because its format has no place for
 * them: claims come back all the same, so that no loss of the format says it. Nothing is told of a format that is only written.
 *
 * @param context the one that the file was read in
 */
export async function tellLostTexts(
  carried: CarriedEvidence,
  from: Format,
  to: Format,
  back: ReadSource | undefined,
  context: FormatContext,
  io: CommandIo,
): Promise<void> {
  if (carried.texts.size === 0 || back === undefined || !isReadable(to)) return;
  const kept = new Set<string>();
  for (const { text } of to.read(back, context)) {
    if (text !== undefined && carried.texts.has(toNfc(text.id))) kept.add(toNfc(text.id));
  }
  const lost = carried.texts.size - kept.size;
  if (lost === 0) return;
  await io.stderr.write(
    `lost: ${lost} of ${carried.texts.size} ${plural('text', carried.texts.size)} of evidence that the file carries: ${to.title} has no place for ${lost === 1 ? 'it' : 'them'}. claimset import ${from.id} --articles keeps all of them.\n`,
  );
}
