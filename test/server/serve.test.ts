import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { defaultConfig } from '../../src/claims/default-config.ts';
import { ToolError } from '../../src/errors.ts';
import { lockFolder } from '../../src/server/folder-lock.ts';
import { hostsOf } from '../../src/server/guard/check-host.ts';
import { soloPeople } from '../../src/server/people/person.ts';
import { loadKey, privateFolder } from '../../src/server/people/private-folder.ts';
import { startAnnotation } from '../../src/server/start-annotation.ts';
import { type AnnotateServer, startAnnotateServer } from '../browser/annotate-server.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { claimLine, claimsPath, lines, smallDataset, writeInto } from '../cli/small-dataset.ts';

const files = { [claimsPath]: lines(claimLine('c-1')) };
let server: AnnotateServer;
let pageFolder: string;
beforeAll(async () => {
  pageFolder = temporaryFolder('suite');
  writeInto(pageFolder, 'index.html', '<!doctype html>');
  writeInto(pageFolder, '.env', 'SECRET=1');
  server = await startAnnotateServer({ folder: smallDataset(files, 'suite'), pageFolder });
});
afterAll(() => server.stop());

/** What the server says to these bytes. */
function answerTo(request: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.end(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    // Cut off before all was sent.
    socket.on('error', () => resolve(answer));
  });
}

const statusOf = async (head: string, ...headers: string[]): Promise<string> => {
  const answer = await answerTo(`${[head, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  return answer.split('\r\n')[0]?.split(' ')[1] ?? '';
};

describe('on the wire', () => {
  test('paths that no browser would send lead to no file', async () => {
    const host = `Host: 127.0.0.1:${server.port}`;
    expect(await statusOf('GET / HTTP/1.1', host)).toBe('200');
    for (const path of [
      '/../claimset.config.json',
      '/..%2f..%2fetc/passwd.txt',
      '/.env',
      '/%2eenv',
      '//x.js',
      '*',
    ]) {
      expect([path, await statusOf(`GET ${path} HTTP/1.1`, host)]).toEqual([
        path,
        expect.stringMatching(/^40[04]$/),
      ]);
    }
  });

  test('another host gets nothing, however it is written', async () => {
    const own = `127.0.0.1:${server.port}`;
    for (const [head, ...headers] of [
      ['GET / HTTP/1.1', `Host: evil.example:${server.port}`],
      ['GET / HTTP/1.1'],
      ['GET / HTTP/1.0'],
      ['GET / HTTP/1.1', `Host: ${own}`, 'Host: evil.example'],
      ['GET / HTTP/1.1', 'Host: evil.example', `Host: ${own}`],
      ['GET / HTTP/1.1', `Host: ${own}@evil.example`],
      ['GET / HTTP/1.1', `Host: evil.example#${own}`],
    ] as [string, ...string[]][]) {
      expect([headers, await statusOf(head, ...headers)]).toEqual([
        headers,
        expect.stringMatching(/^4\d\d$/),
      ]);
    }
  });

  test('a body that is larger than it says, or never ends, is cut off', async () => {
    const head = [
      'POST /api/next HTTP/1.1',
      `Host: 127.0.0.1:${server.port}`,
      `Origin: http://127.0.0.1:${server.port}`,
      'Content-Type: application/json',
      'Connection: close',
    ];
    const chunk = `${(1 << 16).toString(16)}\r\n${'a'.repeat(1 << 16)}\r\n`;
    const chunked = `${[...head, 'Transfer-Encoding: chunked'].join('\r\n')}\r\n\r\n${chunk.repeat(40)}0\r\n\r\n`;
    expect(await answerTo(chunked)).toMatch(/^(?:HTTP\/1\.1 413 |$)/);
    expect(await statusOf('GET / HTTP/1.1', `Host: 127.0.0.1:${server.port}`)).toBe('200');
  });
});

