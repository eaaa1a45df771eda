import { toNfc } from '../../text/normalise.ts';
import { defaultAnalysis } from '../analysis/analysis-settings.ts';
import { type Analyzer, createAnalyzer } from '../analysis/analyzer.ts';
import { stemmerOf } from '../analysis/stemmers.ts';
import type { Candidate } from './candidate.ts';
import { type ClaimParts, claimNumbers } from './claim-parts.ts';
import type { SuggestionReason } from './suggestion.ts';

/**
 * What tells of a record why it is suggested for a claim. Words are compared by their stems, names by all of their words; each word of the claim is told once.
 *
 * @param named titles that the claim names, composed
 * @param language BCP 47 tag of the claim
 */
export function createReasons(
  parts: ClaimParts,
  named: ReadonlySet<string>,
  language: string,
): (candidate: Candidate) => readonly SuggestionReason[] {
  const { termsOf } = analyzerOf(language);
  const names = parts.names.map((text) => ({ text, terms: termsOf(text) }));
  const words = parts.words.map((text) => ({ text, terms: termsOf(text) }));
  const ofNumbers = parts.numbers.flatMap(({ text }) => termsOf(text));
  return ({ hit: { title, text, heads }, link }) => {
    const texts = [text, ...heads];
    const own = new Set([title, ...texts].flatMap(termsOf));
    const values = new Set(texts.flatMap((one) => claimNumbers(one, language)).map(({ value }) => value));
    const reasons: SuggestionReason[] = [];
    const told = new Set(ofNumbers);
    const tell = (reason: SuggestionReason, terms: readonly string[]): void => {
      reasons.push(reason);
      for (const term of terms) told.add(term);
    };
    if (named.has(toNfc(title))) tell({ kind: 'title', text: title }, termsOf(title));
    for (const { text: name, terms } of names) {
      const isShared = terms.every((term) => own.has(term));
      if (isShared && terms.some((term) => !told.has(term))) tell({ kind: 'entity', text: name }, terms);
    }
    const toldValues = new Set<number>();
    for (const { text: number, value } of parts.numbers) {
      if (!values.has(value) || toldValues.has(value)) continue;
      toldValues.add(value);
      tell({ kind: 'number', text: number }, []);
    }
    for (const { text: word, terms } of words) {
      if (terms.some((term) => own.has(term) && !told.has(term))) tell({ kind: 'term', text: word }, terms);
    }
    if (link !== undefined) tell({ kind: 'link', text: title, via: link }, []);
    return reasons;
  };
}

/** One for each language that words are cut in: an analyzer remembers the terms of words. */
const analyzers = new Map<string, Analyzer>();

function analyzerOf(language: string): Analyzer {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const key = stemmerOf(primary) === undefined ? '' : primary;
  let analyzer = analyzers.get(key);
  if (analyzer === undefined) {
    analyzer = createAnalyzer({ ...defaultAnalysis, language: key });
    analyzers.set(key, analyzer);
  }
  return analyzer;
}
