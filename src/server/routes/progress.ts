import type { ProgressResponse } from '../../annotate/api/progress.ts';
import { measureProgress } from '../../stats/progress/measure-progress.ts';
import { ownProgress } from '../../stats/progress/own-progress.ts';
import type { Progress } from '../../stats/progress/progress.ts';
import { annotatorNames } from '../people/person.ts';
import type { ServerState } from '../server-state.ts';
import type { RouteGroup } from './route.ts';

/** `GET /api/progress`: all of it to the lead, the own figures to others. */
export const addProgressRoutes: RouteGroup = (app, state) => {
  const measured = createMeasure(state);
  app.get('/api/progress', (context) => {
    const { name, roles } = context.get('person');
    const progress = roles.includes('lead') ? measured() : ownProgress(measured(), name);
    return context.json<ProgressResponse>({ progress });
  });
};

/** Where measuring takes longer, in milliseconds, it is done so rarely that it takes no more than a tenth of the time. */
const [quickMs, restFactor] = [250, 10];

/**
 * The figures, measured anew only when something has changed: intervals take a while. Of a large dataset they may be some seconds old.
 */
function createMeasure({ workspace, people }: ServerState): () => Progress {
  let last: { readonly version: number; readonly progress: Progress; readonly goodUntil: number } | undefined;
  return () => {
    const { version, claims, work, config } = workspace;
    const begin = performance.now();
    if (last !== undefined && (last.version === version || begin < last.goodUntil)) return last.progress;
    const progress = measureProgress({
      claims: claims.all().map(({ record }) => record),
      work: work.claims,
      settings: {
        overlap: people.isShared ? config.annotate.overlap : 1,
        gold: config.annotate.gold.claims,
        language: config.language,
        annotators: annotatorNames(people),
      },
    });
    const end = performance.now();
    const goodUntil = end - begin < quickMs ? end : end + (end - begin) * restFactor;
    last = { version, progress, goodUntil };
    return progress;
  };
}
