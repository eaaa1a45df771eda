import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

/** The built program. */
export const main = join(root, 'dist/cli/main.js');

/** When the newest file of a folder, or a file, was written. */
const newestOf = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(...readdirSync(path).map((name) => newestOf(join(path, name))))
    : statSync(path).mtimeMs;

/** Builds the program where something that it is made of is newer. */
export function buildProgram(): void {
  const inputs = ['src', 'scripts/bundle.mjs', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
  // `npm ci` has just built it in a fresh clone.
  if (existsSync(main) && inputs.every((input) => newestOf(join(root, input)) < statSync(main).mtimeMs))
    return;
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}
