import { figureWords, probabilityWords } from '../../figure-words.ts';
import { type BiasBlock, type BiasSection, dataOf, type Piece, paragraph } from '../bias-page.ts';
import type { NgramLmi } from '../ngram-lmi.ts';
import { exampleColumn } from './example-column.ts';
import type { ShownBias } from './shown-bias.ts';

const lengthNames = ['', 'Words', 'Pairs of words', 'Triples of words'];

/** The n-grams of one length that stand with each label, the most telling first. */
export function ngramSection(
  { n, minCount, removedWords, labels }: NgramLmi,
  { top }: ShownBias,
): BiasSection {
  const blocks: BiasBlock[] = labels.map(({ label, ngrams }) =>
    ngrams.length === 0
      ? paragraph(
          dataOf(label),
          `: of the n-grams that occur ${minCount} times none stands with it more often than with others.`,
        )
      : {
          kind: 'table',
          title: [dataOf(label)],
          columns: [
            { head: n === 1 ? 'word' : 'words' },
            { head: 'LMI ×10⁶' },
            { head: 'with label' },
            { head: 'in all' },
            { head: 'share' },
            { head: 'p' },
            exampleColumn,
          ],
          rows: ngrams
            .slice(0, top)
            .map(({ ngram, lmi, count, all, share, adjustedP, example: { claim } }) => [
              dataOf(ngram),
              (lmi * 1e6).toFixed(0),
              String(count),
              String(all),
              figureWords(share),
              probabilityWords(adjustedP),
              dataOf(claim),
            ]),
        },
  );
  if (removedWords.length > 0) {
    blocks.push(
      paragraph(
        'Taken out before: ',
        ...removedWords.flatMap((word, at): Piece[] => [...(at > 0 ? [', '] : []), dataOf(word)]),
        '.',
      ),
    );
  }
  return { title: `${lengthNames[n] ?? `Runs of ${n} words`} by label (local mutual information)`, blocks };
}
