import { isCapitalised } from '../../../text/word-spans.ts';
import { auxiliaryOf, closedTag } from '../english/closed-words.ts';
import { singularsOf } from '../english/noun-forms.ts';
import { inflectVerb, type VerbForm, verbsOfForm } from '../english/verb-forms.ts';
import type { Thesaurus, WordClass } from '../thesaurus.ts';
import { type PlainWord, plainWords } from './plain-words.ts';
import type { TaggedWord } from './tagged-word.ts';

/** Most words of a collocation. */
const mostWords = 3;

/** Verbs go with them: `carry out`. */
const particles = new Set(['away', 'back', 'down', 'off', 'on', 'out', 'over', 'up']);

/** What a word may be, without the words around it. */
interface Readings {
  readonly noun?: { readonly base: string; readonly isPlural: boolean };
  readonly verbs: readonly { readonly base: string; readonly form: VerbForm }[];
  readonly isAdjective: boolean;
  readonly isAdverb: boolean;
}

/**
 * The words of an English sentence with what they are in it: a guess from the classes that the thesaurus knows a word in, and the words
 * before and behind it. Of a word in doubt it says `other` rather than something wrong.
 */
export function tagWords(text: string, thesaurus: Thesaurus): TaggedWord[] {
  const words = plainWords(text);
  const tagged: TaggedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const next =
      collocation(words, at, tagged, text, thesaurus) ?? tagOne(words, at, tagged, text, thesaurus);
    tagged.push(next);
    while ((words[at + 1]?.span.end ?? Infinity) <= next.span.end) at += 1;
  }
  return tagged;
}

function tagOne(
  words: readonly PlainWord[],
  at: number,
  before: readonly TaggedWord[],
  text: string,
  thesaurus: Thesaurus,
): TaggedWord {
  const word = words[at] as PlainWord;
  const { folded, span } = word;
  const plain = { text: word.text, span };
  const closed = closedTag(folded);
  const isFirst = at === 0;
  const isNumber = folded.includes('-') && folded.split('-').every((part) => closedTag(part) === 'number');
  if (isNumber || /\p{N}/u.test(folded))
    return { ...plain, tag: isCapitalised(word.text) ? 'name' : 'number' };
  if (closed !== undefined && (isFirst || !isCapitalised(word.text))) return { ...plain, tag: closed };
  if (folded === 's' || folded.endsWith("n't")) {
    return { ...plain, tag: folded === 's' ? 'other' : 'negation' };
  }
  if (
    isCapitalised(word.text) &&
    (!isFirst || !isCommonWord(folded, thesaurus) || beginsName(words, at, text) || isTitle(words, thesaurus))
  ) {
    return { ...plain, tag: 'name' };
  }
  const readings = readingsOf(folded, thesaurus);
  return { ...plain, ...choose(readings, { words, at, before, text, thesaurus }) };
}

