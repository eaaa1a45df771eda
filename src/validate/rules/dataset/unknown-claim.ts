import { plural } from '../../../text/plural.ts';
import { defineDatasetRule } from '../../rule.ts';

const claim = {
  id: 1,
  claim: 'The number one comes first.',
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
};
const said = { annotator: 'a', label: 'SUPPORTS', evidence: [], at: '2025-01-31T12:00:00Z' };
const maxShown = 3;

/** An annotation is about a claim that is there. */
export const unknownClaim = defineDatasetRule({
  id: 'dataset/unknown-claim',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'An annotation is about a claim of the dataset.',
  why: 'The work is lost: nobody reads what is said of a claim that is not there. Mostly an id was changed, or a claim deleted.',
  help: 'Correct the id, bring the claim back, or remove the annotations. Where not all files are validated, the claim may be in another.',
  source: 'Annotations name their claim by its id. A claim in a line that could not be read is not missed.',
  needs: 'annotations',
  messages: { unknown: 'Claim {id} is not there, and has {count} {annotations}.' },
  examples: [
    {
      name: 'a claim that is there, by its number or the digits of it',
      lines: [claim],
      annotations: [
        { claim: 1, ...said, evidence: [['A_sentence_0']] },
        { claim: '1', ...said, annotator: 'b', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'a claim that was taken out of the dataset, as the journal says',
      lines: [claim],
      annotations: [
        { claim: 2, ...said, evidence: [['A_sentence_0']] },
        {
          event: 'drop',
          claim: 2,
          annotator: 'lead',
          at: '2025-01-31T12:00:00Z',
          reason: 'ambiguous-claim',
          record: { ...claim, id: 2 },
          file: 'a.jsonl',
        },
      ],
    },
    {
      name: 'a claim that is not there',
      lines: [claim],
      annotations: [{ claim: 2, ...said, evidence: [['A_sentence_0']] }],
      expect: ['annotation 1:10-1:11 unknown'],
    },
  ],
  begin({ claims, annotations: table, report }) {
    return {
      *finish() {
        for (const { id, annotations, adjudication } of table) {
          if (!claims.isUnknown(id)) continue;
          const all = adjudication === undefined ? annotations : [...annotations, adjudication];
          const [first, ...others] = all.map(({ row }) => row);
          if (first === undefined) continue;
          yield report('unknown', {
            data: {
              id: JSON.stringify(id),
              count: all.length,
              annotations: plural('annotation', all.length),
            },
            place: table.places.recall(first),
            related: others
              .slice(0, maxShown)
              .map((row) => ({ message: 'Here too.', place: table.places.recall(row) })),
          });
        }
      },
    };
  },
});
