import type { Hit } from '../../retrieve/evidence-searcher.ts';
import { displayWidth } from '../../text/display-width.ts';
import { oneLine } from '../../text/one-line.ts';
import { printable } from '../../text/printable.ts';
import { type Mark, type SnippetPart, snippetOf } from '../../text/snippet.ts';
import { fitText } from '../../text/wrap-text.ts';
import type { PrintOptions } from '../print-options.ts';

/** Characters of a text that are shown. */
const maxSnippetChars = 280;
const indent = '   ';

/** A hit for people: its id alone on a line, ready to paste; its rank, kind, score and what heads it; the part of its text that has what was looked for. */
export function hitLines(
  { id, kind, score, heads, text }: Hit,
  rank: number,
  marks: readonly Mark[],
  { style, width }: PrintOptions,
): string {
  const about = [
    `${rank}.`,
    kind.replaceAll('_', ' '),
    '·',
    score.toFixed(2),
    ...(heads.length > 0 ? ['·', heads.map(oneLine).join(' · ')] : []),
  ].join(' ');
  const lines = [
    style.bold(printable(id)),
    style.dim(fitText(about.padStart(about.length + 3 - `${rank}.`.length), width)),
    ...wrapParts(snippetOf(text, marks, maxSnippetChars), width - indent.length).map((line) => {
      const pieces = line.map((part) => (part.isMarked ? style.yellow(part.text) : part.text));
      return `${indent}${pieces.join('')}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** The parts of a snippet in lines of at most `width` columns, broken at blanks; a word that is longer has a line of its own. Safe for a terminal. */
function wrapParts(parts: readonly SnippetPart[], width: number): SnippetPart[][] {
  /** Words, each with what of it is marked. */
  const words: SnippetPart[][] = [[]];
  for (const { text, isMarked } of parts) {
    for (const [at, piece] of text.split(/\s+/u).entries()) {
      if (at > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ text: printable(piece), isMarked });
    }
  }
  const lines: SnippetPart[][] = [];
  let used = 0;
  for (const word of words) {
    const wide = displayWidth(word.map(({ text }) => text).join(''));
    if (wide === 0) continue;
    const line = lines.at(-1);
    if (line === undefined || used + 1 + wide > width) {
      lines.push([...word]);
      used = wide;
      continue;
    }
    line.push({ text: ' ', isMarked: false }, ...word);
    used += 1 + wide;
  }
  return lines;
}
