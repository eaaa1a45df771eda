import { appendFileSync, statSync } from 'node:fs';
import { fileError } from './files.ts';

/** Adds text to the end of a file, made if it is not there. `print` is told how many bytes it has. @throws ToolError. */
export function appendText(path: string, print: (bytesThere: number) => Iterable<string>): void {
  try {
    const bytesThere = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    appendFileSync(path, [...print(bytesThere)].join(''));
  } catch (cause) {
    throw fileError(path, cause);
  }
}
