import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ToolError } from '../errors.ts';
import { type AppOptions, createApp } from './app.ts';
import { hostsOf, type ServerNames } from './guard/check-host.ts';
import type { ServerState } from './server-state.ts';

/** Where a server listens. */
export interface ServeOptions extends Omit<AppOptions, 'hosts'> {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly names: ServerNames;
}

/** A server that answers. */
export interface RunningServer {
  readonly port: number;
  /** Done when all answers that were begun are given. */
  readonly stop: () => Promise<void>;
}

/** How long answers that were begun may take when the server stops, in milliseconds. */
const patienceMs = 2000;

/** Starts a server. @throws ToolError PORT_IN_USE, and where the system does not let it listen. */
export async function serve(state: ServerState, options: ServeOptions): Promise<RunningServer> {
  const { host, port, names } = options;
  let app: ReturnType<typeof createApp> | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
  }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw listenError(host, port, cause);
  }
  const { port: actual } = server.address() as AddressInfo;
  app = createApp(state, { ...options, hosts: hostsOf(names, actual) });
  return {
    port: actual,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

function listenError(host: string, port: number, cause: unknown): ToolError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new ToolError(
      'PORT_IN_USE',
      `Port ${port} is in use. Stop what uses it, or choose another one with --port; what a browser keeps belongs to the port, so keep to one.`,
      { cause },
    );
  }
  if (code === 'EACCES')
    return new ToolError('PORT_IN_USE', `Port ${port} may not be used. Choose one above 1023 with --port.`, {
      cause,
    });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ToolError('HOST_UNKNOWN', `"${host}" is no address of this machine. Check --host.`, { cause });
  return new ToolError(
    'LISTEN_FAILED',
    `The server cannot listen on "${host}", port ${port}: ${String(cause)}.`,
    {
      cause,
    },
  );
}
