import type { FixedFiles } from '../../io/apply-fixes.ts';
import { shownPath } from '../../io/files.ts';
import { decodeLossless } from '../../text/decode-utf8.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle } from '../../text/terminal-style.ts';
import { type DiffLine, unifiedDiff } from '../../text/unified-diff.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';

/** Prints what fixes change as a unified diff, file by file, as `git apply` takes it; on a terminal safe to look at. */
export async function printDiff(files: FixedFiles, io: CommandIo): Promise<void> {
  const paint = painter(io);
  const show = io.stdout.isTTY ? printable : (text: string) => text;
  const named = [...files.values()].map((file) => ({ ...file, name: shownPath(file.path, io.cwd) }));
  for (const { name, before, after } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const names = { before: headerName('a', name), after: headerName('b', name) };
    const diff = unifiedDiff(decodeLossless(before).text, decodeLossless(after).text, names);
    for (const line of diff) {
      if (!io.stdout.isOpen) return;
      await io.stdout.write(`${paint(line.mark, show(line.text))}\n`);
    }
  }
}

/** Quoted as git does where a character would end the line or the name. */
function headerName(side: 'a' | 'b', name: string): string {
  const path = name.startsWith('/') ? name : `${side}/${name}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u001f"\\\u007f]/.test(path) ? JSON.stringify(path) : path;
}

function painter(io: CommandIo): (mark: DiffLine['mark'], text: string) => string {
  const { bold, cyan, red, green, dim } = createTerminalStyle(wantsColor(io, io.stdout));
  const plain = (text: string): string => text;
  const styles = { '---': bold, '+++': bold, '@@': cyan, '-': red, '+': green, ' ': plain, '\\': dim };
  return (mark, text) => styles[mark](text);
}
