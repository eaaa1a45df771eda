import { isCapitalised } from '../../../text/word-spans.ts';
import { closedTag } from '../english/closed-words.ts';
import { singularsOf } from '../english/noun-forms.ts';
import type { Thesaurus } from '../thesaurus.ts';

/** What the corpus shows of a name. */
export interface NameUse {
  readonly text: string;
  /** How often it stands in the corpus. */
  readonly count: number;
  /** How often of these behind a preposition of places. */
  readonly places: number;
  /** How often of these behind `the`. */
  readonly articles: number;
  /** Whether it is the last word of other names. */
  readonly isLast: boolean;
}

/** Words that kinds of states end in. */
const states = new Set(['country', 'nation', 'state', 'republic', 'kingdom', 'land']);
const leastPlaces = 0.3;

/**
 * What a name is the name of, roughly: `person`, `country`, `place`, `people` (Armenian), `peoples` (Armenians), `designation` (Mi-8), or the field of its last word, such as
 * `noun.act` of a war. `undefined` where nothing tells.
 */
export function nameKind(
  { text, count, places, isLast }: Omit<NameUse, 'articles'>,
  thesaurus: Thesaurus | undefined,
): string | undefined {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  // `Part II`, `I`, the last word of `Apple Inc`: nothing tells.
  const isUnclear =
    /^(?:\p{L}|[IVX]+)$/u.test(last) ||
    (words.length === 1 &&
      (/^(?:Co|Corp|Inc|Jr|Ltd|Sr)$/.test(text) || closedTag(text.toLowerCase()) !== undefined));
  if (isUnclear) return undefined;
  if (words.length === 1 && /\p{N}/u.test(text))
    return /\p{N}s$/u.test(text) ? 'designations' : 'designation';
  const known = thesaurus === undefined ? undefined : knownKind(text, thesaurus);
  if (known !== undefined) return known;
  if (words.length > 1) {
    const field = thesaurus === undefined ? undefined : fieldOfNoun(last.toLowerCase(), thesaurus);
    if (field !== undefined) return field;
    if (/ (?:of|the) /.test(text) || /\p{N}/u.test(text)) return undefined;
    return words.length <= 3 ? 'person' : undefined;
  }
  if (count >= 2 && places / count >= leastPlaces) return 'place';
  // `War`, the last word of names of wars.
  const isCommon = thesaurus !== undefined && fieldOfNoun(text.toLowerCase(), thesaurus) !== undefined;
  return isLast && !isCommon ? 'person' : undefined;
}

/** Of a name that the thesaurus knows. */
function knownKind(text: string, thesaurus: Thesaurus): string | undefined {
  if (!text.includes(' ') && thesaurus.senses(text, 'adjective').some(({ word }) => isCapitalised(word)))
    return 'people';
  const singular = singularsOf(text).find((base) =>
    thesaurus.senses(base, 'adjective').some(({ word }) => isCapitalised(word)),
  );
  if (singular !== undefined) return 'peoples';
  const [sense] = thesaurus.senses(text, 'noun').filter(({ word }) => isCapitalised(word));
  if (sense === undefined) return undefined;
  const [above = ''] = thesaurus.related(sense, 'hypernym');
  switch (sense.field) {
    case 'noun.location':
      return states.has(above.split(' ').at(-1) ?? '') ? 'country' : 'place';
    case 'noun.person':
      return sense.isName ? 'person' : text.includes(' ') ? undefined : 'people';
    default:
      // `TV` is written so, and the name of nothing.
      return sense.isName ? sense.field : undefined;
  }
}

function fieldOfNoun(word: string, thesaurus: Thesaurus): string | undefined {
  const senses = [word, ...singularsOf(word)].flatMap((base) => thesaurus.senses(base, 'noun'));
  return senses.find((sense) => !isCapitalised(sense.word))?.field;
}
