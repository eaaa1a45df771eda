import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfDataset } from '../cli/run-command.ts';

/** A copy of the project's dataset with the first of its claims alone, which nobody has annotated. Removed after the suite. */
export function folderWithClaims(claims: number): string {
  const folder = copyOfDataset('suite');
  rmSync(join(folder, 'claims/annotations'), { recursive: true, force: true });
  for (const name of readdirSync(join(folder, 'claims'))) {
    if (!name.endsWith('.jsonl')) continue;
    const path = join(folder, 'claims', name);
    if (name !== 'tables.jsonl') rmSync(path);
    else writeFileSync(path, `${readFileSync(path, 'utf8').split('\n').slice(0, claims).join('\n')}\n`);
  }
  return folder;
}
