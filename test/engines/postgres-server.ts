import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server that tests may write to. */
export interface TestServer {
  /** Address of claimset's, without an index. */
  readonly address: string;
  readonly stop: () => void;
}

const programs = findPrograms();

/** Why there is no server to test with; `undefined` where there is one. For the name of a skipped test. */
export const whyNoPostgres =
  process.env.CLAIMSET_POSTGRES !== undefined || programs !== undefined
    ? undefined
    : 'skipped: neither CLAIMSET_POSTGRES nor initdb of the package postgresql';

/** The server of CLAIMSET_POSTGRES, or a new one in a folder for temporary files, which is removed when it is stopped. */
export async function startPostgres(): Promise<TestServer> {
  const given = process.env.CLAIMSET_POSTGRES;
  if (given !== undefined) return { address: given, stop: () => {} };
  if (programs === undefined) throw new Error(whyNoPostgres);
  const folder = mkdtempSync(path.join(tmpdir(), 'claimset-postgres-'));
  const port = await freePort();
  // The server refuses to run as the superuser.
  const owner = process.getuid?.() === 0 ? { uid: numberOf('-u'), gid: numberOf('-g') } : {};
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const run = (program: string, ...args: string[]): void => {
    const { status, stderr, stdout } = spawnSync(path.join(programs, program), args, {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', program === 'pg_ctl' ? 'ignore' : 'pipe', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program} fails:\n${stdout ?? ''}\n${stderr}`);
  };
  const data = path.join(folder, 'data');
  run('initdb', '-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  // Whoever is not the tester is asked for a password.
  const access = ['tester 127.0.0.1/32 trust', 'all 127.0.0.1/32 scram-sha-256'];
  writeFileSync(path.join(data, 'pg_hba.conf'), access.map((line) => `host all ${line}\n`).join(''));
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('pg_ctl', '-D', data, '-w', '-o', options, '-l', path.join(folder, 'log'), 'start');
  return {
    address: `postgres://tester@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function numberOf(option: string): number {
  for (const user of ['postgres', 'nobody']) {
    const { status, stdout } = spawnSync('id', [option, user], { encoding: 'utf8' });
    if (status === 0) return Number(stdout);
  }
  throw new Error('There is no user to run the server as.');
}

/** Folder of the newest server's programs, where Debian puts them or PATH has them. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => path.join(debian, version, 'bin'));
  const found = folders.find((folder) => existsSync(path.join(folder, 'initdb')));
  if (found !== undefined) return found;
  try {
    return path.dirname(execFileSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).trim());
  } catch {
    return undefined;
  }
}
