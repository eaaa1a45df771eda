import { wellFormed } from '../text/well-formed.ts';
/** JSON in one line; what JSON.stringify leaves of the characters that act on a terminal becomes `\uXXXX`, which means the same. */
export function printJson(value: object): string {
  return escapeActing(JSON.stringify(value));
}

/**
 * As {@link printJson}, with U+FFFD for halves of surrogate pairs: strict readers of other programs (Go's protojson, for one) refuse
 * a whole report because of one.
 */
export function printStrictJson(value: object): string {
  return escapeActing(
    JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? wellFormed(member) : member)),
  );
}

function escapeActing(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
