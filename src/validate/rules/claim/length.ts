import { claimFacts } from '../../claim/claim-facts.ts';
import { defineClaimRule } from '../../rule.ts';

/** Scripts that do not part words by blanks. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** A claim has neither too few words nor too many. */
export const length = defineClaimRule({
  id: 'claim/length',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim has neither too few words for a statement nor too many for one.',
  why: 'Two words are hardly a statement, and a claim of very many says several things that need a label each.',
  help: 'Write one statement: say who did what, and leave the rest to other claims.',
  source:
    'Measured: of 5,000 claims of FEVER the shortest has 3 words and the longest 36; FEVEROUS claims have 25 on average.',
  options: {
    minWords: { default: 3, min: 1, isInteger: true, about: 'Fewest words of a claim.' },
    maxWords: { default: 80, min: 1, isInteger: true, about: 'Most words of a claim.' },
  },
  messages: {
    short: 'The claim has {count}, fewer than {limit}.',
    long: 'The claim has {count}, more than {limit}.',
  },
  examples: [
    {
      name: 'a statement',
      lines: [{ id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'a name is no statement',
      lines: [{ id: 1, claim: 'Number one.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:17-1:30 short'],
    },
    {
      name: 'more words than are wanted',
      options: { maxWords: 6 },
      lines: [
        {
          id: 1,
          claim: 'The number one comes first, before two.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
        },
      ],
      expect: ['1:17-1:58 long'],
    },
  ],
  skip({ claim }, { language, options }) {
    const { wordCount } = claimFacts(claim, language);
    return wordCount >= options.minWords && wordCount <= options.maxWords;
  },
  *check(entry, { report, language, options }) {
    const { claim } = entry.claim;
    const { wordCount } = claimFacts(entry.claim, language);
    // What has no words at all is empty, which another rule tells.
    if (!/[\p{L}\p{N}]/u.test(claim) || unparted.test(claim)) return;
    const place = entry.place(['claim']);
    const count = wordCount === 1 ? '1 word' : `${wordCount} words`;
    if (wordCount < options.minWords) {
      yield report('short', { data: { count, limit: options.minWords }, place });
    } else if (wordCount > options.maxWords) {
      yield report('long', { data: { count, limit: options.maxWords }, place });
    }
  },
});
