import type { Config } from '../../claims/config.ts';

/** How the dataset is cited, as BibTeX; `undefined` where the configuration does not say who made it and when it was published. */
export function printBibtex({ creator, name, published, title, url, version }: Config): string | undefined {
  if (creator === '' || published === '') return undefined;
  const lines = [
    `title = {${plain(title)}}`,
    // In braces of its own: "and" between two words of a name would make two authors of it.
    `author = {{${plain(creator)}}}`,
    `year = {${published.slice(0, 4)}}`,
    `version = {${version}}`,
    ...(url === '' ? [] : [`url = {${plain(url)}}`]),
  ];
  return `@misc{${name},\n${lines.map((line) => `  ${line},\n`).join('')}}`;
}

/** Without what BibTeX would read as its own. */
function plain(value: string): string {
  return value
    .replace(/[{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
