import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the built annotation page in the package that this file is part of, whether as source or in a bundle. */
export function findPageFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const isPackage = existsSync(join(folder, 'package.json'));
    if (isPackage || dirname(folder) === folder) return join(folder, 'dist', 'web');
  }
}
