import { isCapitalised } from '../../../text/word-spans.ts';
import { auxiliaryOf, closedTag } from '../english/closed-words.ts';
import type { VerbForm } from '../english/verb-forms.ts';
import type { Thesaurus } from '../thesaurus.ts';
import type { PlainWord } from './plain-words.ts';
import type { TaggedWord } from './tagged-word.ts';
import { type Readings, readingsOf } from './word-readings.ts';

/** A word of a sentence with all that stands around it. */
export interface WordContext {
  readonly words: readonly PlainWord[];
  /** Its place among them. */
  readonly at: number;
  /** What the words before it are. */
  readonly before: readonly TaggedWord[];
  /** Of the sentence. */
  readonly text: string;
  readonly thesaurus: Thesaurus;
}

/** The forms that a verb can have behind the words before it, the likeliest first. */
export function verbsInContext(verbs: Readings['verbs'], before: readonly TaggedWord[]): Readings['verbs'] {
  const previous = before.findLast(({ tag }) => tag !== 'adverb' && tag !== 'particle' && tag !== 'negation');
  const auxiliary = auxiliaryOf(previous?.text.toLowerCase() ?? '');
  const isInfinitive = auxiliary === 'modal' || auxiliary === 'do' || previous?.text.toLowerCase() === 'to';
  const isPerfect = auxiliary === 'be' || auxiliary === 'have';
  const forms: readonly VerbForm[] = isInfinitive
    ? ['base']
    : isPerfect
      ? ['participle', 'ing']
      : missingVerbs(before) > 0
        ? ['past', 's', 'participle', 'ing', 'base']
        : ['participle', 'past', 's', 'ing', 'base'];
  return forms.flatMap((wanted) => verbs.filter(({ form }) => form === wanted));
}

/** How many verbs that say when the words so far lack, one for each clause. */
export function missingVerbs(before: readonly TaggedWord[]): number {
  let missing = 1;
  for (const [at, { tag, form, text }] of before.entries()) {
    if (tag === 'relative' && at > 0) missing += 1;
    // Behind `and` there may be another.
    else if (tag === 'conjunction') missing = Math.max(missing, 1);
    else if (tag === 'verb' && (form === 'past' || form === 's')) missing -= 1;
    else if (tag === 'auxiliary' && isFiniteAuxiliary(text.toLowerCase())) missing -= 1;
  }
  return missing;
}

function isFiniteAuxiliary(word: string): boolean {
  return auxiliaryOf(word) !== undefined && !/^(?:be|been|being|having)$/.test(word);
}

/** Whether a past form is a participle that belongs to the noun before: `The helicopter shot down near the town was Russian`, `Spitak, levelled by`. */
export function isReduced(context: WordContext): boolean {
  const { words, at, before, text } = context;
  const [start, end] = [before.at(-1)?.span.end, words[at]?.span.start];
  const next = words[at + 1]?.folded ?? '';
  const missing = missingVerbs(before);
  if (missing > 0 && text.slice(start, end).includes(',') && closedTag(next) === 'preposition') return true;
  return missing > 0 && laterVerbs(context) >= missing;
}

/** How many verbs that say when come behind the word before another clause begins, by forms that can be nothing else. */
export function laterVerbs({ words, at, thesaurus }: WordContext): number {
  let found = 0;
  for (const { folded, text } of words.slice(at + 1)) {
    if (isCapitalised(text)) continue;
    if (isFiniteAuxiliary(folded)) found += 1;
    const tag = closedTag(folded);
    if (tag === 'relative' || tag === 'conjunction' || clausePrepositions.has(folded)) break;
    if (tag !== undefined) continue;
    const { noun, verbs, isAdjective } = readingsOf(folded, thesaurus);
    const saysWhen = verbs.some(({ form }) => form === 'past' || form === 's' || form === 'base');
    const isParticiple = verbs.some(({ form }) => form === 'participle');
    if (noun === undefined && !isAdjective && saysWhen && !isParticiple) found += 1;
  }
  return found;
}

/** A clause of its own may stand behind them, and `to` comes before a verb that says no time. */
const clausePrepositions = new Set(['after', 'as', 'before', 'since', 'than', 'to', 'until']);
