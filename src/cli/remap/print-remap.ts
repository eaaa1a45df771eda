import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import { printable } from '../../text/printable.ts';
import type { RemapPlan } from '../../validate/remap/plan-remap.ts';
import type { RemappedRecords } from './remap-records.ts';
import type { Replacement } from './replaced-articles.ts';

/** What a run found and did. */
export interface RemapOutcome {
  readonly plan: RemapPlan;
  readonly replacement: Replacement;
  readonly changed: RemappedRecords;
  readonly isWritten: boolean;
  /** Articles that get the new text, as messages show them. */
  readonly articleFiles: readonly string[];
}

/** How many elements of the articles are what. */
interface ElementFigures {
  stay: number;
  moved: number;
  uncertain: number;
  gone: number;
}

/** The plan for a person, line by line. */
export function* printRemapText({
  plan,
  replacement,
  changed,
  articleFiles,
}: RemapOutcome): Generator<string> {
  const { stay, moved, uncertain, gone } = figuresOf(replacement);
  const articles = countWords(replacement.articles.length, 'article');
  yield `${articles}; elements: ${formatNumber(stay)} stay, ${formatNumber(moved)} moved for certain, ${formatNumber(uncertain)} uncertain, ${formatNumber(gone)} gone\n`;
  for (const title of replacement.kept)
    yield `left as it is, for there is no newer text: ${printable(title)}\n`;
  yield `cited ids: ${formatNumber(plan.stay)} stay, ${formatNumber(plan.moves.length)} move, ${formatNumber(plan.open.length)} to confirm\n\n`;
  for (const { from, to, by, records } of plan.moves) {
    const how = by === 'exact' ? '' : `, ${by}`;
    yield `  ${printable(from)} -> ${printable(to)} (${countWords(records, 'record')}${how})\n`;
  }
  if (plan.moves.length > 0) yield '\n';
  for (const file of articleFiles) yield `  ${printable(file)}: the new text\n`;
  for (const { file, ids, lines } of changed.changes)
    yield `  ${printable(file)}: ${countWords(ids, 'id')} in ${countWords(lines, 'line')}\n`;
  if (articleFiles.length + changed.changes.length > 0) yield '\n';
}

/** The plan as JSON, one line. */
export function printRemapJson({
  plan,
  replacement,
  changed,
  isWritten,
  articleFiles,
}: RemapOutcome): string {
  const json = {
    elements: figuresOf(replacement),
    kept: replacement.kept,
    stay: plan.stay,
    moves: plan.moves,
    open: plan.open.map(({ diagnostic, ...open }) => ({
      ...open,
      ruleId: diagnostic.ruleId,
      file: diagnostic.place.file,
      line: diagnostic.place.start.line,
      claim: diagnostic.place.claimId,
    })),
    refused: changed.refused.map(({ place }) => ({ file: place.file, line: place.start.line })),
    files: [...articleFiles.map((file) => ({ file, isArticle: true })), ...changed.changes],
    written: isWritten,
  };
  return `${printJson(json)}\n`;
}

function figuresOf({ articles }: Replacement): ElementFigures {
  const figures: ElementFigures = { stay: 0, moved: 0, uncertain: 0, gone: 0 };
  for (const { alignment } of articles) {
    for (const { record, next, doubt } of alignment.values()) {
      if (next === undefined) figures.gone += 1;
      else if (doubt !== undefined) figures.uncertain += 1;
      else if (next.id === record.id) figures.stay += 1;
      else figures.moved += 1;
    }
  }
  return figures;
}
