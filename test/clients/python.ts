import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The Python whose packages are the clients: `.ci/run` makes it a virtual environment with the requirements of this folder. */
const python = process.env.CLAIMSET_PYTHON ?? 'python3';

/** Nothing is fetched while tests run, and no client writes outside its folder. */
const env = {
  ...process.env,
  HF_HUB_OFFLINE: '1',
  HF_DATASETS_OFFLINE: '1',
  HF_HUB_DISABLE_TELEMETRY: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  // A script named as its module must not stand in the module's place.
  PYTHONSAFEPATH: '1',
};

/** Why clients cannot run here; `undefined` where they can. For the name of a skipped test. */
export function whyNoClient(...modules: readonly string[]): string | undefined {
  const lines = modules.map((name) => `import ${name}`).join('\n');
  const { status, stderr, error } = spawnSync(python, ['-c', lines], { env, encoding: 'utf8' });
  if (error !== undefined) return `skipped: there is no ${python}`;
  if (status === 0) return undefined;
  return `skipped: ${stderr.trim().split('\n').at(-1) ?? 'Python fails'}`;
}

/**
 * What a client says: the JSON that a script beside the tests prints as its last line.
 *
 * @throws Error with all that the script printed, where it fails.
 */
export function askClient(script: string, args: readonly string[]): unknown {
  const file = path.join(import.meta.dirname, script);
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  const { status, stdout, stderr } = spawnSync(python, [file, ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${script} ends with ${status}:\n${stdout}\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as unknown;
}
