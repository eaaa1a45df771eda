import { en } from '../../text/languages/en.ts';
import type { CorpusFormat } from '../corpus-format.ts';
import { articleResult } from './article-result.ts';
import { DraftBuilder } from './draft-builder.ts';
import { plainInline } from './inline-text.ts';
import { findTextHeadings, type TextHeading } from './text-headings.ts';

/** Longer first lines are a paragraph, not a title. */
const maxTitleChars = 150;

/** A text without markup. */
export const plainText: CorpusFormat = {
  id: 'plain-text',
  title: 'Plain text',
  url: 'https://www.unicode.org/standard/standard.html',
  extensions: ['txt', 'text'],
  page: {
    about: 'A document without markup: paragraphs with blank lines between them.',
    fields: [
      ['paragraph', 'sentences; lines in it are joined by a blank'],
      ['underlined line', 'a section: a line of `=` below it is level 2, one of `-` level 3'],
      [
        'numbered line',
        'a section, where the numbers of all such lines run on (1, 1.1, 1.2, 2) and text stands below them; its level is that of the number',
      ],
      ['lines that begin with `-`, `*` or `•`', 'a list'],
    ],
    notes: [
      'The title is that of `--title`, else the first paragraph where it is one short line without a full stop, else the name of the file.',
      'What may be a heading and may not, such as a line in capital letters, is read as a sentence: no text is lost.',
    ],
  },
  leavesOut: ['Lines of signs such as `* * *` and the lines under headings.'],
  losses: [],
  // Whatever is nothing else is plain text: nothing tells it.
  sniff: () => false,
  *read(source, options = {}) {
    const builder = new DraftBuilder(options.words ?? en);
    const paragraphs = paragraphsOf(source.text.replace(/^\uFEFF/, ''));
    const title = titleOf(paragraphs);
    const body = title === '' ? paragraphs : paragraphs.slice(1);
    const headings = findTextHeadings(body);
    for (const [which, lines] of body.entries()) readParagraph(lines, headings.get(which), builder);
    yield articleResult(builder, { title }, source, options);
  },
};

/** The lines of each paragraph, without blank ones; a line of signs is none. */
function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [];
  let lines: string[] = [];
  const finish = (): void => {
    if (lines.length > 0) paragraphs.push(lines);
    lines = [];
  };
  for (const line of text.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    if (line.trim() === '') finish();
    else lines.push(line.trimEnd());
  }
  finish();
  return paragraphs;
}

/** The title that the first paragraph is; empty where it is none. */
function titleOf([first, second]: readonly (readonly string[])[]): string {
  const [line = '', underline, ...more] = first ?? [];
  if (second === undefined || more.length > 0) return '';
  if (underline !== undefined && !isUnderline(underline)) return '';
  const title = line.trim();
  const isSentence = underline === undefined && /[.!?…:;,。！？]$/u.test(title);
  return title.length <= maxTitleChars && /\p{L}|\p{N}/u.test(title) && !isSentence && !isItem(line)
    ? title
    : '';
}

function isUnderline(line: string): boolean {
  return /^\s*(?:={3,}|-{3,})\s*$/.test(line);
}

function isItem(line: string): boolean {
  return /^\s*[-*•]\s+\S/.test(line);
}

function readParagraph(
  lines: readonly string[],
  heading: TextHeading | undefined,
  builder: DraftBuilder,
): void {
  if (heading !== undefined) {
    builder.heading(plainInline(heading.text), heading.level);
    if (heading.rest.length > 0) readParagraph(heading.rest, undefined, builder);
    return;
  }
  const [first = ''] = lines;
  const items = isItem(first) ? itemsOf(lines) : undefined;
  if (items !== undefined && items.length > 1) {
    builder.list(
      'unordered_list',
      items.map((item) => ({ ...plainInline(item), level: 0 })),
    );
    return;
  }
  const text = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (text.length < lines.length) builder.leaveOut('line of signs', lines.length - text.length);
  builder.paragraph(plainInline(text.join('\n')));
}

/** The items of lines that begin with the same sign, lines further in belonging to the item above. */
function itemsOf(lines: readonly string[]): string[] | undefined {
  const [, indent = '', sign = ''] = /^(\s*)([-*•])/.exec(lines[0] ?? '') ?? [];
  const items: string[] = [];
  for (const line of lines) {
    const start = `${indent}${sign}`;
    if (line.startsWith(start) && /\s/.test(line.charAt(start.length))) items.push(line.slice(start.length));
    else if (items.length > 0 && /^\s/.test(line.slice(indent.length))) items.push(`${items.pop()}\n${line}`);
    else return undefined;
  }
  return items;
}
