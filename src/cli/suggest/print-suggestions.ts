import type { ClaimId } from '../../claims/claim.ts';
import { printJson } from '../../reporters/print-json.ts';
import type { AnalysisSettings } from '../../retrieve/analysis/analysis-settings.ts';
import { createHighlighter } from '../../retrieve/query/highlighter.ts';
import { contentWords } from '../../retrieve/suggest/claim-parts.ts';
import {
  type Suggestion,
  type SuggestionReason,
  suggestionReasons,
} from '../../retrieve/suggest/suggestion.ts';
import { oneLine } from '../../text/one-line.ts';
import { fitText } from '../../text/wrap-text.ts';
import type { CommandIo } from '../command-io.ts';
import { printOptionsFor } from '../print-options.ts';
import { hitLines } from '../search/hit-lines.ts';

/** The claim that suggestions are for. */
export interface SuggestedFor {
  /** Absent for a text that is no claim of the dataset. */
  readonly id?: ClaimId;
  readonly claim: string;
  readonly language: string;
  /** How the texts that are searched are taken apart: by that words are marked. */
  readonly analysis: AnalysisSettings;
}

/** Suggestions for people: what a search shows of each, and the reasons. */
export function* printSuggestions(
  suggestions: readonly Suggestion[],
  { id, claim, language, analysis }: SuggestedFor,
  io: CommandIo,
): Generator<string> {
  const look = printOptionsFor(io);
  const { style, width } = look;
  if (id !== undefined)
    yield `${style.cyan(fitText(`${oneLine(String(id))}: ${oneLine(claim)}`, width))}\n\n`;
  const marksOf = createHighlighter(
    { words: contentWords(claim, language), phrases: [], prefixes: [] },
    analysis,
  );
  for (const [at, suggestion] of suggestions.entries()) {
    const lines = hitLines(suggestion, at + 1, marksOf(suggestion.text), look);
    const reasons = reasonWords(suggestion.reasons);
    yield `${at > 0 ? '\n' : ''}${lines}`;
    if (reasons !== '') yield `   ${style.dim(fitText(reasons, width - 3))}\n`;
  }
}

const reasonNames: Readonly<Record<SuggestionReason['kind'], string>> = {
  title: 'names the article',
  entity: 'names',
  number: 'numbers',
  term: 'words',
  link: 'named in',
};

/** Reasons in words, such as `names: Shusha · numbers: 1992`. */
function reasonWords(reasons: readonly SuggestionReason[]): string {
  return suggestionReasons
    .flatMap((kind) => {
      const texts = reasons
        .filter((reason) => reason.kind === kind)
        .map(({ text, via }) => oneLine(via ?? text));
      if (texts.length === 0) return [];
      return [kind === 'title' ? reasonNames.title : `${reasonNames[kind]}: ${texts.join(', ')}`];
    })
    .join(' · ');
}

/** A suggestion as one line of JSON. */
export function printSuggestionRecord(
  { id, title, kind, score, text, heads, reasons }: Suggestion,
  rank: number,
): string {
  return `${printJson({ rank, id, title, kind, score, text, context: heads, reasons })}\n`;
}

/** All suggestions of one claim as one line of JSON, without texts. */
export function printClaimSuggestions(claim: ClaimId, suggestions: readonly Suggestion[]): string {
  const short = suggestions.map(({ id, score, reasons }) => ({ id, score, reasons }));
  return `${printJson({ id: claim, suggestions: short })}\n`;
}
