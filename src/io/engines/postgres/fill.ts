import type { Pool } from 'pg';
import { titleIndexSettings } from '../../../retrieve/titles/title-index-builder.ts';
import { batchesOf } from '../batches.ts';
import { emptyDescription, type PartDescription, recordsOf } from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';
import type { EngineProgress, EngineSource, EngineSummary } from '../engine-source.ts';
import { alone } from './alone.ts';
import { beginOrGoOn } from './begin.ts';
import { inTransaction } from './in-transaction.ts';
import { saturationSql } from './saturation-sql.ts';
import { finishPart, schemasOf } from './schema.ts';
import { takeIn } from './take-in.ts';

/** Fills an index and puts it in the place of the one that is there. */
export async function fillPostgres(
  pool: Pool,
  index: string,
  shown: string,
  source: EngineSource,
  onProgress: (progress: EngineProgress) => void,
): Promise<EngineSummary> {
  return alone(pool, index, shown, async (client) => {
    const names = schemasOf(index);
    const parts: EnginePart[] = [...source.levels, 'title'];
    const fresh = emptyDescription(source.settings, source.corpus, parts);
    const begun = await beginOrGoOn(client, names.building, shown, fresh);
    let done = begun;
    for await (const batch of batchesOf(source, begun)) {
      done = await inTransaction(client, () => takeIn(client, names.building, batch, done.cut));
      onProgress({ articles: done.articles, records: recordsOf(done) });
    }
    // What was taken in stays if this is interrupted: it is done anew then.
    await inTransaction(client, async () => {
      for (const part of parts) {
        const weighting = part === 'title' ? titleIndexSettings.weighting : source.settings.weighting;
        const saturation = saturationSql(weighting, done.parts[part] as PartDescription);
        await client.query(finishPart(names.building, part, saturation));
      }
      await client.query(`DROP SCHEMA IF EXISTS ${names.own} CASCADE`);
      await client.query(`ALTER SCHEMA ${names.building} RENAME TO ${names.own}`);
    });
    return {
      address: shown,
      articles: done.articles,
      records: new Map(source.levels.map((level) => [level, done.parts[level]?.size ?? 0])),
      resumedAt: begun.articles,
      cut: done.cut,
    };
  });
}

/** Removes an index and what an interrupted run left of one. */
export async function removePostgres(pool: Pool, index: string, shown: string): Promise<void> {
  await alone(pool, index, shown, async (client) => {
    const { own, building } = schemasOf(index);
    await client.query(`DROP SCHEMA IF EXISTS ${own}, ${building} CASCADE`);
  });
}
