import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAtomicFile, writeFileAtomic } from '../../io/atomic-write.ts';
import { fileError, followLinks, kindOfPath } from '../../io/files.ts';
import { readHead } from '../../io/open-read-source.ts';
import { toNfc } from '../../text/normalise.ts';
import { fileNameKey, slugOf } from '../../text/slug.ts';
import type { OutputStream } from '../command-io.ts';

/** Where articles go. */
export interface ArticleSink {
  /** Writes the tagged text of an article. Gives back its file, or why it was not written. */
  readonly write: (title: string, text: string) => Promise<Written>;
  /** Makes what was written stand; of nothing nothing is made. */
  readonly finish: () => void;
  /** Takes back what does not stand yet. */
  readonly abandon: () => void;
}

export type Written =
  | { readonly path?: string; readonly refused?: undefined }
  | { readonly path: string; readonly refused: 'there' | 'input' };

/** Articles behind one another, an empty line between them. */
export function streamSink(stream: OutputStream): ArticleSink {
  let count = 0;
  return {
    write: async (_, text) => {
      await stream.write(count++ === 0 ? text : `\n${text}`);
      return {};
    },
    finish: () => {},
    abandon: () => {},
  };
}

/** Articles in one file, which is whole or not there at all. */
export function fileSink(path: string): ArticleSink {
  const file = openAtomicFile(path);
  let count = 0;
  return {
    write: async (_, text) => {
      file.write(count++ === 0 ? text : `\n${text}`);
      return { path };
    },
    finish: () => {
      if (count > 0) file.commit();
      else file.abandon();
    },
    abandon: () => file.abandon(),
  };
}

/** What must not be written over. */
export interface Guarded {
  /** Whether files of the same article are replaced. */
  readonly force: boolean;
  /** Files that are read, links followed. */
  readonly inputs: ReadonlySet<string>;
}

/**
 * Articles in files of a folder, each named by its title. A file of another article is never touched: the name gets a number. What
 * disks that do not tell case apart take for one name is one here.
 */
export function folderSink(folder: string, { force, inputs }: Guarded): ArticleSink {
  const names = new Map(namesIn(folder).map((name) => [fileNameKey(name), name]));
  const own = new Set<string>();
  return {
    write: async (title, text) => {
      const slug = slugOf(title);
      for (let number = 1; ; number++) {
        const name = `${slug}${number === 1 ? '' : `-${number}`}.txt`;
        const key = fileNameKey(name);
        if (own.has(key)) continue;
        const earlier = names.get(key);
        const path = join(folder, earlier ?? name);
        if (earlier !== undefined) {
          if (inputs.has(followLinks(path))) return { path, refused: 'input' };
          if (titleIn(path) !== toNfc(title)) continue;
          if (!force) return { path, refused: 'there' };
        }
        own.add(key);
        names.set(key, earlier ?? name);
        writeFileAtomic(path, [text]);
        return { path };
      }
    },
    finish: () => {},
    abandon: () => {},
  };
}

/** The title of the article that a file of tagged text begins with; `undefined` for what is no file. */
function titleIn(path: string): string | undefined {
  if (kindOfPath(path) !== 'file') return undefined;
  const [line = ''] = readHead(path)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 1);
  return toNfc(line.trim());
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw fileError(folder, cause);
  }
}
