import type { Hit as SentHit } from '../../annotate/api/corpus.ts';
import type { AnalysisSettings } from '../../retrieve/analysis/analysis-settings.ts';
import type { EvidenceSearcher, Hit } from '../../retrieve/evidence-searcher.ts';
import { createHighlighter } from '../../retrieve/query/highlighter.ts';
import { suggestEvidence } from '../../retrieve/suggest/suggest-evidence.ts';
import { type Mark, snippetOf } from '../../text/snippet.ts';
import { completedQuery, firstWords } from './typed-query.ts';

/** Longer passages are cut around the first word that was looked for. */
const maxSnippetChars = 220;

/** At most `limit` elements with the words of a query, as a browser gets them. @param text one that `firstWords` gives back */
export async function searchHits(
  searcher: EvidenceSearcher,
  text: string,
  limit: number,
  analysis: AnalysisSettings,
): Promise<SentHit[]> {
  const query = await completedQuery(searcher, text);
  const hits = await searcher.search({ query, level: 'element', count: limit });
  const marksOf = createHighlighter(query, analysis);
  return hits.map((hit) => sentHit(hit, marksOf(hit.text)));
}

/** At most `limit` elements that may be evidence for or against a claim, with the reasons, as a browser gets them. */
export async function suggestedHits(
  searcher: EvidenceSearcher,
  claim: string,
  limit: number,
  analysis: AnalysisSettings,
): Promise<SentHit[]> {
  const request = { claim: firstWords(claim), count: limit, language: analysis.language };
  return (await suggestEvidence(searcher, request)).map((suggestion) => {
    const shared = suggestion.reasons.filter(({ kind }) => kind !== 'title' && kind !== 'link');
    const words = shared.map(({ text }) => text);
    const marksOf = createHighlighter({ words, phrases: [], prefixes: [] }, analysis);
    return {
      ...sentHit(suggestion, marksOf(suggestion.text)),
      reasons: suggestion.reasons.map(({ kind, text }) => ({ kind, text })),
    };
  });
}

function sentHit({ id, title, kind, text, heads, score }: Hit, marks: readonly Mark[]): SentHit {
  return { id, title, kind, snippet: snippetOf(text, marks, maxSnippetChars), context: [...heads], score };
}
