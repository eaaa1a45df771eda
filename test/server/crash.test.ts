import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type EventsResponse, eventsResponseSchema } from '../../src/annotate/api/events.ts';
import { foldJournals } from '../../src/annotate/work/fold-journals.ts';
import { labels } from '../../src/claims/label.ts';
import { DatasetClaims } from '../../src/io/claims/dataset-claims.ts';
import { AnnotationJournals } from '../../src/io/journal/annotation-journals.ts';
import { createRng } from '../../src/text/rng.ts';
import { buildProgram } from '../cli/built-program.ts';
import { claimLine, claimsPath, smallDataset, writeInto } from '../cli/small-dataset.ts';
import type { NewEvent } from './serve-folder.ts';

const annotators = Array.from({ length: 20 }, (_, at) => `a${at + 1}`);
const claims = Array.from({ length: 30 }, (_, at) => `c-${String(at + 1).padStart(2, '0')}`);
const rounds = 5;

let main = '';
beforeAll(() => {
  main = buildProgram();
  const page = join(dirname(main), '../dist/web');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
});

interface Running {
  readonly child: ChildProcess;
  readonly links: ReadonlyMap<string, string>;
  readonly port: number;
}

/** Starts the program and waits for its links. */
async function start(folder: string, port: number): Promise<Running> {
  const child = spawn(
    process.execPath,
    [
      ...[main, 'annotate', '-C', folder, '--json', '--port', String(port)],
      ...['--annotators', annotators.join(','), '--lead', 'lea', '--overlap', '20'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { links } = JSON.parse(line) as { links: { annotator: string; url: string }[] };
    return {
      child,
      links: new Map(links.map(({ annotator, url }) => [annotator, url])),
      port: Number(new URL(links[0]?.url ?? '').port),
    };
  }
  throw new Error(`The server did not start:\n${said}`);
}

/** A browser: keeps what was done until the server has said what became of it. */
class Browser {
  readonly name: string;
  /** Numbers that were acknowledged. */
  readonly acknowledged = new Set<number>();
  /** What the server refused, by number. */
  readonly refused = new Map<number, string>();
  #waiting: object[] = [];
  #number = 0;
  readonly #make: () => NewEvent;

  constructor(name: string, make: () => NewEvent) {
    this.name = name;
    this.#make = make;
  }

  get made(): number {
    return this.#number;
  }

  /** Does something and sends all that waits; false where the server was not there. */
  async work({ links }: Running, isLast: boolean): Promise<boolean> {
    if (!isLast) {
      this.#number += 1;
      this.#waiting.push({ ...this.#make(), number: this.#number, at: new Date().toISOString() });
    }
    const events = this.#waiting.slice(0, 100);
    if (events.length === 0) return true;
    const { origin, hash } = new URL(links.get(this.name) ?? '');
    let answer: EventsResponse;
    try {
      const response = await fetch(`${origin}/api/events`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${hash.slice(1)}` },
        body: JSON.stringify({ device: `d${this.name}`, events }),
      });
      answer = eventsResponseSchema.parse(await response.json());
    } catch {
      return false;
    }
    // Also a network that fails behind the server: what it said is lost, and all is sent again.
    if (!isLast && this.#number % 7 === 0) return false;
    for (const result of answer.results) {
      if (result.status === 'refused') this.refused.set(result.number, result.code);
      else this.acknowledged.add(result.number);
    }
    this.#waiting = this.#waiting.slice(events.length);
    return true;
  }

  get isDone(): boolean {
    return this.#waiting.length === 0;
  }
}

test('what was acknowledged is in the journals once, however often the server is killed', async () => {
  const folder = smallDataset();
  writeInto(
    folder,
    claimsPath,
    claims.map((id) => claimLine(id)),
  );
  const rng = createRng(4877);
  const any = <Item>(items: readonly Item[]): Item => items[Math.floor(rng() * items.length)] as Item;
  const browsers = annotators.map(
    (name) =>
      new Browser(name, () => ({
        kind: 'annotate',
        claim: any(claims),
        label: any(labels),
        evidence: [[`A town_sentence_${any([0, 1, 2])}`]],
        ...{ seconds: 1, idleSeconds: 0, hiddenSeconds: 0, comment: 'é'.repeat(Math.floor(rng() * 200)) },
      })),
  );
  // Decisions change the files of claims too, and are taken back.
  const lead = new Browser('lea', () => {
    const claim = any(claims);
    return rng() < 0.3
      ? { kind: 'withdraw', claim, what: 'adjudication' }
      : { kind: 'adjudicate', claim, label: 'REFUTES', evidence: [['A town_sentence_2']], seconds: 1 };
  });
  const all = [...browsers, lead];
  let port = 0;
  let isOver = false;
  let server: Running | undefined;
  const working = all.map(async (browser) => {
    while (!(isOver && browser.isDone)) {
      const isThere = server !== undefined && (await browser.work(server, isOver));
      if (!isThere) await new Promise((resume) => setTimeout(resume, 20));
    }
  });
  for (let round = 1; round <= rounds; round++) {
    server = await start(folder, port);
    port = server.port;
    await new Promise((resume) => setTimeout(resume, 50 + rng() * 300));
    if (round === rounds) break;
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    // Nobody is there to be asked: the next one starts the sooner.
    server = undefined;
  }
  isOver = true;
  await Promise.all(working);
  server?.child.kill('SIGINT');
  const [code] = await once(server?.child as ChildProcess, 'exit');
  expect(code).toBe(0);

  const journals = AnnotationJournals.open(join(folder, 'claims'), join(folder, 'torn'));
  expect(journals.problems).toEqual([]);
  let written = 0;
  for (const { name, acknowledged, refused, made } of all) {
    const numbers = journals.recordsOf(name).map(({ number }) => number);
    expect(numbers.length).toBe(new Set(numbers).size);
    expect(new Set(numbers)).toEqual(acknowledged);
    expect(acknowledged.size + refused.size).toBe(made);
    expect([...new Set(refused.values())].filter((reason) => reason !== 'NOTHING_TO_WITHDRAW')).toEqual([]);
    written += numbers.length;
  }
  expect(written).toBeGreaterThan(annotators.length * rounds);
  const work = foldJournals(journals.records());
  const dataset = DatasetClaims.open(join(folder, 'claims'));
  expect(dataset.all().map(({ record }) => record.id)).toEqual(claims);
  for (const { record } of dataset.all()) {
    const decided = work.claims.get(String(record.id))?.adjudication;
    expect(record.label).toBe(decided?.label ?? 'SUPPORTS');
  }
  const { status, stdout } = spawnSync(process.execPath, [main, 'validate', '-C', folder], {
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([0, expect.any(String)]);
}, 60_000);
