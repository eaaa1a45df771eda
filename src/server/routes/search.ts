import type { HitsResponse } from '../../annotate/api/corpus.ts';
import { printable } from '../../text/printable.ts';
import { Refusal } from '../guard/refusal.ts';
import { prepareSearch, searchCorpus } from '../search-corpus.ts';
import { suggestEvidence } from '../suggest-evidence.ts';
import type { RouteGroup } from './route.ts';

const [defaultLimit, mostHits] = [20, 100];
/** Characters of a query that are looked at. */
const maxQueryChars = 1000;
const suggestionsShown = 20;

/** `GET /api/search` and `/api/suggestions`. */
export const addSearchRoutes: RouteGroup = (app, { workspace }) => {
  app.get('/api/search', async (context) => {
    const { q = '', limit = '' } = context.req.query();
    const most = /^\d{1,3}$/.test(limit) ? Math.min(Number(limit), mostHits) : defaultLimit;
    const { searched } = workspace;
    await prepareSearch(searched);
    return context.json<HitsResponse>(searchCorpus(searched, q.slice(0, maxQueryChars), most));
  });
  app.get('/api/suggestions', async (context) => {
    const { config, claims, searched } = workspace;
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
    await prepareSearch(searched);
    return context.json<HitsResponse>(
      suggestEvidence(searched, found.record.claim, suggestionsShown, config.language),
    );
  });
};
