import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './run-command.ts';

/**
 * The main file of claimset, built for the tests of one file: `dist` may be what another test builds at this moment. Removed
 * after the last test.
 */
export function buildProgram(): string {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'claimset-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  // Whether the types are right is for `npm run types` to say.
  const args = ['-p', 'tsconfig.build.json', '--outDir', folder, '--declaration', 'false', '--noCheck'];
  const built = spawnSync(join(root, 'node_modules/.bin/tsc'), args, { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
  // Below node_modules the package's own `type` does not hold.
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  return join(folder, 'cli/main.js');
}
