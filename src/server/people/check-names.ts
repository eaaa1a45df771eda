import { UsageError } from '../../errors.ts';
import { isAnnotatorName } from '../../io/journal/annotation-journals.ts';
import { printable } from '../../text/printable.ts';
import { fileNameKey } from '../../text/slug.ts';

/** Names that Windows keeps for devices, and one of a file that is no journal. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|suppressions)(?:\.|$)/i;

/** @throws UsageError where a name cannot be that of an annotator, or two differ only in what some disks do not tell apart. */
export function checkNames(names: Iterable<string>): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    if (!isAnnotatorName(name) || reserved.test(name)) {
      throw new UsageError(
        `"${printable(name)}" cannot be the name of an annotator: use letters, digits, ".", "_" and "-", at most 64, beginning with a letter or digit, and no name that systems keep for devices.`,
      );
    }
    const other = seen.get(fileNameKey(name));
    if (other !== undefined && other !== name) {
      throw new UsageError(
        `"${other}" and "${name}" differ only in what some disks do not tell apart. Rename one.`,
      );
    }
    seen.set(fileNameKey(name), name);
  }
}
