/**
 * The text with what no page can show, or what changes the order of what stands around it, shown as `\u{…}`: control characters but
 * tab and line feed, marks of direction, halves of a surrogate pair. Blanks and letters of any script stay as they are.
 */
export function visibleText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\p{Surrogate}]/gu,
    (character) => `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
}
