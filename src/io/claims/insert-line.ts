import type { ClaimId } from '../../claims/claim.ts';
import { compareIds } from '../../claims/compare-ids.ts';
import { naturalKey } from '../../text/natural-key.ts';
import { byteOrderMarkLength, readLines } from '../../text/source-line.ts';
import { bufferTools } from '../buffer-tools.ts';

/**
 * The text of a claims file with one line more: where its id belongs if the ids of the file are in order, at the end otherwise. Everything else
 * stays, but for a line end that the last line lacks.
 */
export function insertLine(text: string, id: ClaimId, line: string): string {
  const lines = [...readLines('', [new TextEncoder().encode(text)], bufferTools)];
  const ids = lines.flatMap((found) => {
    const mark = byteOrderMarkLength(found);
    const known = idOf(found.text.slice(mark));
    return known === undefined ? [] : [{ id: known, offset: found.offset + mark }];
  });
  const isSorted = ids.every((entry, at) => {
    const before = ids[at - 1];
    return before === undefined || compareIdsNaturally(before.id, entry.id) <= 0;
  });
  const next = isSorted ? ids.find((entry) => compareIdsNaturally(entry.id, id) > 0) : undefined;
  const lineEnd = lines[0]?.end === '\r\n' ? '\r\n' : '\n';
  if (next !== undefined) return `${text.slice(0, next.offset)}${line}${lineEnd}${text.slice(next.offset)}`;
  const missing = lines.at(-1)?.end === '' ? lineEnd : '';
  return `${text}${missing}${line}${lineEnd}`;
}

function idOf(line: string): ClaimId | undefined {
  try {
    const json: unknown = JSON.parse(line);
    const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined;
    return typeof id === 'string' || typeof id === 'number' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers before texts, numbers by their value, texts by their code units with the numbers in them as numbers: c-9 before c-10. */
export function compareIdsNaturally(one: ClaimId, other: ClaimId): number {
  if (typeof one === 'number' || typeof other === 'number') return compareIds(one, other);
  return compareIds(naturalKey(one), naturalKey(other)) || compareIds(one, other);
}
