import type { DraftArticle, DraftSentence } from '../../corpus/draft-article.ts';
import type { ArticleLoss } from '../corpus-format.ts';

/** More missing numbers than these are not filled in: a hostile number must not ask for its memory. */
const maxMissing = 10_000;

/** The loss of any other order than that of the numbers. Behind it the sentences stand behind all other elements. */
export const orderLoss: ArticleLoss = {
  id: 'order',
  description:
    'Sentences that do not stand in the order of their numbers, which they come back in; of two with one number the first stands.',
  forget: (article) => {
    const sentences = sentencesOf(article);
    if (sentences.every(({ number }, which) => number > (sentences[which - 1]?.number ?? -1))) return article;
    const byNumber = new Map<number, DraftSentence>();
    for (const sentence of sentences)
      if (!byNumber.has(sentence.number)) byNumber.set(sentence.number, sentence);
    return withSentences(
      article,
      [...byNumber.values()].sort((a, b) => a.number - b.number),
    );
  },
};

/** The loss of gaps in the numbers, in formats that are read by the position of a sentence. Behind {@link orderLoss}. */
export const gapsLoss: ArticleLoss = {
  id: 'gaps',
  description: `Numbers that no sentence has: they come back as empty sentences, because programs count the lines. Not where more than ${maxMissing.toLocaleString('en')} are missing.`,
  forget: (article) => {
    const sentences = sentencesOf(article);
    const count = (sentences.at(-1)?.number ?? -1) + 1;
    if (count === sentences.length || count - sentences.length > maxMissing) return article;
    const filled: DraftSentence[] = [];
    for (const sentence of sentences) {
      while (filled.length < sentence.number)
        filled.push({ kind: 'sentence', number: filled.length, text: '' });
      filled.push(sentence);
    }
    return withSentences(article, filled);
  },
};

/** The loss of sentences that {@link gapsLoss} does not reach. Between that and {@link orderLoss}. */
export const farNumbersLoss: ArticleLoss = {
  id: 'far-numbers',
  description: `Sentences behind a gap of more than ${maxMissing.toLocaleString('en')} numbers: they are left out.`,
  forget: (article) => {
    const sentences = sentencesOf(article);
    const near = sentences.filter(({ number }, which) => number - which <= maxMissing);
    return near.length === sentences.length ? article : withSentences(article, near);
  },
};

/** The sentences of an article in the order of the text. */
export function sentencesOf({ elements }: DraftArticle): DraftSentence[] {
  return elements.filter((element) => element.kind === 'sentence');
}

/** The article with other sentences, behind the elements that are none. */
function withSentences(article: DraftArticle, sentences: readonly DraftSentence[]): DraftArticle {
  return {
    ...article,
    elements: [...article.elements.filter(({ kind }) => kind !== 'sentence'), ...sentences],
  };
}
