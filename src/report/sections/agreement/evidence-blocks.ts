import type { MeasuredCoefficient } from '../../../stats/agreement/coefficient.ts';
import type { EvidenceAgreement } from '../../../stats/agreement/evidence-agreement.ts';
import { plural } from '../../../text/plural.ts';
import type { Block } from '../../block.ts';
import { type IntervalRow, intervalChart } from '../../chart/intervals.ts';
import { countWords, percentWords } from '../../number-words.ts';
import { cellsOf } from './agreement-words.ts';

/** How far annotators agree on evidence, or why that was not measured. */
export function* evidenceBlocks(evidence: EvidenceAgreement): Generator<Block> {
  yield { kind: 'heading', text: 'Evidence' };
  const rows = evidenceRows(evidence).filter(({ value }) => value !== null);
  const { strict } = evidence;
  if (strict.value === null) {
    yield { kind: 'paragraph', text: strict.reason };
    return;
  }
  yield {
    kind: 'paragraph',
    text: `${countWords(evidence.claims)} ${evidence.claims === 1 ? 'claim has' : 'claims have'} evidence of two or more annotators: ${countWords(evidence.pairs)} ${plural('pair', evidence.pairs)}. Two people can both be right with different evidence, so a low figure is no error by itself.`,
  };
  yield intervalChart({
    name: `In ${percentWords(strict.value)} of the pairs two annotators name an evidence set in common.`,
    caption: 'Agreement on evidence',
    rowName: 'figure',
    valueName: 'agreement',
    rows,
    domain: [0, 1],
  });
  const { overlapping, disjoint, oneWithout } = evidence.labels;
  const adjudicated = evidence.adjudicated;
  yield {
    kind: 'table',
    table: {
      caption: 'Whether labels differ over the same evidence, or because other evidence was found',
      columns: [
        { name: 'pairs of annotations' },
        { name: 'pairs', isNumber: true },
        { name: 'same label', isNumber: true, digits: 3 },
        { name: 'from', isNumber: true, digits: 3 },
        { name: 'to', isNumber: true, digits: 3 },
      ],
      rows: [
        ['that cite something in common', overlapping.pairs, ...cellsOf(overlapping.same)],
        ['that cite different evidence', disjoint.pairs, ...cellsOf(disjoint.same)],
        ['of which only one cites evidence', oneWithout.pairs, ...cellsOf(oneWithout.same)],
      ],
    },
  };
  if (adjudicated.annotations > 0) {
    yield {
      kind: 'table',
      table: {
        caption: `Evidence of ${countWords(adjudicated.annotations)} ${plural('annotation', adjudicated.annotations)} against the adjudication of the claim`,
        columns: [
          { name: 'figure' },
          { name: 'mean', isNumber: true, digits: 3 },
          { name: 'from', isNumber: true, digits: 3 },
          { name: 'to', isNumber: true, digits: 3 },
        ],
        rows: [
          ['precision', ...cellsOf(adjudicated.precision)],
          ['recall', ...cellsOf(adjudicated.recall)],
        ],
      },
    };
  }
  for (const text of evidence.remarks) yield { kind: 'note', text };
}

function evidenceRows({ strict, lenient, bestMatch, pooledF1, alpha }: EvidenceAgreement): IntervalRow[] {
  const rows: readonly (readonly [string, MeasuredCoefficient])[] = [
    ['a set in common (strict)', strict],
    ['a set within a set (lenient)', lenient],
    ['F1 of the best matches', bestMatch],
    ['F1 of all ids, pooled', pooledF1],
    ['α of all ids, Jaccard', alpha.jaccard],
    ['α of all ids, MASI', alpha.masi],
  ];
  return rows.map(([name, { value, interval }]) => ({ name, value, interval }));
}
