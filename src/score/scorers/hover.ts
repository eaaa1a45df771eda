import { labelOfSpelling } from '../../claims/label.ts';
import { foundOf } from '../../text/found-of.ts';
import { toNfc } from '../../text/normalise.ts';
import { lenientPiece } from '../evidence/lenient-piece.ts';
import { type Piece, partsOfPiece, pieceOf, pieceOfId } from '../evidence/piece.ts';
import { readSets } from '../evidence/read-sets.ts';
import { failAsHover, failAsHoverAtEnd } from '../official/fail-as-hover.ts';
import { readGoldLabel, readPredictedPieces } from '../read-record.ts';
import type { Flaw, Gold, Prediction, ScoreOptions, Scorer } from '../scorer.ts';

/** HoVer's two labels. */
const [supported, notSupported] = ['SUPPORTED', 'NOT_SUPPORTED'];

/** What HoVer calls the three labels of FEVER. */
const wireLabels: ReadonlyMap<string, string> = new Map([
  ['SUPPORTS', supported],
  ['REFUTES', notSupported],
  ['NOT ENOUGH INFO', notSupported],
]);

/** Sentences of an article that count for the HoVer score, the first ones predicted. */
const maxSentencesOfArticle = 2;

export interface HoverGold extends Gold {
  /** Articles that the claim needs; `undefined` where the record does not say: those of the evidence set. */
  readonly hops: number | undefined;
}

/** HoVer score, label accuracy and evidence figures (Jiang et al. 2020). */
export const hover: Scorer<HoverGold, Prediction> = {
  id: 'hover',
  title: 'HoVer',
  url: 'https://hover-nlp.github.io',
  about: 'label and a sentence of each article that the claim needs; exact match and F1 of sentences',
  customFor: ['hover'],
  reads: ['hover', 'jsonl'],
  parts: ['claims', 'score', 'labels', 'exact', 'f1', 'precision', 'recall'],
  figures: [
    {
      id: 'hoverScore',
      title: 'HoVer score',
      about: `Share of claims with the right label and a gold sentence of each gold article, among the first ${maxSentencesOfArticle} predicted sentences of each of the first k + 1 predicted articles, where k is the number of hops.`,
    },
    { id: 'labelAccuracy', title: 'label accuracy', about: 'Share of claims with the right label.' },
    {
      id: 'evidenceExactMatch',
      title: 'evidence EM',
      about: 'Share of claims of which the gold sentences and no others were predicted.',
    },
    {
      id: 'evidenceF1',
      title: 'evidence F1',
      about: 'Mean over claims of the F1 of predicted sentences.',
    },
    {
      id: 'evidencePrecision',
      title: 'evidence precision',
      about: 'Mean over claims of the share of predicted sentences that are gold.',
    },
    {
      id: 'evidenceRecall',
      title: 'evidence recall',
      about: 'Mean over claims of the share of gold sentences that were predicted.',
    },
  ],
  deviations: [
    'Exact match and F1 of sentences and label accuracy are those of the two evaluations in hover-nlp/hover, which compare titles regardless of Unicode normal form; they give percentages of the claims that have a prediction, here they are shares of all claims.',
    'The HoVer score is as the leaderboard’s page describes it, because its script is not among the published code. k is `num_hops`, and where a record has none the number of its gold articles. Articles are ranked by their first sentence among the predicted ones.',
    'Precision and recall of evidence are those that F1 is made of, averaged likewise; neither evaluation prints them. Where neither gold nor predicted sentences exist all three are 1, where only one of them exists 0.',
    'SUPPORTS, the label of claimset’s own records, is SUPPORTED; REFUTES and NOT ENOUGH INFO are NOT_SUPPORTED. With `--official` labels are compared letter by letter.',
    'A claim of HoVer has one evidence set. Where a record has several, the one with the highest F1 counts, and for the HoVer score any.',
    'All predicted sentences count: `--max-evidence` changes nothing.',
  ],
  readGold(record, options) {
    const flaws: Flaw[] = [];
    const label = readGoldLabel(record, flaws);
    const sets = Object.hasOwn(record, 'supporting_facts')
      ? readFacts(record.supporting_facts, flaws, options)
      : readSets(record, flaws, (item) => idPiece(item, options), 'an evidence id');
    if (label === undefined || sets === undefined) return { value: undefined, flaws };
    const { num_hops: hops } = record;
    const isCount = typeof hops === 'number' && Number.isInteger(hops) && hops > 0;
    return { value: { label: wireLabel(label, options), sets, hops: isCount ? hops : undefined }, flaws };
  },
  readPrediction(record, options) {
    const { value, flaws } = readPredictedPieces(
      record,
      (item) => idPiece(item, options) ?? factPiece(item, options),
      'a title with the number of a sentence, or an evidence id',
      ['predicted_sp', 'predicted_evidence', 'supporting_facts', 'evidence'],
    );
    const { label, pieces } = value;
    return { value: { label: label === undefined ? undefined : wireLabel(label, options), pieces }, flaws };
  },
  nothing: { label: undefined, pieces: [] },
  outcomeOf(gold, { label, pieces }) {
    const right = label === gold.label ? 1 : 0;
    const counts = countsOf(pieces);
    // What has no evidence has an empty set: nothing is to be found.
    const [first = [], ...others] = gold.sets;
    let best = overlapOf(first, pieces, counts);
    for (const set of others) {
      const overlap = overlapOf(set, pieces, counts);
      if (overlap.f1 > best.f1) best = overlap;
    }
    const { exact, f1, precision, recall } = best;
    const isScored = right === 1 && (gold.sets.length === 0 || hasEveryArticle(gold, pieces));
    return [1, isScored ? 1 : 0, right, exact, f1, precision, recall];
  },
  figuresOf([claims = 0, ...sums]) {
    return sums.map((sum) => (claims === 0 ? null : sum / claims));
  },
  bounds: [
    {
      id: 'goldEvidence',
      title: 'with gold evidence',
      replace: (gold, prediction) => ({ ...prediction, pieces: gold.sets[0] ?? [] }),
    },
    {
      id: 'goldLabel',
      title: 'with gold label',
      replace: (gold, prediction) => ({ ...prediction, label: gold.label }),
    },
  ],
  officialJoin: { by: 'id' },
  sameLabel: (gold, predicted, options) => wireLabel(gold, options) === wireLabel(predicted, options),
  failAsOfficial: failAsHover,
  failAsOfficialAtEnd: failAsHoverAtEnd,
};

