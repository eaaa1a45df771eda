/** The text without outer white space, as `trim` has it. Most texts have none, and to ask costs less than to trim. */
export function trimmed(text: string): string {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** Whether a character is of ASCII, and no white space. */
function isInk(code: number): boolean {
  return code > 0x20 && code < 0x80;
}
