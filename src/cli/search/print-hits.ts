import { queryIdOf } from '../../claims/retrieval-id.ts';
import type { Hit } from '../../retrieve/evidence-searcher.ts';
import { createHighlighter } from '../../retrieve/query/highlighter.ts';
import { printRun } from '../../retrieve/run/print-run.ts';
import { oneLine } from '../../text/one-line.ts';
import { printable } from '../../text/printable.ts';
import { fitText } from '../../text/wrap-text.ts';
import type { CommandIo } from '../command-io.ts';
import { printOptionsFor } from '../print-options.ts';
import { hitLines } from './hit-lines.ts';
import { printHitRecord } from './hit-record.ts';
import type { NamedQuery } from './read-queries.ts';
import { analysisOf, type SearchPlan } from './search-plan.ts';

/** What was searched for, and how it is shown. */
interface Shown {
  readonly plan: SearchPlan;
  readonly named: NamedQuery;
  /** Whether there is no other query: hits do not say whose they are then. */
  readonly isOnly: boolean;
}

/** The hits of a query, piece by piece. */
export function* printHits(
  hits: readonly Hit[],
  { plan, named, isOnly }: Shown,
  io: CommandIo,
): Generator<string> {
  const { style, tag } = plan;
  if (style === 'run') {
    yield* printRun(queryIdOf(named.id), hits, tag);
    return;
  }
  if (style === 'ids') {
    for (const { id } of hits) yield `${printable(id)}\n`;
    return;
  }
  const marksOf = createHighlighter(named.query, analysisOf(plan));
  const look = printOptionsFor(io);
  if (style === 'people' && !isOnly)
    yield `${look.style.cyan(fitText(`${printable(String(named.id))}: ${oneLine(named.text)}`, look.width))}\n\n`;
  for (const [at, hit] of hits.entries()) {
    if (style === 'json') yield printHitRecord(hit, at + 1, marksOf(hit.text), isOnly ? undefined : named.id);
    else yield `${at > 0 ? '\n' : ''}${hitLines(hit, at + 1, marksOf(hit.text), look)}`;
  }
  if (style === 'people' && !isOnly) yield hits.length > 0 ? '\n' : 'nothing found\n\n';
}
