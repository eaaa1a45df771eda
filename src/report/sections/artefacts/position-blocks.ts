import type { EvidencePositions } from '../../../stats/artefacts/evidence-positions.ts';
import type { Block } from '../../block.ts';
import { countWords, percentWords } from '../../number-words.ts';

/** Where in articles the evidence of each label stands; nothing where no place is known. */
export function* positionBlocks({ labels, claims, tables }: EvidencePositions): Generator<Block> {
  if (tables.length === 0) return;
  yield { kind: 'heading', text: 'Where the evidence of each label stands' };
  yield {
    kind: 'paragraph',
    text: 'Where claims of one label cite other places than those of the others, the place alone tells something of the label. Each share is of the claims with the label and evidence.',
  };
  for (const [at, { title, rows }] of tables.entries()) {
    yield {
      kind: 'table',
      isFolded: at > 0,
      table: {
        caption: `Claims by ${title}`,
        columns: [{ name: title }, ...labels.map((name) => ({ name, isNumber: true }))],
        rows: rows.map(({ value, claims: counts }) => [
          value,
          ...counts.map((count, at) => {
            const all = claims[at] ?? 0;
            return all === 0 ? null : `${countWords(count)} (${percentWords(count / all)})`;
          }),
        ]),
      },
    };
  }
}
