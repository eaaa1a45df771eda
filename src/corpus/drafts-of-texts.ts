import type { DraftArticle, DraftSentence } from './draft-article.ts';
import { parseEvidenceId } from './evidence-id.ts';

/**
 * The articles of texts that only their ids tell about: sentences, in the order of their numbers; the articles in the order in
 * which they were first met. Texts whose id is no sentence's are given back apart: nobody knows what table or list they stood in.
 *
 * @param texts by evidence id
 */
export function draftsOfTexts(texts: ReadonlyMap<string, string>): {
  readonly articles: readonly DraftArticle[];
  readonly others: readonly string[];
} {
  const sentencesOf = new Map<string, DraftSentence[]>();
  const others: string[] = [];
  for (const [id, text] of texts) {
    const parts = parseEvidenceId(id);
    const number = parts?.numbers[0];
    if (parts?.kind !== 'sentence' || number === undefined) {
      others.push(id);
      continue;
    }
    const sentence: DraftSentence = { kind: 'sentence', number, text };
    const sentences = sentencesOf.get(parts.title);
    if (sentences === undefined) sentencesOf.set(parts.title, [sentence]);
    else sentences.push(sentence);
  }
  const articles = [...sentencesOf].map(([title, sentences]) => ({
    title,
    elements: sentences.sort((a, b) => a.number - b.number),
  }));
  return { articles, others };
}