/** Words that the thesaurus has as one noun, or a verb with what belongs to it: the longest. */
function collocation(
  words: readonly PlainWord[],
  at: number,
  before: readonly TaggedWord[],
  text: string,
  thesaurus: Thesaurus,
): TaggedWord | undefined {
  for (let count = mostWords; count > 1; count--) {
    const parts = words.slice(at, at + count);
    const [first, last] = [parts[0], parts.at(-1)];
    if (parts.length < count || first === undefined || last === undefined) continue;
    const span = { start: first.span.start, end: last.span.end };
    if (parts.some(({ text: part }, which) => isCapitalised(part) && at + which > 0)) continue;
    if (closedTag(first.folded) !== undefined || closedTag(last.folded) === 'number') continue;
    const written = text.slice(span.start, span.end);
    if (/[^\p{L}\p{M} '-]/u.test(written)) continue;
    const start = parts.slice(0, -1).map(({ folded }) => folded);
    if (count === 2 && particles.has(last.folded)) {
      const verb = verbsOfForm(first.folded).find(
        ({ base }) => thesaurus.senses(`${base} ${last.folded}`, 'verb').length > 0,
      );
      const [chosen] = verb === undefined ? [] : verbsInContext([verb], before);
      if (chosen !== undefined) {
        const base = `${chosen.base} ${last.folded}`;
        const isNounBefore = before.at(-1)?.tag === 'noun' || before.at(-1)?.tag === 'name';
        const isReducedPast =
          chosen.form === 'past' &&
          inflectVerb(base, 'participle') === written.toLowerCase() &&
          isNounBefore &&
          isReduced({ words, at: at + 1, before, text, thesaurus });
        return { text: written, span, tag: 'verb', base, form: isReducedPast ? 'participle' : chosen.form };
      }
      continue;
    }
    if (closedTag(last.folded) !== undefined) continue;
    for (const { base, isPlural } of nounsOf(last.folded)) {
      const noun = [...start, base].join(' ');
      if (thesaurus.senses(noun, 'noun').some(({ word }) => !isCapitalised(word)))
        return { text: written, span, tag: 'noun', base: noun, isPlural };
    }
  }
  return undefined;
}

interface Context {
  readonly words: readonly PlainWord[];
  readonly at: number;
  readonly before: readonly TaggedWord[];
  readonly text: string;
  readonly thesaurus: Thesaurus;
}

function choose(
  readings: Readings,
  context: Context,
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

/** The forms that a verb can have behind the words before it, the likeliest first. */
function verbsInContext(verbs: Readings['verbs'], before: readonly TaggedWord[]): Readings['verbs'] {
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
function missingVerbs(before: readonly TaggedWord[]): number {
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
function isReduced(context: Context): boolean {
  const { words, at, before, text } = context;
  const [start, end] = [before.at(-1)?.span.end, words[at]?.span.start];
  const next = words[at + 1]?.folded ?? '';
  const missing = missingVerbs(before);
  if (missing > 0 && text.slice(start, end).includes(',') && closedTag(next) === 'preposition') return true;
  return missing > 0 && laterVerbs(context) >= missing;
}

/** How many verbs that say when come behind the word before another clause begins, by forms that can be nothing else. */
function laterVerbs({ words, at, thesaurus }: Context): number {
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

function mayBeNoun({ folded, text }: PlainWord, { thesaurus }: Context): boolean {
  if (closedTag(folded) !== undefined) return false;
  return isCapitalised(text) || nounsOf(folded).some(({ base }) => thesaurus.senses(base, 'noun').length > 0);
}

function isCloseTo(word: PlainWord, next: PlainWord): boolean {
  return next.span.start - word.span.end === 1;
}

function readingsOf(word: string, thesaurus: Thesaurus): Readings {
  const isKnown = (base: string, wordClass: WordClass): boolean =>
    thesaurus.senses(base, wordClass).some((sense) => !isCapitalised(sense.word));
  const noun = nounsOf(word).find(({ base }) => isKnown(base, 'noun'));
  return {
    ...(noun !== undefined && { noun }),
    verbs: verbsOfForm(word).filter(({ base }) => isKnown(base, 'verb')),
    // `plane` is flat here and there, and mostly flies.
    isAdjective:
      isKnown(word, 'adjective') &&
      (noun === undefined ||
        thesaurus.senses(word, 'adjective').length >= thesaurus.senses(noun.base, 'noun').length),
    isAdverb: isKnown(word, 'adverb'),
  };
}

function nounsOf(word: string): { readonly base: string; readonly isPlural: boolean }[] {
  const plurals = singularsOf(word).map((base) => ({ base, isPlural: true }));
  return [...plurals, { base: word, isPlural: false }];
}

/** Whether a word with a capital at the start of the sentence is one that is written small elsewhere. */
function isCommonWord(word: string, thesaurus: Thesaurus): boolean {
  const { noun, verbs, isAdjective, isAdverb } = readingsOf(word, thesaurus);
  return noun !== undefined || verbs.length > 0 || isAdjective || isAdverb;
}

/** Whether the first word is the name of something: `Southpaw is`, where a plain noun would have an article before it. */
function isTitle([first, next]: readonly PlainWord[], thesaurus: Thesaurus): boolean {
  if (first === undefined || !/^(?:is|was|has)$/.test(next?.folded ?? '')) return false;
  const { noun, verbs } = readingsOf(first.folded, thesaurus);
  return noun !== undefined && !verbs.some(({ form }) => form === 'ing');
}

/** Whether the first word is one with the capitalised word behind it: `Popular Front`. */
function beginsName(words: readonly PlainWord[], at: number, text: string): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !isCapitalised(next.text)) return false;
  return /^[ -]$/.test(text.slice(word.span.end, next.span.start));
}
