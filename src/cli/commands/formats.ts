import { printFormatPage } from '../../formats/print-format-page.ts';
import { wrapText } from '../../text/wrap-text.ts';
import { defineCommand } from '../command.ts';
import { type CatalogueFormat, findAnyFormat, formatCatalogue } from '../exchange/format-catalogue.ts';

interface Options {
  readonly json?: boolean;
}

const maxWidth = 120;

export const formats = defineCommand<[string | undefined], Options>({
  configure: (command) => {
    command
      .argument('[format]', 'only this one: its fields, what it loses, what it was checked with')
      .option('--json', 'as JSON');
  },
  examples: [
    ['claimset formats', 'all formats: what they hold, whether they are read and written'],
    ['claimset formats beir', 'one of them in full'],
  ],
  run: async ([id], { json }, io) => {
    const found = id === undefined ? formatCatalogue : [findAnyFormat(id)];
    const [first] = found;
    if (json === true)
      await io.stdout.write(`${JSON.stringify({ version: 1, formats: found.map(record) })}\n`);
    else if (id !== undefined && first !== undefined) await io.stdout.write(printFormatPage(first));
    else await io.stdout.write(printTable(found, Math.min(io.stdout.columns ?? maxWidth, maxWidth)));
    return 0;
  },
});

function record({ id, kind, title, url, extensions = [], isRead, isWritten, page, losses }: CatalogueFormat) {
  return {
    id,
    kind,
    title,
    url,
    extensions,
    read: isRead,
    written: isWritten,
    about: page.about,
    fields: page.fields.map(([name, meaning]) => ({ name, meaning })),
    losses: losses.map(({ id: loss, description }) => ({ id: loss, description })),
    clients: page.clients ?? [],
  };
}

function printTable(found: readonly CatalogueFormat[], width: number): string {
  const idWidth = Math.max(...found.map(({ id }) => id.length));
  const lines = [`${'format'.padEnd(idWidth)}  holds     in   out  is`];
  for (const { id, kind, isRead, isWritten, title } of found) {
    const cells = [id.padEnd(idWidth), kind.padEnd(8), isRead ? 'in ' : '-  ', isWritten ? 'out' : '-  '];
    const before = idWidth + 22;
    for (const [which, line] of wrapText(title, Math.max(20, width - before)).entries())
      lines.push(which === 0 ? `${cells.join('  ')}  ${line}` : ' '.repeat(before) + line);
  }
  return `${lines.join('\n')}\n`;
}
