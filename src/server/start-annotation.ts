import { networkInterfaces } from 'node:os';
import { doneCounts } from '../annotate/queue/done-counts.ts';
import { type OpenOptions, openAnnotation } from './open-annotation.ts';
import { loadPage } from './page-files.ts';
import { tokenOf } from './people/token.ts';
import { serve } from './serve.ts';
import type { Workspace } from './state/workspace.ts';

/** What is to be annotated, by whom, and where its page is served. */
export interface AnnotationOptions extends OpenOptions {
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** An address of this machine. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Names besides those of the host that browsers may use, such as that of a server before this one; with a port or without. */
  readonly otherHosts: readonly string[];
}

/** A dataset that is being annotated. */
export interface RunningAnnotation {
  readonly port: number;
  readonly workspace: Workspace;
  /** Whether each annotator has a link of their own. */
  readonly hasTokens: boolean;
  readonly isShared: boolean;
  /** Number of events that were written so far. */
  readonly written: () => number;
  /** Number of claims that wait for an answer of somebody; `undefined` for who does not label. */
  readonly waitingOf: (name: string) => number | undefined;
  /** The address of the page for somebody. */
  readonly linkOf: (name: string) => string;
  /** Done when all answers that were begun are given. */
  readonly stop: () => Promise<void>;
}

/** Names of this machine that nobody else can reach. */
const loopback = ['127.0.0.1', 'localhost', '[::1]'];
/** Addresses that stand for all of the machine. */
const everywhere = ['0.0.0.0', '[::]'];

/** Whether nobody on another machine can reach the page, so that who works alone needs no token. */
export function isPrivate({ host, otherHosts }: Pick<AnnotationOptions, 'host' | 'otherHosts'>): boolean {
  return loopback.includes(inUrl(host)) && otherHosts.length === 0;
}

/** Opens a dataset folder and serves its annotation page. @throws ToolError where the folder, the page or the port cannot be used */
export async function startAnnotation(options: AnnotationOptions): Promise<RunningAnnotation> {
  const { people, pageFolder, host, port, otherHosts, say } = options;
  const page = loadPage(pageFolder);
  const { state, key, lock, written, close } = await openAnnotation(options);
  try {
    const tokens = isPrivate(options) && !people.isShared ? undefined : { key };
    const own = namesOf(inUrl(host));
    const names = { own: [...loopback, ...own], others: otherHosts };
    const server = await serve(state, { host, port, names, tokens, page, say });
    lock.tell(host, server.port);
    // A fault of the program is told to the first who searches.
    state.search.prepare().catch(() => undefined);
    const address = `http://${own[0] ?? host}:${server.port}/`;
    return {
      port: server.port,
      workspace: state.workspace,
      hasTokens: tokens !== undefined,
      isShared: people.isShared,
      written,
      waitingOf: (annotator) => {
        if (people.all.get(annotator)?.roles.includes('label') !== true) return undefined;
        const { done, total } = doneCounts(state.queue.state, annotator, state.now().getTime(), 0);
        return total - done;
      },
      linkOf: (annotator) => (tokens === undefined ? address : `${address}#${tokenOf(annotator, key)}`),
      stop: async () => {
        await server.stop();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** The names under which a machine is reached that listens on an address: an address cannot be taken over by somebody else's name server. */
function namesOf(host: string): string[] {
  if (!everywhere.includes(host)) return [host];
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal }) => !internal).map(({ address }) => inUrl(address));
}

/** An address as it stands in links. */
function inUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
