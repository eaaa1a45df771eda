const middle = '_sentence_';

/**
 * Length of the title in the id of a sentence, told without a pattern, which nearly every id of FEVER is; 0 for what is none, or
 * takes more to tell.
 */
export function sentenceTitleLength(id: string): number {
  const end = id.length;
  let at = end;
  while (at > 0 && isDigit(id.charCodeAt(at - 1))) at -= 1;
  const digits = end - at;
  if (digits === 0 || digits > 9 || (digits > 1 && id.charCodeAt(at) === 0x30)) return 0;
  const length = at - middle.length;
  if (length <= 0) return 0;
  for (let which = 0; which < middle.length; which++) {
    if (id.charCodeAt(length + which) !== middle.charCodeAt(which)) return 0;
  }
  return length;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
