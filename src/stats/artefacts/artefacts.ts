import type { Annotation } from '../../claims/annotation.ts';
import type { Article } from '../../corpus/article.ts';
import type { Language } from '../../text/languages/language.ts';
import type { PlacedClaim } from '../claim-change.ts';
import { entropyOf } from '../entropy.ts';
import { type AttributeTables, measureAttributes } from './attribute-tables.ts';
import { type CueFigures, measureCueWords } from './cue-words.ts';
import { type EvidenceCoverage, measureEvidenceCoverage } from './evidence-coverage.ts';
import { type EvidencePositions, measureEvidencePositions } from './evidence-positions.ts';
import { labelsOf } from './labels-of.ts';
import { defaultNgramOptions, measureNgramLmi, type NgramLmi, type NgramOptions } from './ngram-lmi.ts';

/** What there is in claims that tells of their labels, without any evidence being read. Plain data. */
export interface Artefacts {
  readonly labels: LabelledClaims;
  /** One for each length that was asked for. */
  readonly ngrams: readonly NgramLmi[];
  /** `null` where the words of the language are not known. */
  readonly cues: CueFigures | null;
  readonly attributes: AttributeTables;
  readonly positions: EvidencePositions;
  /** `null` where no article is at hand. */
  readonly coverage: EvidenceCoverage | null;
}

/** How many claims there are of what label. */
export interface LabelledClaims {
  /** With a label or without. */
  readonly claims: number;
  /** Claims without a label, which are left out everywhere. */
  readonly unlabelled: number;
  /** Claims with labels beyond the thirty commonest, which are left out too. */
  readonly otherLabels: number;
  readonly labels: readonly { readonly label: string; readonly claims: number }[];
  /** In bits: what there is to tell. */
  readonly entropy: number;
}

export interface ArtefactOptions {
  /** Without it negations and cue words are not looked for. */
  readonly language?: Language | undefined;
  /** Those of the corpus that are at hand; none by default. */
  readonly articles?: readonly Article[];
  readonly annotations?: Iterable<Annotation>;
  /** Lengths of n-grams; 1 and 2 by default. */
  readonly lengths?: readonly number[];
  readonly ngrams?: Omit<NgramOptions, 'n'>;
}

/** All artefacts of claims but those that a classifier finds. Linear in the words of the claims. */
export function measureArtefacts(
  claims: readonly PlacedClaim[],
  {
    language,
    articles = [],
    annotations = [],
    lengths = [1, 2],
    ngrams = defaultNgramOptions,
  }: ArtefactOptions = {},
): Artefacts {
  const own = claims.map(({ claim }) => claim);
  return {
    labels: measureLabels(claims),
    ngrams: lengths.map((n) => measureNgramLmi(own, { ...ngrams, n })),
    cues: language === undefined ? null : measureCueWords(own, language.cueWords),
    attributes: measureAttributes(claims, language, annotations),
    positions: measureEvidencePositions(own, articles),
    coverage: articles.length === 0 ? null : measureEvidenceCoverage(articles, own),
  };
}

function measureLabels(claims: readonly PlacedClaim[]): LabelledClaims {
  const names = labelsOf(claims.map(({ claim }) => claim));
  const counts = names.map(() => 0);
  let [unlabelled, otherLabels] = [0, 0];
  for (const {
    claim: { label },
  } of claims) {
    const at = label === undefined ? -1 : names.indexOf(label);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
    else if (label === undefined) unlabelled += 1;
    else otherLabels += 1;
  }
  return {
    claims: claims.length,
    unlabelled,
    otherLabels,
    labels: names.map((label, at) => ({ label, claims: counts[at] ?? 0 })),
    entropy: entropyOf(counts),
  };
}
