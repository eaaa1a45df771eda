import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { ToolError } from '../errors.ts';
import { checkHost } from './guard/check-host.ts';
import { checkOrigin } from './guard/check-origin.ts';
import { securityHeaders } from './guard/headers.ts';
import { identify, type TokenCheck, tokenOfHeader } from './guard/identify.ts';
import { maxBodyBytes, tooLarge } from './guard/read-body.ts';
import { Refusal } from './guard/refusal.ts';
import type { PageFiles } from './page-files.ts';
import { addRoutes } from './routes/index.ts';
import type { AppEnv } from './routes/route.ts';
import type { ServerState } from './server-state.ts';

/** What a server answers to, and with. */
export interface AppOptions {
  /** Values of the Host header that are this server. */
  readonly hosts: ReadonlySet<string>;
  /** The key of the tokens; absent where one person works alone on this machine. */
  readonly tokens?: TokenCheck | undefined;
  readonly page: PageFiles;
  /** Told of failures of the program itself and of the disk. */
  readonly say: (message: string) => void;
}

/** No address of the page is longer. */
const maxUrlChars = 4096;

/** The server as a function from requests to answers. */
export function createApp(state: ServerState, { hosts, tokens, page, say }: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    const { method, url } = context.req;
    checkHost(context.req.header('host'), hosts);
    if (url.length > maxUrlChars)
      throw new Refusal(414, 'URL_TOO_LONG', `An address has at most ${maxUrlChars} characters. Send less.`);
    if (!['GET', 'HEAD', 'POST'].includes(method))
      throw new Refusal(405, 'WRONG_METHOD', 'There are only GET and POST. Send what the page sends.');
    await next();
  });
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw tooLarge();
      },
    }),
    async (context, next) => {
      context.header('Cache-Control', 'no-store');
      const { req } = context;
      const token = tokenOfHeader(req.header('authorization'));
      const asking = {
        host: req.header('host') ?? '',
        origin: req.header('origin'),
        site: req.header('sec-fetch-site'),
        hasToken: tokens !== undefined && token !== undefined,
      };
      checkOrigin(asking, req.method === 'POST');
      context.set('person', identify(token, state.people, tokens));
      state.workspace.refresh();
      await next();
    },
  );
  addRoutes(app, state);
  app.all('/api/*', () => {
    throw new Refusal(404, 'NOT_FOUND', 'There is nothing at this address. Reload the page.');
  });
  app.on(['GET', 'HEAD'], '/*', (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    // Parts of the page have addresses of their own, which have no dot.
    const file = page.get(path) ?? (/^[\w/-]*$/.test(path) ? page.get('/index.html') : undefined);
    if (file === undefined) throw new Refusal(404, 'NOT_FOUND', 'There is no such file. Reload the page.');
    context.header('Content-Type', file.type);
    context.header('Cache-Control', file.isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    return context.body(file.bytes);
  });
  app.notFound(() => {
    throw new Refusal(404, 'NOT_FOUND', 'There is nothing at this address. Reload the page.');
  });
  app.onError((error, context) => {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.status === 503) say(wordsOf(error));
    context.header('Cache-Control', 'no-store');
    return refusal === undefined
      ? context.json(
          { code: 'FAILED', message: 'The server failed. What it printed says why; please report it.' },
          500,
        )
      : context.json({ code: refusal.code, message: refusal.message }, refusal.status);
  });
  return app;
}

/** Why a request has no answer; `undefined` for a fault of the program. */
function refusalOf(error: Error): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException)
    return new Refusal(400, 'BAD_REQUEST', 'The request cannot be read. Reload the page.', error);
  if (!(error instanceof ToolError)) return undefined;
  // What the disk says: nothing was acknowledged, and the page sends it again. The paths in it are for who runs the server.
  return new Refusal(
    503,
    error.code === 'DISK_FULL' ? 'DISK' : 'FILES',
    'The server cannot read or write its files. Tell who runs it: what it printed says why. Your work is kept in the browser and sent again.',
    error,
  );
}

function wordsOf(error: Error): string {
  return error instanceof ToolError ? error.message : (error.stack ?? error.message);
}
