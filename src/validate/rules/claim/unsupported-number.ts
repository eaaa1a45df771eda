import type { Claim } from '../../../claims/claim.ts';
import type { Language } from '../../../text/languages/language.ts';
import { type NumberInText, numbersIn, romanNumerals } from '../../../text/numbers.ts';
import { findPhrases } from '../../../text/phrases.ts';
import { wordClass } from '../../../text/word-classes.ts';
import { wordSpans } from '../../../text/word-spans.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { citedTexts, evidenceTexts } from '../../evidence/evidence-text.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** Smaller numbers are counted from what the evidence lists. */
const maxCounted = 12;
/** Numbers of the evidence that are added and subtracted with one another at most; their pairs are compared. */
const maxOperands = 200;
/** Longer claims are looked at in part only, and evidence with more numbers is a list that anything may stand in. */
const maxChars = 2_000;
const maxNumbers = 5_000;

/** The numbers of a supported claim stand in its evidence. */
export const unsupportedNumber = defineClaimRule({
  id: 'claim/unsupported-number',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  needs: 'corpus',
  title: 'The numbers of a SUPPORTS claim stand in its evidence.',
  why: 'Where no evidence has the number, an id is missing, or the claim says more than its evidence.',
  help: 'Add the id that says {number}, or correct the number. Where it is computed, the challenge is Numerical Reasoning.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for evidence: each set alone decides the whole claim.',
  messages: { missing: 'No evidence of the claim has the number {number}.' },
  examples: [
    {
      name: 'a number of the evidence, a small one, one that is estimated, one that is computed',
      lines: [
        { id: 1, claim: 'The tower was built in 1890.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 2, claim: 'The tower has two lifts.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 3, claim: 'The tower has over 300 steps.', label: 'SUPPORTS', evidence: [['A_sentence_1']] },
        {
          id: 4,
          claim: 'The tower has 340 steps more than rooms.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_1']],
          challenge: 'Numerical Reasoning',
        },
        {
          id: 5,
          claim: 'The tower was built in the 1890s.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_0']],
        },
      ],
    },
    {
      name: 'a number that no evidence has',
      lines: [
        { id: 1, claim: 'The tower was built in 1891.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        {
          id: 2,
          claim: 'The tower has ninety steps.',
          label: 'SUPPORTS',
          evidence: [['A_sentence_1'], ['A_sentence_0']],
        },
        { id: 3, claim: 'One of its lifts broke in 1889.', label: 'SUPPORTS', evidence: [['A_sentence_2']] },
      ],
      expect: ['1:41-1:45 missing', '2:32-2:38 missing', '3:44-3:48 missing'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

It was built in 1890 and has lifts. A_sentence_0

It has 347 steps and rooms. A_sentence_1

In 1890 one of its lifts broke. A_sentence_2
`,
  skip({ claim }, { language }) {
    if (language === undefined || !mustHaveNumbers(claim)) return true;
    const { hasDigit, classes } = claimFacts(claim, language);
    return !hasDigit && (classes & wordClass.number) === 0;
  },
  *check(entry, { report, language, evidence }) {
    if (language === undefined || !mustHaveNumbers(entry.claim)) return;
    const claim = entry.claim.claim.slice(0, maxChars);
    const asked = numbersIn(claim, language).filter((number) => isAsked(number, claim, language));
    if (asked.length === 0 || computes(claim, language)) return;
    const texts = evidenceTexts(entry, evidence);
    if (texts === undefined) return;
    const known = knownNumbers(texts, citedTexts(entry, evidence), language);
    if (known.numbers.length > maxNumbers) return;
    for (const number of asked) {
      if (isKnown(number, known)) continue;
      const written = claim.slice(number.span.start, number.span.end);
      yield report('missing', {
        data: { number: quotedWord(written) },
        place: placeInClaim(entry, number.span),
      });
    }
  },
});

/** Whether evidence must have a claim's numbers: not where it says otherwise or nothing, and not where they are computed from it. */
function mustHaveNumbers({ label, challenge }: Claim): boolean {
  return label === 'SUPPORTS' && challenge !== 'Numerical Reasoning';
}

/** Whether a number of the claim must stand in the evidence: no estimate, no part of a name such as Su-25, nothing countable. */
function isAsked({ value, kind, span }: NumberInText, claim: string, language: Language): boolean {
  if (kind === 'number' && value <= maxCounted) return false;
  const before = claim.slice(Math.max(0, span.start - 60), span.start);
  if (/[\p{L}\p{N}][-‐–/.]?$/u.test(before) || /^[\p{L}/]/u.test(claim.slice(span.end, span.end + 2)))
    return false;
  // Names: 2008 Summer Olympics, 14th Dalai Lama.
  const next = /^\s(\p{Lu}[\p{L}\p{M}]*)/u.exec(claim.slice(span.end, span.end + 60))?.[1];
  if (next !== undefined && !language.months.includes(next.toLowerCase())) return false;
  // `a few thousand` has no number.
  const [first] = wordSpans(claim.slice(span.start, span.end));
  if (first !== undefined && Object.hasOwn(language.multipliers, first.folded)) return false;
  for (const _ of findPhrases(wordSpans(before).slice(-4), language.approximators)) return false;
  return true;
}

/** Whether a claim says that it counts or computes. */
function computes(claim: string, language: Language): boolean {
  for (const _ of findPhrases(wordSpans(claim), language.computations)) return true;
  return false;
}

interface KnownNumbers {
  readonly numbers: readonly NumberInText[];
  /** Of numbers, ordinals, words and Roman numerals. */
  readonly values: ReadonlySet<number>;
  /** Sums and differences of two numbers that the evidence itself speaks of, no titles, headings and header cells. */
  readonly computed: ReadonlySet<number>;
  readonly hasPercentage: boolean;
  readonly hasFraction: boolean;
}

/**
 * @param texts all that may support a number
 * @param cited those of them that a number may be computed from
 */
function knownNumbers(texts: readonly string[], cited: readonly string[], language: Language): KnownNumbers {
  const numbers: NumberInText[] = [];
  const values = new Set<number>();
  let hasFraction = false;
  for (const text of texts) {
    if (numbers.length > maxNumbers) break;
    for (const number of numbersIn(text, language)) {
      numbers.push(number);
      values.add(number.value);
    }
    // The digits alone too, whatever stands around them: `3` of `3.5`, `25` of `Su-25`.
    for (const [part] of text.matchAll(/\d+/g)) values.add(Number(part));
    for (const value of romanNumerals(text)) values.add(value);
    for (const _ of findPhrases(wordSpans(text), language.fractionWords)) hasFraction = true;
  }
  // Of the numbers themselves: with digits of names and the like any number is some sum.
  const operands = new Set<number>();
  for (const text of cited) {
    if (operands.size >= maxOperands) break;
    for (const { value } of numbersIn(text, language)) operands.add(value);
  }
  return {
    numbers,
    values,
    computed: computedFrom([...operands].slice(0, maxOperands)),
    hasPercentage: numbers.some(({ isPercentage }) => isPercentage),
    hasFraction,
  };
}

/** Sums and differences, such as a year and the years that something took; not the year before or after, as years are mistaken. */
function computedFrom(operands: readonly number[]): Set<number> {
  const computed = new Set<number>();
  for (const one of operands) {
    for (const other of operands) {
      const isOne = Math.min(one, other) <= 1;
      for (const value of [one + other, one - other]) {
        if (!isOne || !isYear(value)) computed.add(value);
      }
    }
  }
  return computed;
}

function isYear(value: number): boolean {
  return value >= 1000 && value <= 2100;
}

function isKnown({ value, kind, isPercentage }: NumberInText, known: KnownNumbers): boolean {
  if (kind === 'decade') {
    // The 1900s are ten years to some and a hundred to others; the 90s are those of some century.
    const last = value + (value > 0 && value % 100 === 0 ? 99 : 9);
    return [...known.values].some((other) =>
      value < 100 ? other % 100 >= value && other % 100 <= last : other >= value && other <= last,
    );
  }
  if (kind === 'century') {
    const hasYear = [...known.values].some((other) => other >= value && other <= value + 100);
    return hasYear || known.values.has(value / 100 + 1);
  }
  if (known.values.has(value) || known.computed.has(value)) return true;
  if (isPercentage && (!known.hasPercentage || known.hasFraction)) return true;
  return known.numbers.some((other) => Math.abs(other.value - value) < precisionOf(value));
}

/** How far a number may be from the one that it was rounded from: 1,000 for 5,000, 1 for 1990, which is a year. */
function precisionOf(value: number): number {
  let precision = 1;
  while (!isYear(value) && value >= 100 && value % (precision * 10) === 0 && precision < value)
    precision *= 10;
  return precision;
}
