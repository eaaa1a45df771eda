import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, configSchema } from '../../src/claims/config.ts';
import { loadConfig } from '../../src/io/load-config.ts';
import { sharedPeople, soloPeople } from '../../src/server/people/person.ts';
import { startAnnotation } from '../../src/server/start-annotation.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a server of a test works on; by default one person alone on a copy of the project's dataset. */
export interface AnnotateServerOptions {
  /** A dataset folder that may be changed. By default a copy of the project's, removed by `stop`. */
  readonly folder?: string;
  /** Names of annotators; one person alone is `tester`. */
  readonly annotators?: readonly string[];
  readonly lead?: readonly string[];
  /** Settings that go before those of the folder, such as `{ annotate: { overlap: 1 } }`; written to its configuration. */
  readonly config?: Record<string, unknown>;
  /** The built page; by default that of `CLAIMSET_WEB`, else of `dist/web`. */
  readonly pageFolder?: string;
  readonly port?: number;
  readonly now?: () => Date;
}

/** A server that runs in this process. */
export interface AnnotateServer {
  /** Of the page of the one person, or of the first annotator. */
  readonly url: string;
  readonly linkOf: (name: string) => string;
  readonly folder: string;
  readonly port: number;
  /** What the server said went wrong. */
  readonly said: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts the annotation page on a free port. */
export async function startAnnotateServer(options: AnnotateServerOptions = {}): Promise<AnnotateServer> {
  const { annotators = [], lead = [], now = () => new Date() } = options;
  const folder = options.folder ?? copyOfProject();
  const config = await configOf(folder, options.config);
  const isShared = annotators.length + lead.length > 0;
  const people = isShared ? sharedPeople(annotators, lead) : soloPeople('tester');
  const said: string[] = [];
  const server = await startAnnotation({
    folder,
    config,
    people,
    pageFolder: options.pageFolder ?? process.env.CLAIMSET_WEB ?? join(root, 'dist/web'),
    host: '127.0.0.1',
    port: options.port ?? 0,
    otherHosts: [],
    env: {},
    now,
    say: (message) => said.push(message),
  });
  return {
    url: server.linkOf([...people.all.keys()][0] ?? ''),
    linkOf: server.linkOf,
    folder,
    port: server.port,
    said,
    stop: async () => {
      await server.stop();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimset-annotate-'));
  for (const name of ['corpus', 'claims', 'claimset.config.json', 'splits.lock.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  return folder;
}

async function configOf(folder: string, changes: Record<string, unknown> | undefined): Promise<Config> {
  const config = await loadConfig(folder);
  if (changes === undefined) return config;
  const changed = configSchema.parse({ ...config, ...changes });
  writeFileSync(join(folder, 'claimset.config.json'), `${JSON.stringify(changed, null, 2)}\n`);
  return changed;
}
