import type { HitsResponse } from '../../annotate/api/corpus.ts';
import { printable } from '../../text/printable.ts';
import { Refusal } from '../guard/refusal.ts';
import type { RouteGroup } from './route.ts';

const [defaultLimit, mostHits] = [20, 100];
/** Characters of a query that are looked at. */
const maxQueryChars = 1000;
const suggestionsShown = 20;

/** `GET /api/search` and `/api/suggestions`. */
export const addSearchRoutes: RouteGroup = (app, { workspace, search }) => {
  app.get('/api/search', async (context) => {
    const { q = '', limit = '' } = context.req.query();
    const most = /^\d{1,3}$/.test(limit) ? Math.min(Number(limit), mostHits) : defaultLimit;
    return context.json<HitsResponse>(await search.search(q.slice(0, maxQueryChars), most));
  });
  app.get('/api/suggestions', async (context) => {
    const { config, claims } = workspace;
    if (!config.annotate.suggestions) {
      throw new Refusal(
        403,
        'NOT_ALLOWED',
        'The dataset offers no evidence: what is offered draws answers to it. The setting annotate.suggestions turns it on.',
      );
    }
    const id = context.req.query('claim') ?? '';
    const found = claims.find(id);
    if (found === undefined) {
      throw new Refusal(
        404,
        'UNKNOWN_CLAIM',
        `There is no claim "${printable(id)}". Go on with the next one.`,
      );
    }
    return context.json<HitsResponse>(await search.suggest(found.record.claim, suggestionsShown));
  });
};
