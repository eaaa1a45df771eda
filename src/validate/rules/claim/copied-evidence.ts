import { commonSubsequence } from '../../../text/common-subsequence.ts';
import { wordSpans } from '../../../text/word-spans.ts';
import { evidenceOf } from '../../evidence/evidence-of.ts';
import { defineClaimRule } from '../../rule.ts';

/** Longer texts are no single sentences, and comparing takes the product of both lengths. */
const maxWords = 200;
/** Few words can hardly be said otherwise, and fewer than eight of a longer sentence neither. */
const minWords = 5;
const minWordsOfPart = 8;
const maxChars = 2_000;

/** A claim says its evidence in other words. */
export const copiedEvidence = defineClaimRule({
  id: 'claim/copied-evidence',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  needs: 'corpus',
  title: 'A claim says in its own words what its evidence says.',
  why: 'A copy is verified by comparing strings, and search finds its evidence without understanding either.',
  help: 'Say it in other words, or combine it with another fact.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for claims: no copy of a highlighted sentence.',
  options: {
    overlap: {
      default: 0.9,
      min: 0,
      max: 1,
      about:
        'Share of the words of the claim and of the sentence that both have in the same order, from which a claim is a copy.',
    },
  },
  messages: {
    same: 'The claim is a copy of its evidence `{id}`.',
    part: 'The claim stands word for word in its evidence `{id}`.',
    nearly: 'The claim is {percent} % a copy of its evidence `{id}`.',
  },
  examples: [
    {
      name: 'other words, and another label than the copied sentence has',
      lines: [
        {
          id: 1,
          claim: 'The man who wrote this wanted to be a poet.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
        },
        {
          id: 2,
          claim: 'In 1890, ten masons built the tower.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
        {
          id: 3,
          claim: 'The tower was built by twenty masons in the year 1890.',
          label: 'REFUTES',
          evidence: [['A_sentence_0']],
        },
      ],
    },
    {
      name: 'a copy, one with a word less, and one of a part',
      lines: [
        {
          id: 1,
          claim: 'The tower was built by ten masons, in the year 1890.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
        {
          id: 2,
          claim: 'The tower was built by ten masons in 1890.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
        {
          id: 3,
          claim: 'In its first year, the tower had nine rooms.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_1']],
        },
      ],
      expect: ['1:17-1:71 same', '2:17-2:61 nearly', '3:17-3:63 part'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

The tower was built by ten masons in the year 1890. A_sentence_0

In its first year the tower had nine rooms and no lift at all. A_sentence_1
`,
  skip: ({ claim: { evidence, claim } }) => evidence.length === 0 || claim.length > maxChars,
  *check(entry, { report, evidence, options }) {
    const { claim, label } = entry.claim;
    if (claim.length > maxChars) return;
    const words = wordSpans(claim).map(({ folded }) => folded);
    const seen = new Set<string>();
    for (const { id } of evidenceOf(entry)) {
      const record = evidence.get(id);
      if (record === undefined || !isSentence(record.kind) || seen.has(record.id)) continue;
      seen.add(record.id);
      if (record.text.length > maxChars) continue;
      const others = wordSpans(record.text).map(({ folded }) => folded);
      const overlap = overlapOf(words, others, options.overlap);
      const place = entry.place(['claim']);
      if (overlap === 1) {
        yield report('same', { data: { id: record.id }, place });
      } else if (label === 'SUPPORTS' && isPart(words, others)) {
        yield report('part', { data: { id: record.id }, place });
      } else if (label === 'SUPPORTS' && overlap >= options.overlap) {
        yield report('nearly', { data: { id: record.id, percent: Math.floor(overlap * 100) }, place });
      }
    }
  },
});

function isSentence(kind: string): boolean {
  return kind === 'sentence' || kind === 'item' || kind === 'table_caption';
}

/** The words that both have in order, as a share of all: 1 for the same words. 0 where there are too few or too many, or less than `least`. */
function overlapOf(one: readonly string[], other: readonly string[], least: number): number {
  const shorter = Math.min(one.length, other.length);
  const all = one.length + other.length;
  if (shorter < minWords || all - shorter > maxWords || (2 * shorter) / all < least) return 0;
  return (2 * commonSubsequence(one, other)) / all;
}

/** Whether all words of one stand in the other in a row. */
function isPart(one: readonly string[], other: readonly string[]): boolean {
  return one.length >= minWordsOfPart && ` ${other.join(' ')} `.includes(` ${one.join(' ')} `);
}
