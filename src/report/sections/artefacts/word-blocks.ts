import type { NgramLmi } from '../../../stats/artefacts/ngram-lmi.ts';
import type { Block, DataTable } from '../../block.ts';
import { barChart } from '../../chart/bars.ts';
import { colorsOfLabels } from '../../chart/label-colors.ts';
import { countWords, percentWords } from '../../number-words.ts';

/** The words that go with each label: the n-grams of the first length drawn, those of the others folded. */
export function* wordBlocks(all: readonly NgramLmi[]): Generator<Block> {
  yield { kind: 'heading', text: 'Words that go with labels' };
  for (const [at, { n, labels, minCount, removedWords }] of all.entries()) {
    const colors = colorsOfLabels(labels.map(({ label }) => label));
    const what = n === 1 ? 'words' : n === 2 ? 'pairs of words' : `runs of ${n} words`;
    const rows = labels.flatMap(({ label, ngrams }, which) =>
      ngrams.map((ngram) => ({ ...ngram, label, color: colors[which] ?? 'var(--accent)' })),
    );
    if (rows.length === 0) {
      yield {
        kind: 'paragraph',
        text: `No ${what} that occur ${minCount} times or more go with a label more often than chance has it.`,
      };
      continue;
    }
    const [top] = rows.toSorted((a, b) => b.lmi - a.lmi);
    const table: DataTable = {
      caption: `The ${what} with the highest local mutual information with each label`,
      columns: [
        { name: 'words', isQuoted: true },
        { name: 'label' },
        { name: 'LMI × 10⁶', isNumber: true },
        { name: 'with the label', isNumber: true },
        { name: 'in all', isNumber: true },
        { name: 'share', isNumber: true },
        { name: 'for example', isQuoted: true },
      ],
      rows: rows.map(({ ngram, label, lmi, count, all: total, share, example }) => [
        ngram,
        label,
        Math.round(lmi * 1e6),
        count,
        total,
        percentWords(share),
        example.claim,
      ]),
    };
    if (at === 0) {
      const chart = barChart({
        name: `“${top?.ngram ?? ''}” tells most: ${percentWords(top?.share ?? 0)} of its ${countWords(top?.all ?? 0)} occurrences are in claims with ${top?.label ?? ''}, of all ${what} ${percentWords(baseOf(labels, top?.label))}.`,
        caption: table.caption,
        rowName: 'words',
        valueName: 'LMI × 10⁶',
        rows: rows.map(({ ngram, lmi, color }) => ({ name: ngram, value: Math.round(lmi * 1e6), color })),
      });
      yield {
        ...chart,
        table,
        legend: labels.flatMap(({ label, ngrams }, which) =>
          ngrams.length === 0 ? [] : [{ name: label, color: colors[which] ?? 'var(--accent)' }],
        ),
      };
      if (removedWords.length > 0) {
        yield {
          kind: 'paragraph',
          text: `Of what occurs ${minCount} times or more. Taken out first, as Schuster et al. (2019) do: ${removedWords.join(', ')}.`,
        };
      }
    } else yield { kind: 'table', isFolded: true, table };
  }
}

/** Share of a label in all occurrences. */
function baseOf(labels: NgramLmi['labels'], label: string | undefined): number {
  const all = labels.reduce((sum, { occurrences }) => sum + occurrences, 0);
  return all === 0 ? 0 : (labels.find((own) => own.label === label)?.occurrences ?? 0) / all;
}
