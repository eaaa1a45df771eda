import type { ClaimId } from '../../claims/claim.ts';
import { printJson } from '../../reporters/print-json.ts';
import type { Hit } from '../../retrieve/evidence-searcher.ts';
import type { Mark } from '../../text/snippet.ts';

/** A hit as one line of JSON. `marks` are spans of the text in UTF-16 code units, each from its first to behind its last. */
export function printHitRecord(
  { id, title, kind, score, text, heads }: Hit,
  rank: number,
  marks: readonly Mark[],
  query?: ClaimId,
): string {
  const record = {
    ...(query !== undefined && { query }),
    rank,
    id,
    title,
    kind,
    score,
    text,
    context: heads,
    marks: marks.map(({ start, end }) => [start, end]),
  };
  return `${printJson(record)}\n`;
}
