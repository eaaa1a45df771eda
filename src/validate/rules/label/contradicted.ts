import { dissentingPlaces } from '../../dissenting-places.ts';
import { findDisputes } from '../../gold-dispute.ts';
import { defineDatasetRule } from '../../rule.ts';

const claim = {
  id: 1,
  claim: 'The number one comes first.',
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
};
const said = { claim: 1, evidence: [['A_sentence_0']], at: '2025-01-31T12:00:00Z' };

/** The label of a claim is the one that its annotations lead to. */
export const contradicted = defineDatasetRule({
  id: 'label/contradicted',
  level: 4,
  severity: 'error',
  since: '0.2.0',
  title: 'The label of a claim is that of its adjudication or, without one, of most of its annotators.',
  why: 'Readers take the label for what the annotators found. Here they found something else.',
  help: 'Correct the label, or record why it stands: an annotation with `"adjudication":true` decides.',
  source:
    'FEVER (Thorne et al. 2018) and FEVEROUS (Aly et al. 2021): the label of a claim that several people annotated is settled among them.',
  needs: 'annotations',
  messages: {
    outvoted: 'The label is `{label}`, but {count} of {all} annotators say `{winner}`.',
    adjudicated: 'The label is `{label}`, but the adjudication by {annotator} says `{winner}`.',
  },
  examples: [
    {
      name: 'the label of most annotators, and one that was decided',
      lines: [claim, { ...claim, id: 2, claim: 'The number two comes second.' }],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'REFUTES' },
        { ...said, annotator: 'c', label: 'SUPPORTS' },
        { ...said, claim: 2, annotator: 'a', label: 'REFUTES' },
        { ...said, claim: 2, annotator: 'd', label: 'SUPPORTS', adjudication: true },
      ],
    },
    {
      name: 'a label that a model of the annotators decided, as `claimset aggregate` writes it',
      lines: [{ ...claim, aggregation: { method: 'dawid-skene' } }],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'REFUTES' },
        { ...said, annotator: 'c', label: 'REFUTES' },
      ],
    },
    {
      name: 'the label of the minority',
      lines: [claim],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'REFUTES' },
        { ...said, annotator: 'c', label: 'REFUTES' },
      ],
      expect: ['1:55-1:65 outvoted'],
    },
    {
      name: 'another label than was decided',
      lines: [claim],
      annotations: [
        { ...said, annotator: 'a', label: 'SUPPORTS' },
        { ...said, annotator: 'b', label: 'REFUTES', adjudication: true },
      ],
      expect: ['1:55-1:65 adjudicated'],
    },
  ],
  begin({ claims, annotations: table, report }) {
    return {
      *finish() {
        for (const dispute of findDisputes(table)) {
          const { gold, annotations, vote } = dispute;
          const place = claims.places.recall(gold.row, 'label');
          if (dispute.kind === 'adjudicated') {
            const { annotator, label: winner } = dispute.adjudication;
            yield report('adjudicated', {
              data: { label: gold.label, annotator, winner },
              place,
              related: dissentingPlaces(table, [dispute.adjudication]),
            });
          } else if (dispute.kind === 'outvoted') {
            const { winner } = dispute;
            yield report('outvoted', {
              data: {
                label: gold.label,
                count: vote.counts.get(winner) ?? 0,
                all: annotations.length,
                winner,
              },
              place,
              related: dissentingPlaces(table, annotations, gold.label),
            });
          }
        }
      },
    };
  },
});
