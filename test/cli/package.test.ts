import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { root } from './run-command.ts';

beforeAll(buildProgram);

test('the package holds what its files say, and no path of the machine that built it', () => {
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths).toContain('dist/cli/main.js');
  expect(paths).toContain('schema/claim.schema.json');
  expect(
    paths.filter(
      (path) => !/^(?:dist|schema|docs)\/|^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path),
    ),
  ).toEqual([]);
  for (const path of paths) expect(readFileSync(join(root, path), 'utf8').includes(root)).toBe(false);
});
