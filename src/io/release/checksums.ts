/** Hashes of files as `sha256sum -c` reads them, by path: two blanks, and a path with `/` from the folder of the file. */
export function printChecksums(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** The files that a text of checksums names. */
export function parseChecksums(text: string): { readonly path: string; readonly sha256: string }[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ sha256: line.slice(0, 64), path: line.slice(66) }));
}
