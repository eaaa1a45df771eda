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

/** Somebody gave the label that a claim has. */
export const noAnnotator = defineDatasetRule({
  id: 'label/no-annotator',
  level: 4,
  severity: 'error',
  since: '0.2.0',
  title: 'An annotated claim has a label that some annotator gave it.',
  why: 'Nobody stands for the label: it is a slip, or a decision that was not recorded.',
  help: 'Correct the label, or record who decided so: an annotation with `"adjudication":true` decides.',
  source: 'Claims and annotations are files of their own, so that each label can be traced to who gave it.',
  needs: 'annotations',
  messages: { none: 'The label is `{label}`, which no annotator gave: {votes}.' },
  examples: [
    {
      name: 'a label that an annotator gave, a claim that nobody annotated',
      lines: [claim, { ...claim, id: 2, claim: 'The number two comes second.' }],
      annotations: [{ ...said, annotator: 'a', label: 'SUPPORTS' }],
    },
    {
      name: 'a label that nobody gave',
      lines: [claim],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'NOT ENOUGH INFO' },
        { ...said, annotator: 'a', label: 'REFUTES' },
      ],
      expect: ['1:55-1:65 none'],
    },
  ],
  begin({ claims, annotations: table, report }) {
    return {
      *finish() {
        for (const { kind, gold, annotations, vote } of findDisputes(table)) {
          if (kind !== 'unheard') continue;
          yield report('none', {
            data: { label: gold.label, votes: voteWords(vote) },
            place: claims.places.recall(gold.row, 'label'),
            related: dissentingPlaces(table, annotations),
          });
        }
      },
    };
  },
});
