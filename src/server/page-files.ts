import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { ToolError } from '../errors.ts';
import { kindOfPath, withSlashes } from '../io/files.ts';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether its name changes with its contents, so that browsers may keep it for ever. */
  readonly isLasting: boolean;
}

/** The files of the page by their path in an address, such as `/index.html`. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/** Reads all files of the page's folder: no request leads to the disk afterwards. @throws ToolError PAGE_NOT_FOUND */
export function loadPage(folder: string): PageFiles {
  if (kindOfPath(join(folder, 'index.html')) !== 'file') {
    throw new ToolError(
      'PAGE_NOT_FOUND',
      `The annotation page is not built: there is no "${join(folder, 'index.html')}". Run \`npm run build\` in claimset's folder, or install claimset again.`,
    );
  }
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${withSlashes(relative(folder, path))}`, {
      type,
      bytes: new Uint8Array(readFileSync(path)),
      isLasting: /-[\w-]{8}\.\w+$/.test(entry.name),
    });
  }
  return files;
}
