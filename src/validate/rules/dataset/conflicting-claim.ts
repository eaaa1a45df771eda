import { type Label, labels } from '../../../claims/label.ts';
import { defineDatasetRule } from '../../rule.ts';

/** A claim has one label in the dataset. */
export const conflictingClaim = defineDatasetRule({
  id: 'dataset/conflicting-claim',
  level: 5,
  severity: 'error',
  since: '0.1.0',
  title: 'A claim has one label in the dataset.',
  why: 'One of the two labels is wrong: every system is trained or scored against itself.',
  help: 'Decide which label is right, or say in the claims what sets them apart.',
  source:
    'Measured: 54 claims of the labelled development data of FEVER have two labels. Case, punctuation and blanks are not compared.',
  messages: { conflict: 'The claim is labelled `{label}` here, but `{firstLabel}` as claim {first}.' },
  examples: [
    {
      name: 'two claims with two labels',
      lines: [
        { id: 1, claim: 'One is a number.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 2, claim: 'One is no number.', label: 'REFUTES', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'one claim with two labels',
      lines: [
        { id: 1, claim: 'One is a number.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 2, claim: 'One is a number.', label: 'REFUTES', evidence: [['A_sentence_0']] },
      ],
      expect: ['2:44-2:53 conflict'],
    },
  ],
  begin({ claims, report }) {
    return {
      visit(entry) {
        // A conflict is told once: another copy with a label that is known already is only a duplicate.
        if (claims.firstOfVerdict(entry) !== claims.places.rowOf(entry)) return undefined;
        const { label } = entry.claim;
        const conflicts: { readonly firstLabel: Label; readonly row: number }[] = [];
        for (const firstLabel of labels) {
          const row = firstLabel === label ? undefined : claims.firstOfOther(entry, firstLabel);
          if (row !== undefined) conflicts.push({ firstLabel, row });
        }
        conflicts.sort((a, b) => a.row - b.row);
        return conflicts.map(({ firstLabel, row }) =>
          report('conflict', {
            data: { label, firstLabel, first: JSON.stringify(claims.places.idOf(row)) },
            place: entry.place(['label']),
            related: [
              {
                message: `Claim ${JSON.stringify(claims.places.idOf(row))} is labelled \`${firstLabel}\`.`,
                place: claims.places.recall(row),
              },
            ],
          }),
        );
      },
    };
  },
});
