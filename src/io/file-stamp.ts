import { statSync } from 'node:fs';
import { fileError } from './files.ts';

/**
 * What tells that a file has changed without reading it: its number, size and times; `undefined` where there is none.
 *
 * @throws ToolError where it cannot be told.
 */
export function stampOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    const { dev, ino, size, mtimeNs, ctimeNs } = stats;
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (cause) {
    throw fileError(path, cause);
  }
}
