import { printable } from '../../text/printable.ts';

/** What LaTeX reads as a command, a group, a mark, or as an option behind `\\`, with what prints it. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ['"', "{''}"],
  ['[', '{[}'],
  ['*', '{*}'],
]);

/** A user's text as LaTeX prints it letter by letter, in one line. Letters that the font lacks are for the user to see to. */
export function latexText(text: string): string {
  return printable(text)
    .replace(/[\\{}$&#%_^~<>|"[*]/g, (character) => escapes.get(character) ?? character)
    .replace(/-(?=-)/g, '-{}');
}
