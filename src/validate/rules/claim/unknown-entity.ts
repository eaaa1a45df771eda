import type { Evidence } from '../../../corpus/evidence.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { Span } from '../../../text/span.ts';
import { WordSet } from '../../../text/word-set.ts';
import { isCapitalised, type WordInText, withoutClitic, wordSpans } from '../../../text/word-spans.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** Longer claims are looked at in part only. */
const maxChars = 10_000;
/** Shorter words are initials, numerals and the like. */
const minChars = 4;
const minStemChars = 3;

/** The words of a corpus, read once when first asked for. */
const wordsOfCorpus = new WeakMap<Evidence, WordSet>();

/** The names of a claim occur in the corpus. */
export const unknownEntity = defineClaimRule({
  id: 'claim/unknown-entity',
  level: 4,
  severity: 'info',
  since: '0.2.0',
  needs: 'articles',
  title: 'The names of a SUPPORTS claim occur in some article of the corpus.',
  why: 'A name that no article has may be misspelt, and nothing can support what no article mentions.',
  help: 'Check the spelling, or claim something that the articles say.',
  source:
    'FEVER (Thorne et al. 2018), guidelines for claims: similar entities are taken from the pages at hand.',
  messages: {
    unknown: 'No article of the corpus mentions "{name}".',
    partly: 'No article of the corpus has "{words}" of the name "{name}".',
  },
  examples: [
    {
      name: 'names of the corpus, their forms, months, a capital at the start, another label',
      lines: [
        {
          id: 1,
          claim: 'Masons from Armenia built the tower.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
        {
          id: 2,
          claim: 'The tower of the Armenians was built in May.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
        { id: 3, claim: 'The tower was built. Maybe!', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 4, claim: 'The tower was built in Paris.', label: 'REFUTES', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'names of no article',
      lines: [
        {
          id: 1,
          claim: 'The tower was built by Gustave Eiffel.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
        { id: 2, claim: 'The tower was built in Paris.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
      expect: ['1:41-1:55 partly', '2:41-2:46 unknown'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

Gustave lived in Armenia. A_sentence_0
`,
  skip: ({ claim }, { language, evidence }) =>
    language === undefined ||
    claim.label !== 'SUPPORTS' ||
    !claimFacts(claim, language).hasInnerCapital ||
    corpusWords(evidence).hasNames(claim.claim),
  *check(entry, { report, language, evidence, titles }) {
    // Other claims name what the articles do not mention on purpose.
    if (language === undefined || entry.claim.label !== 'SUPPORTS') return;
    const claim = entry.claim.claim.slice(0, maxChars);
    const known = corpusWords(evidence);
    for (const { words, span } of namesIn(claim, language)) {
      const unknown = words.filter(({ folded }) => !hasKnownParts(folded, known, language));
      if (unknown.length === 0) continue;
      const name = claim.slice(span.start, span.end);
      if (titles?.has(name) === true || titles?.has(withoutClitic(name.replaceAll('’', "'"))) === true)
        continue;
      const data = { name: quotedWord(name), words: quotedWord(unknown.map(({ text }) => text).join(' ')) };
      yield report(unknown.length === words.length ? 'unknown' : 'partly', {
        data,
        place: placeInClaim(entry, span),
      });
    }
  },
});

interface Name {
  /** Those that tell the name from others. */
  readonly words: readonly WordInText[];
  readonly span: Span;
}

/** Runs of capitalised words, parted by blanks and hyphens only. A sentence's first word alone is none: every sentence begins with a capital. */
function* namesIn(claim: string, language: Language): Generator<Name> {
  const words = wordSpans(claim);
  // In a heading every word has a capital.
  const small = words.filter(({ text }) => !isCapitalised(text)).length;
  if (small * 5 < words.length) return;
  for (let from = 0; from < words.length; from++) {
    if (!isCapitalised(words[from]?.text ?? '')) continue;
    let to = from + 1;
    while (to < words.length && isCapitalised(words[to]?.text ?? '') && isJoined(claim, words, to)) to += 1;
    const telling = words.slice(from, to).filter(({ folded }) => isTelling(withoutClitic(folded), language));
    const isArticle = language.stopWords.includes(words[from]?.folded ?? '');
    const [first, last] = [words[isArticle ? from + 1 : from], words[to - 1]];
    if (
      telling.length > 0 &&
      first !== undefined &&
      last !== undefined &&
      !(to === from + 1 && isSentenceStart(claim, words, from, language))
    ) {
      yield { words: telling, span: { start: first.span.start, end: last.span.end } };
    }
    from = to - 1;
  }
}

/** Whether a word is the first of the claim or of a sentence in it; behind an initial or abbreviation none begins. */
function isSentenceStart(
  claim: string,
  words: readonly WordInText[],
  which: number,
  language: Language,
): boolean {
  const before = words[which - 1];
  if (before === undefined) return true;
  const between = claim.slice(before.span.end, words[which]?.span.start);
  if (!/[.!?…][^.!?…]*\s/u.test(between)) return false;
  const isShort = before.text.length === 1 || language.abbreviations.includes(before.folded);
  return !(isShort && /^\.\s/.test(between));
}

function isJoined(claim: string, words: readonly WordInText[], which: number): boolean {
  return /^[\s-]+$/.test(claim.slice(words[which - 1]?.span.end, words[which]?.span.start));
}

function isTelling(folded: string, language: Language): boolean {
  return (
    folded.length >= minChars &&
    !/\d/.test(folded) &&
    ![
      language.stopWords,
      language.sentenceStarters,
      language.months,
      language.weekdays,
      Object.keys(language.numberWords),
      Object.keys(language.ordinalWords),
    ].some((list) => list.includes(folded))
  );
}

/** Whether the corpus has a word; apostrophes part it, and what is shorter than a name is not looked for: O'Neal, Ada's. */
function hasKnownParts(folded: string, known: WordSet, language: Language): boolean {
  return folded.split("'").every((part) => part.length < minStemChars || isKnown(part, known, language));
}

/** Whether the corpus has a word or another form of it; two steps lead from `armenians` to `armenia`. */
function isKnown(folded: string, known: WordSet, language: Language, steps = 2): boolean {
  if (known.has(folded)) return true;
  if (steps === 0) return false;
  return language.inflections.some(([ending, other]) => {
    const stem = folded.endsWith(ending) ? folded.slice(0, folded.length - ending.length) : '';
    return stem.length >= minStemChars && isKnown(stem + other, known, language, steps - 1);
  });
}

function corpusWords(evidence: Evidence): WordSet {
  let words = wordsOfCorpus.get(evidence);
  if (words === undefined) {
    words = new WordSet();
    for (const { title, records } of evidence.articles) {
      words.add(title);
      for (const { text } of records) words.add(text);
    }
    wordsOfCorpus.set(evidence, words);
  }
  return words;
}
