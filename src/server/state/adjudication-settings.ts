import type { AdjudicationSettings } from '../../annotate/adjudication/adjudication-settings.ts';
import { toNfc } from '../../text/normalise.ts';
import { annotatorNames } from '../people/person.ts';
import type { ServerState } from '../server-state.ts';

/** What decides for somebody which claims wait, and how they are shown. */
export function adjudicationSettings(
  { workspace, people }: ServerState,
  adjudicator: string,
): AdjudicationSettings {
  const { overlap, seed, gold } = workspace.config.annotate;
  return {
    overlap: people.isShared ? overlap : 1,
    annotators: new Set([...annotatorNames(people).map(toNfc), ...workspace.work.answering]),
    seed,
    sure: gold.claims,
    find: (id) => workspace.claims.find(id),
    adjudicator,
  };
}
