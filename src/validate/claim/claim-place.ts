import type { Place } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import { spanInside } from '../inside-string.ts';
import type { ClaimEntry } from '../record-entry.ts';

/** The place of a part of the claim's text; `part` counts in the text. */
export function placeInClaim(entry: ClaimEntry, part: Span): Place {
  return entry.at(spanInside(entry, ['claim'], part), ['claim']);
}
