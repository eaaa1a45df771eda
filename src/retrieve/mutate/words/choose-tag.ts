import { isCapitalised } from '../../../text/word-spans.ts';
import { auxiliaryOf, closedTag } from '../english/closed-words.ts';
import { isReduced, laterVerbs, missingVerbs, verbsInContext, type WordContext } from './clause-verbs.ts';
import type { PlainWord } from './plain-words.ts';
import type { TaggedWord } from './tagged-word.ts';
import { nounsOf, type Readings } from './word-readings.ts';

/** Which of its readings a word has behind the words before it; `other` where that is in doubt. */
export function chooseTag(
  readings: Readings,
  context: WordContext,
): Pick<TaggedWord, 'tag' | 'base' | 'form' | 'isPlural'> {
  const { words, at, before, thesaurus } = context;
  const { noun, isAdjective, isAdverb } = readings;
  const word = words[at] as PlainWord;
  const last = before.findLast(({ tag }) => tag !== 'adverb' && tag !== 'particle');
  // `Russian forces`: a noun, as behind an adjective.
  const isPeople =
    last?.tag === 'name' &&
    noun !== undefined &&
    thesaurus.senses(last.text, 'adjective').some((sense) => isCapitalised(sense.word));
  const previous = isPeople ? { ...last, tag: 'adjective' as const } : last;
  const next = words[at + 1];
  const asNoun = noun === undefined ? undefined : ({ tag: 'noun', ...noun } as const);
  const asAdjective = isAdjective ? ({ tag: 'adjective', base: word.folded } as const) : undefined;
  const asAdverb = isAdverb ? ({ tag: 'adverb', base: word.folded } as const) : undefined;
  const [verb] = verbsInContext(readings.verbs, before);
  const asVerb = verb === undefined ? undefined : ({ tag: 'verb', ...verb } as const);
  const other = { tag: 'other' } as const;
  if (asAdverb !== undefined && word.folded.endsWith('ly')) return asAdverb;
  const auxiliary = auxiliaryOf(previous?.text.toLowerCase() ?? '');
  const isBehindTo = previous?.text.toLowerCase() === 'to';
  if ((auxiliary === 'modal' || auxiliary === 'do' || isBehindTo) && asVerb?.form === 'base') return asVerb;
  if (auxiliary === 'be' || auxiliary === 'have') {
    if (asVerb?.form === 'participle' || asVerb?.form === 'ing') return asVerb;
    return asAdjective ?? asNoun ?? asAdverb ?? other;
  }
  const isNounNext = next !== undefined && isCloseTo(word, next) && mayBeNoun(next, context);
  const missing = missingVerbs(before);
  const isMissing = missing > 0;
  // `in 1989 preceded the blockade`: a past form that goes on as verbs do.
  const isPast =
    asVerb?.form === 'past' &&
    asVerb.base !== word.folded &&
    isMissing &&
    (mayFollowVerb(next) || (asNoun === undefined && asAdjective === undefined));
  switch (previous?.tag) {
    case 'determiner':
    case 'preposition':
      if (isPast && /^(?:all|both|each)$/i.test(previous.text)) return asVerb;
      if (isNounNext && asAdjective !== undefined) return asAdjective;
      // `the armed forces`, `by attacking`: no verb of the sentence.
      if (asNoun === undefined && (asVerb?.form === 'participle' || asVerb?.form === 'past')) return other;
      if (previous.tag === 'preposition' && asVerb?.form === 'ing') return asVerb;
      return asNoun ?? asAdjective ?? asAdverb ?? other;
    case 'adjective':
    case 'number':
    case 'other':
      if (isPast) return asVerb;
      if (isNounNext && asAdjective !== undefined) return asAdjective;
      if (asNoun === undefined && (asVerb?.form === 'participle' || asVerb?.form === 'past')) return other;
      return asNoun ?? asAdjective ?? asAdverb ?? other;
    case 'noun':
    case 'name':
    case 'pronoun':
    case 'relative': {
      const isNounBefore = previous.tag === 'noun' || previous.tag === 'name';
      const participle = readings.verbs.find(({ form }) => form === 'participle');
      if (asVerb?.form === 'past' && participle !== undefined && isNounBefore && isReduced(context))
        return { tag: 'verb', ...participle };
      if (asVerb?.form === 'past' || asVerb?.form === 'participle') return asVerb;
      // `The town lies on`, but `peace talks`: a verb where the sentence has none and goes on with what follows verbs.
      const isPresent =
        isMissing &&
        (asNoun === undefined ||
          (mayFollowVerb(next) && next?.folded !== 'of' && laterVerbs(context) < missing));
      if (asVerb?.form === 's' && isPresent) return asVerb;
      // `Topman sells clothing.`
      const isOnlyVerb = isMissing && isNounNext && laterVerbs(context) === 0;
      if (asVerb?.form === 's' && previous.tag === 'name' && isOnlyVerb) return asVerb;
      if (asVerb?.form === 'base' && isPresent && isPlural(previous)) return asVerb;
      if (previous.tag === 'name' && isNounNext && asAdjective !== undefined) return asAdjective;
      return asNoun ?? asVerb ?? asAdjective ?? asAdverb ?? other;
    }
    default:
      if (isPast) return asVerb;
      if (isNounNext && asAdjective !== undefined) return asAdjective;
      return asNoun ?? asAdjective ?? asVerb ?? asAdverb ?? other;
  }
}

function isPlural({ tag, isPlural: plural }: TaggedWord): boolean {
  return tag === 'noun' ? plural === true : tag === 'pronoun';
}

function mayFollowVerb(next: PlainWord | undefined): boolean {
  if (next === undefined) return true;
  const tag = closedTag(next.folded);
  return (
    tag === 'determiner' ||
    tag === 'preposition' ||
    tag === 'number' ||
    tag === 'particle' ||
    tag === 'pronoun' ||
    tag === 'relative' ||
    isCapitalised(next.text)
  );
}

function mayBeNoun({ folded, text }: PlainWord, { thesaurus }: WordContext): boolean {
  if (closedTag(folded) !== undefined) return false;
  return isCapitalised(text) || nounsOf(folded).some(({ base }) => thesaurus.senses(base, 'noun').length > 0);
}

function isCloseTo(word: PlainWord, next: PlainWord): boolean {
  return next.span.start - word.span.end === 1;
}
