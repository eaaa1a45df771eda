import type { AdjudicationSettings } from '../../annotate/adjudication/adjudication-settings.ts';
import type { ServerState } from '../server-state.ts';

/** What decides for somebody which claims wait, and how they are shown. */
export function adjudicationSettings(
  { workspace, people }: ServerState,
  adjudicator: string,
): AdjudicationSettings {
  const { overlap, seed, gold } = workspace.config.annotate;
  return {
    overlap: people.isShared ? overlap : 1,
    seed,
    sure: gold.claims,
    find: (id) => workspace.claims.find(id),
    adjudicator,
  };
}
