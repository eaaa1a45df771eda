import type { z } from 'zod';
import type {
  ArticleResponse,
  guidelinesResponseSchema,
  titlesResponseSchema,
} from '../../annotate/api/corpus.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';
import { printable } from '../../text/printable.ts';
import { Refusal } from '../guard/refusal.ts';
import { textOfArticle } from '../state/text-of-article.ts';
import type { RouteGroup } from './route.ts';

/** Titles that are sent at most. */
const maxTitles = 5000;

/** `GET /api/article`, `/api/titles`, `/api/guidelines`. */
export const addCorpusRoutes: RouteGroup = (app, { workspace }) => {
  app.get('/api/article', (context) => {
    const title = context.req.query('title') ?? '';
    const article = workspace.corpus.evidence.article(title);
    if (article === undefined) {
      throw new Refusal(
        404,
        'NOT_FOUND',
        `There is no article "${printable(title)}". Search for another one.`,
      );
    }
    const text = textOfArticle(article);
    return context.json<ArticleResponse>({
      title: article.title,
      file: article.file,
      text,
      fingerprint: fingerprintOfText(text),
    });
  });
  app.get('/api/titles', (context) => {
    const titles = workspace.corpus.evidence.articles.map(({ title }) => title);
    return context.json<z.infer<typeof titlesResponseSchema>>({
      titles: titles.sort().slice(0, maxTitles),
      count: titles.length,
    });
  });
  app.get('/api/guidelines', (context) => {
    if (workspace.guidelines === undefined) {
      throw new Refusal(
        404,
        'NOT_FOUND',
        `The dataset has no guidelines. Write them in "${workspace.config.annotate.guidelines}".`,
      );
    }
    return context.json<z.infer<typeof guidelinesResponseSchema>>(workspace.guidelines);
  });
};
