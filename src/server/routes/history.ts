import { listHistory } from '../../annotate/adjudication/list-history.ts';
import type { HistoryResponse } from '../../annotate/api/history.ts';
import type { RouteGroup } from './route.ts';

/** `GET /api/history`. */
export const addHistoryRoutes: RouteGroup = (app, { workspace }) => {
  app.get('/api/history', (context) => {
    const { name } = context.get('person');
    const { work, claims, journals } = workspace;
    const records = journals.recordsOf(name);
    return context.json<HistoryResponse>(
      listHistory({ work, records, annotator: name, find: (id) => claims.find(id) }),
    );
  });
};
