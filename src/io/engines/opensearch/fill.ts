import { ToolError } from '../../../errors.ts';
import { type Batch, batchesOf, titleKey } from '../batches.ts';
import type { EngineAddress } from '../engine-address.ts';
import {
  type EngineDescription,
  emptyDescription,
  isSameSource,
  readDescription,
  recordsOf,
} from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import type { EngineProgress, EngineSource, EngineSummary } from '../engine-source.ts';
import { indexBody, termsField, wordsField } from './mapping.ts';
import { findIndexes, foreign } from './opensearch-index.ts';
import { type Rest, reasonOf } from './rest.ts';
import { plainTerm, wordOfTerm } from './terms.ts';

/** Fills the one of two indexes that is not searched, and lets the alias stand for it. */
export async function fillOpenSearch(
  rest: Rest,
  address: EngineAddress,
  source: EngineSource,
  onProgress: (progress: EngineProgress) => void,
): Promise<EngineSummary> {
  const { index, shown } = address;
  const parts: EnginePart[] = [...source.levels, 'title'];
  const fresh = emptyDescription(source.settings, source.corpus, parts);
  const current = (await findIndexes(rest, index, shown))[0];
  const names = [`${index}-a`, `${index}-b`];
  if (current !== undefined && (current.meta === undefined || !names.includes(current.name)))
    throw foreign(shown, current.name);
  const building = current?.name === names[0] ? `${index}-b` : `${index}-a`;
  const begun = await beginOrGoOn(rest, building, address, fresh);
  let done = begun;
  for await (const batch of batchesOf(source, begun)) {
    await takeIn(rest, building, batch, shown);
    done = batch.description;
    await rest.ask('PUT', `/${building}/_mapping`, { _meta: done });
    onProgress({ articles: done.articles, records: recordsOf(done) });
  }
  await rest.ask('PUT', `/${building}/_settings`, { index: { refresh_interval: null } });
  await rest.ask('POST', `/${building}/_refresh`);
  await checkCount(rest, building, done, shown);
  await rest.ask('POST', '/_aliases', {
    actions: [
      { add: { index: building, alias: index } },
      ...(current === undefined ? [] : [{ remove_index: { index: current.name } }]),
    ],
  });
  return {
    address: shown,
    articles: done.articles,
    records: new Map(source.levels.map((level) => [level, done.parts[level]?.size ?? 0])),
    resumedAt: begun.articles,
    cut: 0,
  };
}

/** Removes an index and what an interrupted run left of one. */
export async function removeOpenSearch(rest: Rest, { index, shown }: EngineAddress): Promise<void> {
  for (const name of [`${index}-a`, `${index}-b`]) {
    const [found] = await findIndexes(rest, name, shown);
    if (found === undefined) continue;
    if (found.meta === undefined) throw foreign(shown, found.name);
    await rest.ask('DELETE', `/${name}`);
  }
}

async function beginOrGoOn(
  rest: Rest,
  name: string,
  address: EngineAddress,
  fresh: EngineDescription,
): Promise<EngineDescription> {
  const [left] = await findIndexes(rest, name, address.shown);
  if (left !== undefined) {
    if (left.meta === undefined) throw foreign(address.shown, name);
    const description = descriptionOf(left.meta, address.shown);
    if (description !== undefined && isSameSource(description, fresh)) return description;
    await rest.ask('DELETE', `/${name}`);
  }
  await rest.ask('PUT', `/${name}`, indexBody(fresh, address));
  return fresh;
}

/** `undefined` for one of another version: it is made anew. */
function descriptionOf(meta: unknown, shown: string): EngineDescription | undefined {
  try {
    return readDescription(meta, shown);
  } catch {
    return undefined;
  }
}

async function takeIn(rest: Rest, name: string, { documents }: Batch, shown: string): Promise<void> {
  if (documents.length === 0) return;
  const lines = documents.flatMap(({ part, number, article, record, counts, rows, words }) => {
    const { id, title, kind, text, heads } = record;
    const terms: string[] = [];
    const pairs = new Set<string>();
    for (const [term, count] of counts) {
      const plain = plainTerm(term);
      for (let at = 0; at < count; at++) terms.push(plain);
      pairs.add(wordOfTerm(plain, plain));
    }
    for (const [word, term] of words) pairs.add(wordOfTerm(word, term));
    const fields = { [termsField(part)]: terms.join(' '), [wordsField(part)]: [...pairs] };
    const key = part === 'title' ? { key: titleKey(title) } : {};
    // The same place again where it was sent before an interruption.
    return [
      { index: { _id: `${part}-${number}` } },
      {
        part,
        number,
        article,
        id,
        title,
        kind,
        text,
        heads,
        rows: rows.map((row) => row.trim()),
        ...key,
        ...fields,
      },
    ];
  });
  const answer = (await rest.send(`/${name}/_bulk`, lines)) as { readonly errors?: unknown } | undefined;
  if (answer?.errors === false) return;
  const reason = reasonOf(JSON.stringify(answer ?? null)) ?? 'it does not say why';
  throw new ToolError(
    'ENGINE_FAILED',
    `${shown} does not take records: ${reason}. Try again: filling goes on where it was.`,
  );
}

async function checkCount(
  rest: Rest,
  name: string,
  { parts }: EngineDescription,
  shown: string,
): Promise<void> {
  const wanted = Object.values(parts).reduce((sum, part) => sum + (part?.size ?? 0), 0);
  const answer = (await rest.ask('GET', `/${name}/_count`)) as { readonly count?: unknown } | undefined;
  if (answer?.count === wanted) return;
  throw new ToolError(
    'ENGINE_BUSY',
    `${shown} has ${String(answer?.count)} records where ${wanted} were sent: another program fills it, too. Wait until it is done and fill it again.`,
  );
}
