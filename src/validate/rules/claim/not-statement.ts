import type { Language } from '../../../text/languages/language.ts';
import type { Span } from '../../../text/span.ts';
import { wordClass } from '../../../text/word-classes.ts';
import { wordSpans } from '../../../text/word-spans.ts';
import { askingEnd } from '../../claim/claim-end.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** Enough of a claim to see its form. */
const maxChars = 2_000;

/** A claim is a statement. */
export const notStatement = defineClaimRule({
  id: 'claim/not-statement',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim is a statement, not a question, request or exclamation.',
  why: 'A question is neither supported nor refuted.',
  help: 'Say it as a statement that ends with a period.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for claims: a declarative sentence that can be verified.',
  messages: {
    mark: 'The claim ends as a question or exclamation: "{mark}".',
    question: 'The claim begins as a question: "{words}".',
    request: 'The claim begins as a request: "{words}".',
  },
  examples: [
    {
      name: 'statements',
      lines: [
        { id: 1, claim: 'The title is "Is it four?"', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'Do You Want to Know a Secret is a song.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'What the army lost was a flag.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 4, claim: 'Name the tune was a quiz show.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 5, claim: 'Yahoo! bought Jeopardy!', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'a question and an exclamation',
      lines: [
        { id: 1, claim: 'Is it one?', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The number one comes first!', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:27-1:28 mark', '2:44-2:45 mark'],
    },
    {
      name: 'questions and a request with a period',
      lines: [
        { id: 1, claim: 'Was the war over in May 1994.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'Who was the first king of France.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'Name the first king of France.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:18-1:25 question', '2:18-2:29 question', '3:18-3:26 request'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

Do You Want to Know a Secret was sung by George Harrison. A_sentence_0

Neither Yahoo! nor Jeopardy! is a song. A_sentence_1
`,
  skip({ claim }, { language }) {
    const { classes, endsWithPeriod } = claimFacts(claim, language);
    return endsWithPeriod && (classes & (wordClass.question | wordClass.imperative)) === 0;
  },
  *check(entry, { report, language }) {
    const { claim } = entry.claim;
    const asked = askingEnd(claim);
    if (asked !== undefined && !endsWithName(claim, asked)) {
      const mark = claim.slice(asked.start, asked.end);
      yield report('mark', { data: { mark: quotedWord(mark) }, place: placeInClaim(entry, asked) });
      return;
    }
    if (language === undefined) return;
    const words = wordSpans(claim.slice(0, maxChars));
    const folded = words.map((word) => (word.text === word.folded || word === words[0] ? word.folded : ''));
    const form = formOf(folded, language);
    const end = words[(form?.words ?? 0) - 1]?.span.end;
    if (form === undefined || end === undefined) return;
    const span = { start: words[0]?.span.start ?? 0, end };
    yield report(form.kind, {
      data: { words: quotedWord(claim.slice(span.start, span.end)) },
      place: placeInClaim(entry, span),
    });
  },
});

/** Longer words before a mark are looked at in part only. */
const maxWordChars = 60;

/** Whether one exclamation mark may be the end of a name that the claim ends with, such as Jeopardy!: in a claim that is not all in capitals. */
function endsWithName(claim: string, { start, end }: Span): boolean {
  if (!/^[!！]\p{Close_Punctuation}*$/u.test(claim.slice(start, end))) return false;
  const last = /(?<=[\s(["'“‘«])\p{Lu}[\p{L}\p{M}\p{N}'’.-]*$/u.exec(
    claim.slice(Math.max(0, start - maxWordChars), start),
  );
  return last !== null && /(?<![\p{L}\p{M}\p{N}'’])\p{Ll}/u.test(claim.slice(0, maxChars));
}

interface Form {
  readonly kind: 'question' | 'request';
  /** How many words show it. */
  readonly words: number;
}

/**
 * What a claim begins as, if not as a statement. Titles begin like questions too, and statements with what they are about: only
 * what goes on with a small article, pronoun or the like is told.
 *
 * @param words in lower case; empty where a word behind the first has a capital letter
 */
function formOf(words: readonly string[], language: Language): Form | undefined {
  const [first = '', second = '', third = ''] = words;
  const isObject = (word: string) =>
    language.determiners.includes(word) ||
    language.pronouns.includes(word) ||
    language.pointers.includes(word);
  if (language.auxiliaries.includes(first)) {
    return isObject(second) ? { kind: 'question', words: 2 } : undefined;
  }
  if (language.questionWords.includes(first)) {
    const isQuestion = language.auxiliaries.includes(second) && isObject(third);
    return isQuestion ? { kind: 'question', words: 3 } : undefined;
  }
  if (!language.imperatives.includes(first) || !isObject(second)) return undefined;
  // A later verb has the request for its subject, as titles are, unless it belongs to a clause inside.
  const verb = words.findIndex((word) => language.auxiliaries.includes(word));
  const clause = words.findIndex((word) => language.complementizers.includes(word));
  return verb > 0 && (clause < 0 || clause > verb) ? undefined : { kind: 'request', words: 2 };
}
