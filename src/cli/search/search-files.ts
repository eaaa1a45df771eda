import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError } from '../../errors.ts';
import type { ReadSource } from '../../formats/format.ts';
import { kindOfPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { formatNumber } from '../../reporters/count-words.ts';
import { printable } from '../../text/printable.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';
import { report } from '../report/report.ts';
import { queryLimits } from './beyond-limits.ts';
import { guardTitles } from './guard-titles.ts';
import { printHits } from './print-hits.ts';
import { type NamedQuery, readQueries } from './read-queries.ts';
import { searchEach } from './search-each.ts';
import { type SearchPlan, searchedWords } from './search-plan.ts';

/** Lines that are told to be no queries, at most. */
const maxTold = 100;

/**
 * Searches for each query of some files, one after the other, and prints what is found. 1 where nothing was found for any, or a line was no query.
 *
 * @param names Paths; `-` for standard input.
 */
export async function searchFiles(
  plan: SearchPlan,
  names: readonly string[],
  isPlain: boolean,
  io: CommandIo,
): Promise<ExitCode> {
  // Told before the first answer: whoever is given half a run takes it for a whole one.
  const absent = names.find((name) => name !== '-' && kindOfPath(resolve(io.cwd, name)) === undefined);
  if (absent !== undefined)
    throw new ToolError('FILE_NOT_FOUND', `There is no file "${absent}". Check the path.`);
  await guardTitles(plan);
  const diagnostics: Diagnostic[] = [];
  const progress = createProgress(io);
  let [queries, without, faults, cut] = [0, 0, 0, 0];
  let firstCut = '';
  const sources = function* (): Generator<ReadSource> {
    for (const name of names) yield openReadSource(name === '-' ? name : resolve(io.cwd, name), name);
  };
  const wanted = function* (): Generator<NamedQuery> {
    for (const { named, diagnostic } of readQueries(sources(), isPlain)) {
      if (named !== undefined) {
        yield named;
        continue;
      }
      faults += 1;
      if (diagnostics.length < maxTold) diagnostics.push(diagnostic);
    }
  };
  for await (const { named, hits } of searchEach(plan, wanted())) {
    if (!io.stdout.isOpen) break;
    queries += 1;
    if (hits.length === 0) without += 1;
    if (named.query.beyond !== undefined) {
      if (cut === 0) firstCut = printable(String(named.id));
      cut += 1;
    }
    await io.stdout.write([...printHits(hits, { plan, named, isOnly: false }, io)].join(''));
    await progress.tick(() => `searching: ${queryWords(queries)}`);
  }
  await progress.done();
  if (diagnostics.length > 0)
    await report(diagnostics, { files: names.length, records: queries + faults }, io.stderr, io);
  if (faults > diagnostics.length)
    await io.stderr.write(`${formatNumber(faults - diagnostics.length)} more lines are no queries\n`);
  if (cut > 0)
    await io.stderr.write(
      `not all of ${queryWords(cut)} was looked for (${queryLimits}), the first of them "${firstCut}"\n`,
    );
  await io.stderr.write(
    `${queryWords(queries)} in ${await searchedWords(plan)}${queries === 0 ? '' : without === 0 ? ', all with hits' : `, ${formatNumber(without)} without a hit`}\n`,
  );
  return faults > 0 || queries === without ? 1 : 0;
}

function queryWords(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'query' : 'queries'}`;
}
