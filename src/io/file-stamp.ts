import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { fileError } from './files.ts';

/**
 * What tells that a file has changed without reading it: its number, size and times; `undefined` where there is none.
 *
 * @throws ToolError where it cannot be told.
 */
export function stampOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? undefined : stampOfStats(stats);
  } catch (cause) {
    throw fileError(path, cause);
  }
}

/** The same of an open file, which may have lost its path meanwhile. */
export function stampOfOpen(file: number): string {
  return stampOfStats(fstatSync(file, { bigint: true }));
}

function stampOfStats({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
