import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { isStream } from '../../io/files.ts';
import { readHead } from '../../io/open-read-source.ts';

/**
 * The format that a file looks like, for commands with `--from`.
 *
 * @param name as the user gave it
 * @throws UsageError where none, or more than one, looks like it.
 */
export function sniffFormat(name: string, path: string): string {
  if (isStream(path))
    throw new UsageError(`Say with --from what ${path === '-' ? 'standard input' : `"${name}"`} is.`);
  const head = readHead(path);
  if (head.trim() === '') throw new UsageError(`"${name}" is empty. Say with --from what it should be.`);
  const found = readableFormats.filter(({ sniff }) => sniff(head));
  if (found.length === 1 && found[0] !== undefined) return found[0].id;
  const which = found.length === 0 ? 'no format' : found.map(({ id }) => id).join(' and ');
  throw new UsageError(`"${name}" looks like ${which}. Say with --from what it is.`);
}