function readFacts(facts: unknown, flaws: Flaw[], options: ScoreOptions): Piece[][] | undefined {
  if (!Array.isArray(facts)) {
    const data = { found: foundOf(facts), expected: 'a list of titles with numbers of sentences' };
    flaws.push({ path: ['supporting_facts'], messageId: 'evidence', data });
    return undefined;
  }
  const set: Piece[] = [];
  for (const [at, fact] of (facts as unknown[]).entries()) {
    const piece = factPiece(fact, options);
    if (piece === undefined) {
      const data = { found: foundOf(fact), expected: 'a title with the number of a sentence' };
      flaws.push({ path: ['supporting_facts', at], messageId: 'evidence', data });
      return undefined;
    }
    set.push(piece);
  }
  return set.length === 0 ? [] : [set];
}

/** The piece of `[title, sentence]`, whatever follows; a number as text is the number. Both as in the official code. */
function factPiece(fact: unknown, options: ScoreOptions): Piece | undefined {
  if (!Array.isArray(fact) || fact.length < 2) return undefined;
  const [title, sentence] = fact as unknown[];
  if (typeof title !== 'string') return undefined;
  const isNumber = typeof sentence === 'number' ? Number.isInteger(sentence) : isDigits(sentence);
  return isNumber ? hoverPiece(pieceOf(title, 'sentence', String(sentence)), options) : undefined;
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d+$/.test(value);
}

/** The piece of an evidence id. */
function idPiece(item: unknown, options: ScoreOptions): Piece | undefined {
  const piece = typeof item === 'string' ? pieceOfId(item) : undefined;
  return piece && hoverPiece(piece, options);
}

/** The piece in one normal form: the official code takes D, in which the same titles are equal as in C. */
function hoverPiece(piece: Piece, { lenient }: ScoreOptions): Piece {
  return lenient ? lenientPiece(piece) : toNfc(piece);
}

/** A label in HoVer's spelling; one that it does not have as it stands. */
function wireLabel(label: string, { lenient, official }: Pick<ScoreOptions, 'lenient' | 'official'>): string {
  if (official) return label;
  if (lenient && /^not[\s_-]*supported$/i.test(label.trim())) return notSupported;
  const known = lenient ? labelOfSpelling(label) : undefined;
  return wireLabels.get(known ?? label) ?? label;
}

interface Overlap {
  readonly exact: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** What a set and the predicted pieces have in common. Linear in the set. @param counts how often each piece was predicted */
function overlapOf(
  set: readonly Piece[],
  pieces: readonly Piece[],
  counts: ReadonlyMap<Piece, number>,
): Overlap {
  if (set.length === 0 || pieces.length === 0) {
    const both = set.length === pieces.length ? 1 : 0;
    return { exact: both, f1: both, precision: both, recall: both };
  }
  let same = 0;
  for (const [piece, count] of countsOf(set)) same += Math.min(count, counts.get(piece) ?? 0);
  const precision = same / pieces.length;
  const recall = same / set.length;
  const f1 = same === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const exact = set.length === pieces.length && set.every((piece) => counts.has(piece)) ? 1 : 0;
  return { exact, f1, precision, recall };
}

function countsOf(pieces: readonly Piece[]): ReadonlyMap<Piece, number> {
  const counts = new Map<Piece, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/** Whether a gold sentence of each article of some set is among the predicted ones that count for the HoVer score. */
function hasEveryArticle({ sets, hops }: HoverGold, pieces: readonly Piece[]): boolean {
  const countedOf = new Map<number, ReadonlySet<Piece>>();
  return sets.some((set) => {
    const articles = new Set(set.map(articleOf));
    const maxArticles = (hops ?? articles.size) + 1;
    let counted = countedOf.get(maxArticles);
    if (counted === undefined) {
      counted = countedPieces(pieces, maxArticles);
      countedOf.set(maxArticles, counted);
    }
    for (const piece of set) if (counted.has(piece)) articles.delete(articleOf(piece));
    return articles.size === 0;
  });
}

/** The first few sentences of each of the first articles. */
function countedPieces(pieces: readonly Piece[], maxArticles: number): ReadonlySet<Piece> {
  const sentences = new Map<string, number>();
  const counted = new Set<Piece>();
  for (const piece of pieces) {
    const article = articleOf(piece);
    const before = sentences.get(article) ?? 0;
    if (before === maxSentencesOfArticle || (before === 0 && sentences.size === maxArticles)) continue;
    sentences.set(article, before + 1);
    counted.add(piece);
  }
  return counted;
}

/** The article of a piece; what is no piece is its own. */
function articleOf(piece: Piece): string {
  return partsOfPiece(piece)?.article ?? piece;
}
