import type { Session } from '../../annotate/api/session.ts';
import type { RouteGroup } from './route.ts';

/** `GET /api/session`. */
export const addSessionRoutes: RouteGroup = (app, { workspace, people, key }) => {
  app.get('/api/session', (context) => {
    const { config, guidelines, revision } = workspace;
    const { annotate, title, language, version, validate } = config;
    const { name, roles } = context.get('person');
    return context.json<Session>({
      annotator: name,
      roles: [...roles],
      isShared: people.isShared,
      dataset: { key, title, language, version },
      validate,
      guidelines: guidelines?.fingerprint ?? null,
      suggestions: annotate.suggestions,
      idleSeconds: annotate.idleSeconds,
      leaseSeconds: annotate.leaseMinutes * 60,
      revision,
    });
  });
};
