/** A text as PostgreSQL keeps it: with a replacement character for what it does not take. */
export function asKept(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\ufffd');
}
