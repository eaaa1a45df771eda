import { maxFindings } from '../../../diagnostic/first-findings.ts';
import { HashTable } from '../../../text/hash-table.ts';
import { type Hash64, hashInto, withNumber } from '../../../text/hash64.ts';
import type { JsonPath } from '../../../text/json-text.ts';
import { toNfc } from '../../../text/normalise.ts';
import { evidenceOf } from '../../evidence/evidence-of.ts';
import { defineDatasetRule } from '../../rule.ts';

/** More splits than any dataset has: claims of further ones are not compared. */
const maxSplits = 64;

const one = { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] };
const two = {
  id: 2,
  claim: 'The number two is one and one.',
  label: 'SUPPORTS',
  evidence: [['A_sentence_1']],
};

/** Claims of different splits rest on different evidence. */
export const sharedEvidenceAcrossSplits = defineDatasetRule({
  id: 'dataset/shared-evidence-across-splits',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'No evidence is cited by claims of two splits.',
  why: 'A system has seen in training where to look, and what the sentence says: its score on the test data is too high.',
  help: 'Put the claims that cite it into the same split: `claimset split` does so.',
  source:
    'Each id is told once for each pair of splits. The splits of FEVER are parted by source page only, so that evidence is shared.',
  messages: {
    shared: 'Claims of the splits `{other}` and `{split}` cite `{id}`: claim {first} and this one.',
  },
  examples: [
    {
      name: 'splits that share nothing',
      lines: [
        { ...one, split: 'train' },
        { ...two, split: 'test' },
      ],
    },
    {
      name: 'a sentence that claims of two splits cite',
      lines: [
        { ...one, split: 'train' },
        { ...two, evidence: [['A_sentence_1', 'A_sentence_0']], split: 'test' },
      ],
      expect: ['2:97-2:111 shared'],
    },
  ],
  begin({ claims, splitOf, report }) {
    const splits: string[] = [];
    const citations = new HashTable();
    const hash: Hash64 = { high: 0, low: 0 };
    return {
      visit(entry) {
        const split = splitOf(entry.claim);
        if (split === undefined) return undefined;
        let own = splits.indexOf(split);
        if (own < 0 && splits.length < maxSplits) own = splits.push(split) - 1;
        if (own < 0) return undefined;
        const row = claims.places.rowOf(entry);
        const shared: Shared[] = [];
        for (const { id, path } of evidenceOf(entry)) {
          const { high, low } = hashInto(toNfc(id), hash);
          const before = citations.size;
          citations.putFirst(high, withNumber(low, own), row);
          if (citations.size === before) continue;
          for (const [which, other] of splits.entries()) {
            const first = which === own ? -1 : citations.get(high, withNumber(low, which));
            if (first >= 0 && shared.length <= maxFindings) shared.push({ id, path, other, first });
          }
        }
        if (shared.length === 0) return undefined;
        return shared.map(({ id, path, other, first }) =>
          report('shared', {
            data: { id, split, other, first: JSON.stringify(claims.places.idOf(first)) },
            place: entry.place(path),
            related: [
              { message: `This claim of \`${other}\` cites it too.`, place: claims.places.recall(first) },
            ],
          }),
        );
      },
    };
  },
});

interface Shared {
  readonly id: string;
  readonly path: JsonPath;
  /** The other split, and the row of its first claim that cites the id. */
  readonly other: string;
  readonly first: number;
}
