import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import { findNearDuplicates } from '../../../stats/near-duplicates/near-duplicates.ts';
import { HashTable } from '../../../text/hash-table.ts';
import { type Hash64, hashInto } from '../../../text/hash64.ts';
import { claimKey } from '../../../text/normalise.ts';
import { percent } from '../../../text/percent.ts';
import { defineDatasetRule } from '../../rule.ts';
import { type SplitMember, SplitMembers } from '../../tables/split-members.ts';

const one = {
  id: 1,
  claim: 'The number one comes before all other numbers.',
  label: 'SUPPORTS',
  evidence: [['A_sentence_0']],
};
const two = { ...one, id: 2, claim: 'The number one comes after all other numbers.', label: 'REFUTES' };
/** More splits than any dataset has: claims of further ones are not compared. */
const maxSplits = 64;
/** Other claims shown with one. */
const maxShown = 3;

/** Claims of different splits say different things. */
export const nearDuplicateAcrossSplits = defineDatasetRule({
  id: 'dataset/near-duplicate-across-splits',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'No two claims of different splits have nearly the same words.',
  why: 'A system that remembers the claim of the training data answers the one of the test data: its score is too high.',
  help: 'Put both into the same split: `claimset split` keeps near-duplicates together.',
  source:
    'Jaccard similarity of the words. Claims with the same words are duplicates, of which dataset/duplicate-claim tells.',
  options: {
    minSimilarity: {
      default: 0.8,
      min: 0.3,
      max: 1,
      about:
        'Share of the words of two claims that they have in common, from which on they are nearly the same.',
    },
  },
  messages: {
    near: 'This claim of the split `{split}` and claim {first} of `{other}` share {share} of their words.',
  },
  examples: [
    {
      name: 'claims that are nearly the same in one split, and others in another',
      lines: [
        { ...one, split: 'train' },
        { ...two, split: 'train' },
        {
          ...one,
          id: 3,
          claim: 'The number two is one and one.',
          evidence: [['A_sentence_1']],
          split: 'test',
        },
      ],
    },
    {
      name: 'claims that are nearly the same in two splits',
      options: { minSimilarity: 0.7 },
      lines: [
        { ...one, split: 'train' },
        { ...two, split: 'test' },
      ],
      expect: ['2:17-2:64 near'],
    },
  ],
  begin({ claims, splitOf, options: { minSimilarity }, report }) {
    const splits: string[] = [];
    /** Texts that differ, and their numbers by hash. */
    const texts: string[] = [];
    const numbers = new HashTable();
    /** The first claim of each split that has a text; hardly ever more than one. */
    const members = new SplitMembers();
    const hash: Hash64 = { high: 0, low: 0 };
    return {
      visit(entry) {
        const split = splitOf(entry.claim);
        const text = split === undefined ? '' : claimKey(entry.claim.claim);
        if (split === undefined || text === '') return undefined;
        if (!splits.includes(split)) {
          if (splits.length === maxSplits) return undefined;
          splits.push(split);
        }
        const { high, low } = hashInto(text, hash);
        const number = numbers.putFirst(high, low, texts.length);
        if (number === texts.length) texts.push(text);
        const which = splits.indexOf(split);
        if (!members.has(number, which))
          members.add(number, { split: which, row: claims.places.remember(entry, 'claim') });
        return undefined;
      },
      *finish() {
        if (splits.length < 2) return;
        let later = -1;
        let found: Near[] = [];
        const isWanted = (a: number, b: number) => members.differ(a, b);
        for (const { a, b, similarity } of findNearDuplicates(texts, minSimilarity, {
          isWanted,
          maxPairs: maxShown,
        })) {
          if (b !== later) {
            yield* tell(found);
            found = [];
          }
          later = b;
          for (const pair of crossings(members.of(a), members.of(b))) found.push({ ...pair, similarity });
        }
        yield* tell(found);
      },
    };

    /** A finding about each claim that has a text, with the first claims that it is nearly the same as. */
    function* tell(found: readonly Near[]): Generator<Diagnostic> {
      const byRow = new Map<number, [Near, ...Near[]]>();
      for (const near of found) {
        const same = byRow.get(near.later.row);
        if (same === undefined) byRow.set(near.later.row, [near]);
        else same.push(near);
      }
      for (const [row, nears] of byRow) {
        const [{ similarity, earlier, later }] = nears;
        yield report('near', {
          data: {
            share: percent(similarity),
            first: JSON.stringify(claims.places.idOf(earlier.row)),
            split: splits[later.split] ?? '',
            other: splits[earlier.split] ?? '',
          },
          place: claims.places.recall(row, 'claim'),
          related: nears.slice(0, maxShown).map((near) => ({
            message: `The claim of \`${splits[near.earlier.split]}\`.`,
            place: claims.places.recall(near.earlier.row, 'claim'),
          })),
        });
      }
    }
  },
});

interface Crossing {
  readonly earlier: SplitMember;
  readonly later: SplitMember;
}

interface Near extends Crossing {
  readonly similarity: number;
}

/** The pairs of claims with one of two texts each that are in different splits. */
function crossings(earlier: readonly SplitMember[], later: readonly SplitMember[]): Crossing[] {
  return later.flatMap((b) =>
    earlier.filter((a) => a.split !== b.split).map((a) => ({ earlier: a, later: b })),
  );
}
