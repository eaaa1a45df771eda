import { markdownTable } from '../text/markdown-table.ts';
import type { FormatPage } from './format-page.ts';

/** What a page tells of a format of any kind. */
export interface FormatToPrint {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** File name endings; none for a folder. */
  readonly extensions?: readonly string[];
  readonly page: FormatPage;
  /** In words: `read and written`, `written only`. */
  readonly directions: string;
  readonly losses: readonly { readonly id: string; readonly description: string }[];
  /** The command lines that read or write it. */
  readonly commands: readonly string[];
  /** Whether it is written: what is only read loses nothing by us. */
  readonly isWritten: boolean;
  /** What reading leaves out for good. */
  readonly leavesOut?: readonly string[];
  /** A file, or the beginning of one, made by the format itself; absent for what is no text. */
  readonly example?: { readonly language: string; readonly text: string };
}

/** The page of a format in `docs/formats`: Markdown, made from nothing but the format's own declaration. */
export function printFormatPage(format: FormatToPrint): string {
  const { id, title, url, extensions = [], page, directions, losses, leavesOut = [], example } = format;
  const { commands, isWritten } = format;
  const endings = extensions.map((extension) => `\`.${extension}\``).join(', ');
  const facts = [`${directions}`, `<${url}>`, ...(endings === '' ? [] : [`endings ${endings}`])];
  const sections = [
    `# ${id}: ${title}`,
    page.about,
    `${facts.join(' · ')}`,
    fenced({ language: 'sh', text: commands.join('\n') }),
    markdownTable(
      ['field', 'is'],
      page.fields.map(([name, meaning]) => [codes(name), meaning]),
    ),
    ...(page.notes === undefined ? [] : [page.notes.map((note) => `- ${note}`).join('\n')]),
    ...(isWritten || leavesOut.length > 0 ? ['## What is lost'] : []),
    ...(isWritten ? [lossesOf(losses)] : []),
    ...(leavesOut.length === 0
      ? []
      : ['Reading leaves out, and tells:', leavesOut.map((what) => `- ${what}`).join('\n')]),
    '## Checked with',
    page.clients === undefined || page.clients.length === 0
      ? 'Nothing but claimset itself: no program that can be installed reads these files.'
      : page.clients.map((client) => `- ${client}`).join('\n'),
    ...(example === undefined ? [] : ['## Example', fenced(example)]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function lossesOf(losses: FormatToPrint['losses']): string {
  if (losses.length === 0) return 'Nothing.';
  return [
    'In the order in which it happens. Every export counts what each loss affects; whatever is not named here comes back.',
    markdownTable(
      ['loss', 'what'],
      losses.map(({ id, description }) => [codes(id), description]),
    ),
  ].join('\n\n');
}

/** Names that are separated by commas, each as code. */
function codes(names: string): string {
  return names.includes('`') || / (?!.*,)/.test(names.replaceAll(', ', ','))
    ? names
    : names
        .split(', ')
        .map((name) => `\`${name}\``)
        .join(', ');
}

/** A code block whose fence is longer than any in the text. */
function fenced({ language, text }: { readonly language: string; readonly text: string }): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
