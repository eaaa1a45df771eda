/** What stands above the text of a Markdown file between two lines of `---` (YAML) or `+++` (TOML). */
export interface FrontMatter {
  /** The title that it says; empty where it says none. */
  readonly title: string;
  /** Where the text begins; 0 where there is no front matter. */
  readonly end: number;
}

const block = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:^|\n)\1[ \t]*(?:\r?\n|$)/;

/** The front matter of a text. Only its title is read, which is a line of its own at the outermost level. */
export function readFrontMatter(text: string): FrontMatter {
  const match = block.exec(text);
  if (match === null) return { title: '', end: 0 };
  const line = /^title[ \t]*[:=][ \t]*(.+?)[ \t]*\r?$/im.exec(match[2] ?? '')?.[1] ?? '';
  return { title: unquoted(line), end: match[0].length };
}

/** A value without its quotation marks, or without the comment behind it where it has none. */
function unquoted(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(value);
  if (quoted?.[1] !== undefined) return quoted[1].replace(/\\(["\\])/g, '$1');
  if (quoted?.[2] !== undefined) return quoted[2].replaceAll("''", "'");
  // A block of several lines, a list or a map is no title of one line.
  return /^[>|[{&*]/.test(value) ? '' : value.replace(/\s+#.*$/, '');
}
