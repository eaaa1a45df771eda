import { afterAll, onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { SentEvent } from '../../src/annotate/api/events.ts';
import { type Config, configSchema } from '../../src/claims/config.ts';
import { loadConfig } from '../../src/io/load-config.ts';
import { createApp } from '../../src/server/app.ts';
import { hostsOf } from '../../src/server/guard/check-host.ts';
import { openAnnotation } from '../../src/server/open-annotation.ts';
import type { PageFiles } from '../../src/server/page-files.ts';
import { type People, sharedPeople, soloPeople } from '../../src/server/people/person.ts';
import { tokenOf } from '../../src/server/people/token.ts';
import type { Workspace } from '../../src/server/state/workspace.ts';

/** The address of the server of tests, which no request leaves the process for. */
export const origin = 'http://127.0.0.1:4877';

/** What a test asks, or sends. */
interface AskOptions {
  /** Whose token is shown; nobody's where one person works alone. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly method?: string;
}

/** A server without a network. */
export interface TestServer {
  readonly workspace: Workspace;
  readonly said: readonly string[];
  readonly tokenOf: (name: string) => string;
  /** Sends a request as the page does: a POST where there is a body. A header that is `undefined` is left out. */
  readonly ask: (path: string, options?: AskOptions) => Promise<Response>;
  /** What a request is answered with, in the form of its schema. */
  readonly get: <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    options?: AskOptions,
  ) => Promise<z.infer<Schema>>;
  /** Sends events, whose numbers go on from those before. */
  readonly send: (as: string | undefined, ...events: readonly NewEvent[]) => Promise<Response>;
  /** Ends it as `kill -9` does not: for a second server of the same folder. */
  readonly close: () => void;
}

/** An event without what all of them have. */
export type NewEvent = SentEvent extends infer Event
  ? Event extends SentEvent
    ? Omit<Event, 'number' | 'at'> & { readonly number?: number; readonly at?: string }
    : never
  : never;

const page: PageFiles = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', bytes: bytesOf('<!doctype html>'), isLasting: false }],
  ['/assets/main-abcd1234.js', { type: 'text/javascript', bytes: bytesOf('1'), isLasting: true }],
]);

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

const closedLater: (() => void)[] = [];
afterAll(() => {
  for (const close of closedLater.splice(0)) close();
});

/** Serves a dataset folder to the app's own function until the test, or the suite, ends. One person, `ann`, where no names are given. */
export async function serveFolder(
  folder: string,
  {
    annotators = [],
    lead = [],
    settings = {},
    env = {},
    now = () => new Date('2026-03-01T12:00:00Z'),
    until = 'test',
  }: {
    annotators?: readonly string[];
    lead?: readonly string[];
    settings?: Partial<Config['annotate']>;
    env?: Readonly<Record<string, string>>;
    now?: () => Date;
    until?: 'test' | 'suite';
  } = {},
): Promise<TestServer> {
  const loaded = await loadConfig(folder);
  const config = configSchema.parse({ ...loaded, annotate: { ...loaded.annotate, ...settings } });
  const isShared = annotators.length + lead.length > 0;
  const people: People = isShared ? sharedPeople(annotators, lead) : soloPeople('ann');
  const said: string[] = [];
  const say = (message: string): void => void said.push(message);
  const opened = await openAnnotation({ folder, config, people, env, now, say });
  if (until === 'test') onTestFinished(opened.close);
  else closedLater.push(opened.close);
  const tokens = isShared ? { key: opened.key } : undefined;
  const app = createApp(opened.state, {
    hosts: hostsOf({ own: ['127.0.0.1', 'localhost'], others: [] }, 4877),
    tokens,
    page,
    say,
  });
  const ask: TestServer['ask'] = async (path, { as, body, headers = {}, method } = {}) => {
    const all = {
      host: '127.0.0.1:4877',
      origin: body === undefined ? undefined : origin,
      'content-type': body === undefined ? undefined : 'application/json',
      authorization: as === undefined ? undefined : `Bearer ${tokenOf(as, opened.key)}`,
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return app.request(`${origin}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: given,
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body),
      }),
    });
  };
  let number = 0;
  return {
    workspace: opened.state.workspace,
    said,
    tokenOf: (name) => tokenOf(name, opened.key),
    ask,
    get: async (path, schema, options) => {
      const response = await ask(path, options);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return schema.parse(await response.json());
    },
    send: (as, ...events) => {
      const numbered = events.map((event) => {
        number += 1;
        return { number, at: now().toISOString(), ...event };
      });
      return ask('/api/events', {
        ...(as !== undefined && { as }),
        body: { device: 'd1', events: numbered },
      });
    },
    close: opened.close,
  };
}
