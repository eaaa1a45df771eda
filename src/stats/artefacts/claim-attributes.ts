import type { OpenClaim } from '../../claims/open-claim.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isCell } from '../../corpus/evidence-kind.ts';
import type { Language } from '../../text/languages/language.ts';
import { numbersIn } from '../../text/numbers.ts';
import { plural } from '../../text/plural.ts';
import { words } from '../../text/words.ts';
import type { PlacedClaim } from '../claim-change.ts';
import { createCueFinder } from './find-cues.ts';
import { countNameRuns } from './name-runs.ts';

/** Something that a claim has whatever its label is, and that should tell nothing of it. */
export interface Attribute {
  readonly id: string;
  readonly title: string;
  /** Where claims without a value are no fault: what has to be there for one. */
  readonly needs?: string;
  /** The value of a claim; `undefined` where it has none. */
  readonly valueOf: (placed: PlacedClaim) => string | undefined;
  /** Values in the order in which they are listed; by default as the letters have it. */
  readonly order?: readonly string[];
}

const yesNo = ['yes', 'no'];
const manyFrom = 4;
const counts = [...Array.from({ length: manyFrom }, (_, count) => String(count)), `${manyFrom} and more`];

/** The attributes that are looked at, of claims in a language whose words are known or not. */
export function attributesFor(
  claims: readonly PlacedClaim[],
  language: Language | undefined,
): readonly Attribute[] {
  return [
    lengthOf(claims),
    ...(language === undefined ? [] : [negation(language)]),
    {
      id: 'number',
      title: 'a number in the claim',
      order: yesNo,
      valueOf: ({ claim: { claim } }) => yesOrNo(hasNumber(claim, language)),
    },
    {
      id: 'names',
      title: 'names in the claim',
      order: counts,
      valueOf: ({ claim: { claim } }) => countName(countNameRuns(claim)),
    },
    {
      id: 'challenge',
      title: 'challenge',
      needs: 'a challenge',
      valueOf: ({ claim }) => ownText(claim, 'challenge'),
    },
    {
      id: 'mutation',
      title: 'mutation',
      needs: 'a mutation',
      valueOf: ({ claim }) => ownText(claim, 'mutation'),
    },
    {
      id: 'evidence-kind',
      title: 'kind of evidence',
      needs: 'evidence',
      order: ['text only', 'text and tables', 'tables only'],
      valueOf: ({ claim }) => evidenceKind(claim),
    },
    {
      id: 'evidence-sets',
      title: 'evidence sets',
      needs: 'evidence',
      order: counts,
      valueOf: ({ claim: { evidence } }) => (evidence.length === 0 ? undefined : countName(evidence.length)),
    },
    {
      id: 'evidence-needed',
      title: 'pieces in the smallest evidence set',
      needs: 'evidence',
      order: counts,
      valueOf: ({ claim: { evidence } }) =>
        evidence.length === 0
          ? undefined
          : countName(
              evidence.reduce((least, set) => Math.min(least, new Set(set).size), Number.POSITIVE_INFINITY),
            ),
    },
    { id: 'split', title: 'split', needs: 'a split', valueOf: ({ split }) => split },
  ];
}

/** The length of claims in words, in quarters of about as many claims; fewer where many claims are of one length. */
function lengthOf(claims: readonly PlacedClaim[]): Attribute {
  const lengths = claims.map(({ claim }) => words(claim.claim).length).sort((a, b) => a - b);
  const bounds = [
    ...new Set([1, 2, 3].map((quarter) => lengths[Math.ceil((lengths.length * quarter) / 4) - 1] ?? 0)),
  ].filter((bound) => bound < (lengths.at(-1) ?? 0));
  const names = [...bounds, Number.POSITIVE_INFINITY].map((bound, at) => {
    const from = at === 0 ? (lengths[0] ?? 0) : (bounds[at - 1] ?? 0) + 1;
    if (bound === Number.POSITIVE_INFINITY) return `${from} ${plural('word', from)} and more`;
    return from === bound ? `${from} ${plural('word', from)}` : `${from} to ${bound} words`;
  });
  return {
    id: 'length',
    title: 'length of the claim',
    order: names,
    valueOf: ({ claim }) => {
      const length = words(claim.claim).length;
      const at = bounds.findIndex((bound) => length <= bound);
      return names[at < 0 ? bounds.length : at];
    },
  };
}

function negation({ negations }: Language): Attribute {
  const find = createCueFinder(negations);
  return {
    id: 'negation',
    title: 'a negation in the claim',
    order: yesNo,
    valueOf: ({ claim: { claim } }) => yesOrNo(find(claim).length > 0),
  };
}

function hasNumber(claim: string, language: Language | undefined): boolean {
  return /\p{N}/u.test(claim) || (language !== undefined && numbersIn(claim, language).length > 0);
}

/** What the evidence of a claim is, all its sets together: items and captions are text. */
function evidenceKind({ evidence }: OpenClaim): string | undefined {
  if (evidence.length === 0) return undefined;
  let [text, tables] = [false, false];
  for (const id of evidence.flat()) {
    const parts = parseEvidenceId(id);
    if (parts !== undefined && isCell(parts.kind)) tables = true;
    else text = true;
  }
  return text && tables ? 'text and tables' : tables ? 'tables only' : 'text only';
}

function countName(count: number): string | undefined {
  return counts[Math.min(count, manyFrom)];
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}

function ownText(claim: OpenClaim, key: string): string | undefined {
  const value = Object.hasOwn(claim, key) ? claim[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
