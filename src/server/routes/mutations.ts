import { type MutationsResponse, mutationsRequestSchema } from '../../annotate/api/mutations.ts';
import type { LoadedCorpus } from '../../io/load-corpus.ts';
import { withWordNet } from '../../io/wordnet/wordnet.ts';
import { findSubstitutes, type Substitutes } from '../../retrieve/mutate/substitutes.ts';
import { languageOf } from '../../text/languages/index.ts';
import type { Language } from '../../text/languages/language.ts';
import { claimKey } from '../../text/normalise.ts';
import { readBody } from '../guard/read-body.ts';
import { createTextCheck } from '../mutations/check-text.ts';
import { offerMutations } from '../mutations/offer-mutations.ts';
import { textsAtHand } from '../mutations/texts-at-hand.ts';
import type { ServerState } from '../server-state.ts';
import { demandRole, type RouteGroup } from './route.ts';

/** As many as can be looked over. */
const rewritesShown = 12;

/** `POST /api/mutations`. */
export const addMutationRoutes: RouteGroup = (app, state) => {
  const { workspace } = state;
  /** Of the corpus as it was last: finding them takes a tenth of a second and more. */
  let latest: { readonly corpus: LoadedCorpus; readonly substitutes: Substitutes } | undefined;

  function substitutesOf(language: Language): Substitutes {
    const { corpus } = workspace;
    if (latest?.corpus !== corpus) {
      const texts = textsAtHand(corpus.evidence, citedIn(state));
      latest = { corpus, substitutes: findSubstitutes(texts, language) };
    }
    return latest.substitutes;
  }

  app.post('/api/mutations', async (context) => {
    demandRole(context.get('person'), 'write');
    const { mutation, ...source } = await readBody(context, mutationsRequestSchema);
    const { config, corpus, claims } = workspace;
    const language = languageOf(config.language);
    if (language === undefined) return context.json<MutationsResponse>({ rewrites: [], faulty: 0, known: 0 });
    const substitutes = substitutesOf(language);
    const keys = new Set(claims.all().map(({ record }) => claimKey(record.claim)));
    const check = createTextCheck(corpus.evidence, config);
    const { offered, faulty, known } = withWordNet((thesaurus) =>
      offerMutations(source, mutation, {
        sources: { language, thesaurus, substitutes },
        check,
        claims: keys,
        count: rewritesShown,
      }),
    );
    const rewrites = offered.map(({ text, from, to, span, findings }) => ({
      text,
      from,
      to,
      ...span,
      findings: findings.map(({ message }) => message),
    }));
    return context.json<MutationsResponse>({ rewrites, faulty, known });
  });
};

/** Of a corpus that is not held in memory only articles are read that claims cite. */
function* citedIn({ workspace }: ServerState): Generator<string> {
  for (const { record } of workspace.claims.all()) yield* record.evidence?.flat() ?? [];
}
