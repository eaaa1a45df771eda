import { isCutJson } from '../text/is-cut-json.ts';
import type { LineEntry } from './record-entry.ts';

/** Bytes of a character that may be left where a file was cut inside it. */
const maxCutBytes = 3;

/** Whether a file ends inside the record of its last line, as one does that was not written or copied to its end. */
export function isTruncated(entry: LineEntry): boolean {
  const { end, text, invalidBytes } = entry.line;
  if (end !== '' || (invalidBytes.length === 0 && entry.problems[0]?.kind !== 'syntax')) return false;
  const cutAt = text.length - invalidBytes.length;
  if (invalidBytes.length > maxCutBytes || (invalidBytes[0] && invalidBytes[0].offset !== cutAt))
    return false;
  return isCutJson(text.slice(entry.line.offset === 0 && text.startsWith('\uFEFF') ? 1 : 0, cutAt));
}