describe('one folder, one server', () => {
  test('a second one is told where the first is', async () => {
    const second = startAnnotateServer({ folder: server.folder, pageFolder });
    await expect(second).rejects.toThrow(
      `The dataset is being annotated already: http://127.0.0.1:${server.port}/ (process ${process.pid}).`,
    );
    // It has taken nothing from the first.
    expect(existsSync(join(server.folder, '.claimset/annotate.lock'))).toBe(true);
  });

  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  test.each([
    ['of a process that is gone', JSON.stringify({ pid: gone, host: '127.0.0.1', port: 1 })],
    ['of a process that listens no more', JSON.stringify({ pid: process.pid, host: '127.0.0.1', port: 1 })],
    ['that is cut off', '{"pid":'],
    ['that is empty', ''],
    ['of this process, which was just starting', JSON.stringify({ pid: process.pid, host: '', port: 0 })],
    ['that says nonsense', '{"pid":"1","host":[],"port":-1}'],
  ])('a lock %s is taken over', async (_, text) => {
    const folder = privateFolder(temporaryFolder());
    writeInto(folder, 'annotate.lock', text);
    const lock = await lockFolder(folder);
    expect(JSON.parse(readFileSync(join(folder, 'annotate.lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    lock.release();
    expect(existsSync(join(folder, 'annotate.lock'))).toBe(false);
  });

  test('a lock of another that is just starting is told, and how to get rid of it', async () => {
    const folder = privateFolder(temporaryFolder());
    writeInto(folder, 'annotate.lock', JSON.stringify({ pid: process.ppid, host: '', port: 0 }));
    await expect(lockFolder(folder)).rejects.toThrow(/if there is none, delete ".*annotate\.lock"/);
  });

  test('a port in use, and a page that is not built, are told', async () => {
    const folder = smallDataset(files);
    await expect(startAnnotateServer({ folder, pageFolder, port: server.port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
    });
    await expect(startAnnotateServer({ folder, pageFolder: folder })).rejects.toBeInstanceOf(ToolError);
    // Neither has kept the folder for itself.
    const started = await startAnnotateServer({ folder, pageFolder });
    await started.stop();
  });
});

test('who can be reached by another name asks even one person alone for a token', async () => {
  const running = await startAnnotation({
    folder: smallDataset(files),
    config: defaultConfig,
    people: soloPeople('ann'),
    pageFolder,
    host: '127.0.0.1',
    port: 0,
    otherHosts: ['Label.example'],
    env: {},
    now: () => new Date(),
    say: () => {},
  });
  onTestFinished(running.stop);
  const { origin, hash } = new URL(running.linkOf('ann'));
  expect(hash).toMatch(/^#ann\.[\w-]{43}$/);
  const status = async (headers: Record<string, string>) =>
    (await fetch(`${origin}/api/session`, { headers })).status;
  expect(await status({})).toBe(401);
  expect(await status({ Authorization: `Bearer ${hash.slice(1)}` })).toBe(200);
  const names = hostsOf({ own: ['127.0.0.1'], others: ['Label.example', 'b.example:8443'] }, 4877);
  expect([...names]).toEqual([
    '127.0.0.1:4877',
    'label.example',
    'label.example:4877',
    'b.example:8443',
    'b.example:8443:4877',
  ]);
});

test('a key that others can read is not taken: it may have come with the dataset', () => {
  const own = privateFolder(temporaryFolder());
  writeInto(own, 'annotate.key', 'k'.repeat(32));
  expect(() => loadKey(own)).toThrow(/not a key of 32 bytes that only you can read/);
  chmodSync(join(own, 'annotate.key'), 0o600);
  expect(loadKey(own)).toHaveLength(32);
});

test('git sees nothing of what the server keeps for itself, and nobody else the key', () => {
  const own = join(server.folder, '.claimset');
  expect(readFileSync(join(own, '.gitignore'), 'utf8')).toBe('*\n');
  const { mode, size } = statSync(join(own, 'annotate.key'));
  expect([mode & 0o777, size]).toEqual([0o600, 32]);
});
