// Builds dist after `npm ci` in a checkout, and where npm takes the package from git: `npm install <git URL>`, pre-commit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const ownCompiler = join(root, 'node_modules/typescript');

if (existsSync(ownCompiler)) build(ownCompiler);
else {
  // `npm install -g <git URL>` prepares a package without its development dependencies (npm/cli#8440), and works in its folder
  // meanwhile: the compiler is put elsewhere, and checks no types, for it finds none.
  const folder = mkdtempSync(join(tmpdir(), 'claimset-'));
  try {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { npm_config_global: _global, npm_config_location: _location, ...env } = process.env;
    const typescript = `typescript@${devDependencies.typescript}`;
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, typescript], env);
    build(join(folder, 'node_modules/typescript'), ['--noCheck', '--types', '']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build(compiler, options = []) {
  run(process.execPath, [join(compiler, 'bin/tsc'), '-p', 'tsconfig.build.json', ...options]);
}

function run(command, args, env = process.env) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}
