import type { ClaimId } from './claim.ts';

/**
 * What no reader of queries, documents and judgements may meet in an id: white space of any kind separates columns, a quotation mark
 * begins a quoted cell, and `%` begins an escape. Halves of surrogate pairs have no UTF-8.
 */
const unsafe = /[%"\s\p{Cc}\p{Z}\p{Surrogate}]/gu;

/**
 * An id without white space and quotation marks: these and `%` become the percent escapes of their UTF-8, half a surrogate pair
 * `%u` and its four digits. All else, other alphabets too, stays as it is.
 */
export function encodeId(id: string): string {
  return id.replace(unsafe, (character) =>
    /\p{Surrogate}/u.test(character)
      ? `%u${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  );
}

/** The inverse of {@link encodeId}; `undefined` for what it never gives. */
export function decodeId(encoded: string): string | undefined {
  try {
    return encoded.replace(/%u([0-9A-F]{4})|(?:%[0-9A-F]{2})+|%/g, (escaped, half: string | undefined) =>
      half === undefined ? decodeURIComponent(escaped) : String.fromCharCode(Number.parseInt(half, 16)),
    );
  } catch {
    return undefined;
  }
}

/**
 * The id of a claim as a query: a number as its digits; a text that looks like a number with its first character escaped, so that
 * 7 and "7" stay two claims.
 */
export function queryIdOf(id: ClaimId): string {
  if (typeof id === 'number') return String(id);
  return looksLikeNumber(id) ? `%${id.charCodeAt(0).toString(16).toUpperCase()}${id.slice(1)}` : encodeId(id);
}

/** The inverse of {@link queryIdOf}; `undefined` for what it never gives. */
export function claimIdOf(queryId: string): ClaimId | undefined {
  return looksLikeNumber(queryId) ? Number(queryId) : decodeId(queryId);
}

/** Whether a text is how an integer that JavaScript can tell from its neighbours is written. */
function looksLikeNumber(text: string): boolean {
  return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) && String(Number(text)) === text;
}
