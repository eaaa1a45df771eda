import { dissentingPlaces } from '../../dissenting-places.ts';
import { findDisputes, voteWords } from '../../gold-dispute.ts';
import { defineDatasetRule } from '../../rule.ts';

const claim = {
  id: 1,
  claim: 'The number one comes first.',
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
};
const said = { claim: 1, evidence: [['A_sentence_0']], at: '2025-01-31T12:00:00Z' };

/** Where annotators tie, somebody decides. */
export const tie = defineDatasetRule({
  id: 'label/tie',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'Where annotators disagree and no label has most votes, somebody decides.',
  why: 'Nothing says why the label is one of the two and not the other.',
  help: 'Let somebody decide, and record it as an annotation with `"adjudication":true`.',
  source: 'FEVEROUS (Aly et al. 2021): claims that two annotators label differently go to a third person.',
  needs: 'annotations',
  messages: { tie: 'Annotators tie on the label: {votes}.' },
  examples: [
    {
      name: 'a tie that was settled',
      lines: [claim],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'REFUTES' },
        { ...said, annotator: 'c', label: 'SUPPORTS', adjudication: true },
      ],
    },
    {
      name: 'a tie',
      lines: [claim],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'REFUTES' },
      ],
      expect: ['1:55-1:65 tie'],
    },
  ],
  begin({ claims, annotations: table, report }) {
    return {
      *finish() {
        for (const { kind, gold, annotations, vote } of findDisputes(table)) {
          if (kind !== 'tie') continue;
          yield report('tie', {
            data: { votes: voteWords(vote) },
            place: claims.places.recall(gold.row, 'label'),
            related: dissentingPlaces(table, annotations, gold.label),
          });
        }
      },
    };
  },
});
