import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, type TestServer } from './postgres-server.ts';

const jars = process.env.CLAIMSET_OPENSEARCH_JARS;
/** Seconds that a node takes to start, at most. */
const maxSeconds = 110;

/** Why there is no server to test with; `undefined` where there is one. For the name of a skipped test. */
export const whyNoOpenSearch =
  process.env.CLAIMSET_OPENSEARCH !== undefined || (jars !== undefined && existsSync(jars))
    ? undefined
    : 'skipped: neither CLAIMSET_OPENSEARCH nor CLAIMSET_OPENSEARCH_JARS, which .ci/run gets from Maven Central';

/** The server of CLAIMSET_OPENSEARCH, or a new one of the jars in CLAIMSET_OPENSEARCH_JARS, whose folder is removed when it is stopped. */
export async function startOpenSearch(): Promise<TestServer> {
  const given = process.env.CLAIMSET_OPENSEARCH;
  if (given !== undefined) return { address: given.replace(/\/+$/, ''), stop: () => {} };
  const folder = mkdtempSync(path.join(tmpdir(), 'claimset-opensearch-'));
  const [port, nodes] = [await freePort(), await freePort()];
  const log = openSync(path.join(folder, 'log'), 'w');
  const source = path.resolve(import.meta.dirname, 'opensearch/Server.java');
  const java = process.env.JAVA_HOME === undefined ? 'java' : path.join(process.env.JAVA_HOME, 'bin/java');
  const home = path.join(folder, 'node');
  const child = spawn(
    java,
    // It starts in half the time with the quick compiler alone.
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-cp',
      path.join(jars ?? '', '*'),
      source,
      home,
      String(port),
      String(nodes),
    ],
    { cwd: folder, stdio: ['ignore', log, log] },
  );
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`OpenSearch ends with ${code}: see ${folder}/log`)));
  });
  // Once it runs, its end is nobody's concern.
  ended.catch(() => {});
  const address = `http://127.0.0.1:${port}`;
  const stop = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let second = 0; second < maxSeconds; second++) {
    await Promise.race([setTimeout(1000), ended]);
    const answer = await fetch(`${address}/_cluster/health`).catch(() => undefined);
    if (answer?.ok === true && /"status":"(?:green|yellow)"/.test(await answer.text()))
      return { address, stop };
  }
  child.kill('SIGKILL');
  throw new Error(`OpenSearch does not start in ${maxSeconds} seconds: see ${folder}/log`);
}
