import { readableFormats } from '../../formats/index.ts';
import { readHead } from '../../io/open-read-source.ts';

/** The id of the format that a file of claims looks like; `undefined` where it looks like none. */
export function sniffFormat(path: string): string | undefined {
  const head = readHead(path);
  const found = readableFormats.filter(({ sniff }) => sniff(head));
  return (found.find(({ id }) => id === 'jsonl') ?? found[0])?.id;
}
