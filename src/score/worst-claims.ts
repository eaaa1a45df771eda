import { labelOfSpelling } from '../claims/label.ts';
import { hasCompleteSet } from './evidence/evidence-sets.ts';
import { neededPieces } from './evidence/needed-pieces.ts';
import { idOfPiece, isOdd, type Piece } from './evidence/piece.ts';
import { recordId } from './join/record-id.ts';
import type { Gold, JsonObject, Prediction, ScoreOptions, Scorer } from './scorer.ts';
import type { WorstClaim } from './scores.ts';

/** A claim with what became of it. */
export interface ScoredClaim<G extends Gold = Gold, P extends Prediction = Prediction> {
  /** Position of the gold record in its file. */
  readonly index: number;
  readonly gold: G;
  /** The scorer's `nothing` where there is none. */
  readonly prediction: P;
  readonly outcome: readonly number[];
  /** The gold record. */
  readonly record: JsonObject;
  /** The predicted label's, from 0 to 1. */
  readonly probability?: number | undefined;
}

/** From here on a system is sure of its label. */
const sureProbability = 0.9;

/** What became of a claim, the worst first. */
const kinds = ['sure', 'opposite', 'wrong', 'right', 'unlabelled', 'missing'] as const;
type Kind = (typeof kinds)[number];

/** How much of the gold evidence was predicted, the most first, with what a fault says of it. */
const evidenceWords = {
  found: 'evidence found',
  late: 'evidence found too late',
  among: 'evidence found among other',
  part: 'part of the evidence found',
  missed: 'evidence not found',
  nothing: 'no evidence predicted',
  unneeded: undefined,
} as const;
const evidenceStates = Object.keys(evidenceWords) as (keyof typeof evidenceWords)[];

interface Kept {
  /** Compared number by number, the larger the worse. */
  readonly rank: readonly number[];
  readonly claim: WorstClaim;
}

/**
 * Keeps the claims that tell most about a system, of those on which the scorer's first figure lost anything:
 *
 * 1. wrong labels with a probability of 0.9 or more: what the system has learnt wrongly, or an error of the gold data;
 * 2. the opposite label, SUPPORTS for REFUTES and the other way round: somebody would be told what is not true;
 * 3. other wrong labels, such as those beside NOT ENOUGH INFO;
 * 4. the right label without its evidence, which is right for the wrong reason;
 * 5. predictions without a label, and claims without a prediction: a fault of the file more often than of the system.
 *
 * In each, the claims on which more was lost come first. Of wrong labels, those follow first for which the evidence had been found: only
 * the label was missing. Of right labels, those of which no evidence had been found. Then the higher probability, then the gold file's order.
 */
export class WorstClaims<G extends Gold = Gold, P extends Prediction = Prediction> {
  readonly #limit: number;
  readonly #scorer: Scorer<G, P>;
  readonly #options: ScoreOptions;
  /** Not for rankings of evidence, to which all labels are the same. */
  readonly #countsLabels: boolean;
  /** The worst first. */
  readonly #kept: Kept[] = [];

  /** @param limit claims that are kept */
  constructor(limit: number, scorer: Scorer<G, P>, options: ScoreOptions) {
    this.#limit = limit;
    this.#scorer = scorer;
    this.#options = options;
    this.#countsLabels = !scorer.sameLabel('SUPPORTS', 'REFUTES', options);
  }

  /** Claims may come in any order. */
  add(scored: ScoredClaim<G, P>): void {
    if (this.#limit <= 0) return;
    const kind = this.#kindOf(scored);
    const loss = this.#lossOf(scored.outcome) ?? (kind === 'right' ? 0 : 1);
    if (loss <= 0) return;
    const { gold, prediction, probability = 0, index } = scored;
    const isOpposite = kind !== 'right' && areOpposite(gold.label, prediction.label);
    const before = [kinds.length - kinds.indexOf(kind), isOpposite ? 1 : 0, loss];
    const last = this.#kept.length < this.#limit ? undefined : this.#kept.at(-1);
    // How much evidence was found is asked only of claims that may be kept: it costs as much as scoring.
    if (last !== undefined && compareRanks(before, last.rank.slice(0, before.length)) > 0) return;
    const state = kind === 'missing' ? 'unneeded' : this.#evidenceOf(scored);
    const found = evidenceStates.indexOf(state);
    const rank = [...before, kind === 'right' ? found : -found, probability, -index];
    let at = this.#kept.length;
    while (at > 0 && compareRanks(rank, this.#kept[at - 1]?.rank ?? []) < 0) at -= 1;
    if (at >= this.#limit) return;
    const fault = [labelWords(kind, isOpposite, this.#countsLabels), evidenceWords[state]];
    this.#kept.splice(at, 0, {
      rank,
      claim: describe(
        scored,
        this.#countsLabels ? gold.label : '',
        fault.filter((words) => words).join(', '),
      ),
    });
    if (this.#kept.length > this.#limit) this.#kept.pop();
  }

  /** The worst first. */
  result(): WorstClaim[] {
    return this.#kept.map(({ claim }) => claim);
  }

  #kindOf({ gold, prediction, probability = 0 }: ScoredClaim<G, P>): Kind {
    if (prediction === this.#scorer.nothing) return 'missing';
    if (!this.#countsLabels) return 'right';
    if (prediction.label === undefined) return 'unlabelled';
    if (this.#scorer.sameLabel(gold.label, prediction.label, this.#options)) return 'right';
    if (probability >= sureProbability) return 'sure';
    return areOpposite(gold.label, prediction.label) ? 'opposite' : 'wrong';
  }

  /** What the first figure of the claim alone falls short of being perfect; `undefined` where it is not defined. */
  #lossOf(outcome: readonly number[]): number | undefined {
    const value = this.#scorer.figuresOf(outcome)[0] ?? undefined;
    if (value === undefined) return undefined;
    return this.#scorer.figures[0]?.isError === true ? value : 1 - value;
  }

  #evidenceOf({ gold, prediction }: ScoredClaim<G, P>): keyof typeof evidenceWords {
    if (neededPieces(gold).length === 0) return 'unneeded';
    if (!this.#isLost(gold, this.#righted(gold, this.#scorer.nothing))) return 'unneeded';
    const righted = this.#righted(gold, prediction);
    if (!this.#isLost(gold, righted)) return 'found';
    const unlimited = {
      maxEvidence: Number.POSITIVE_INFINITY,
      maxCells: Number.POSITIVE_INFINITY,
    };
    if (!this.#isLost(gold, righted, unlimited)) return 'late';
    if (prediction.pieces.length === 0) return 'nothing';
    if (hasCompleteSet(gold.sets, prediction.pieces)) return 'among';
    const predicted = new Set(prediction.pieces);
    return gold.sets.some((set) => set.some((piece) => predicted.has(piece))) ? 'part' : 'missed';
  }

  #isLost(gold: G, prediction: P, other: Partial<ScoreOptions> = {}): boolean {
    const options = { ...this.#options, ...other };
    return (this.#lossOf(this.#scorer.outcomeOf(gold, prediction, options)) ?? 0) > 0;
  }

  /** The prediction with the gold label. */
  #righted(gold: G, prediction: P): P {
    const bound = this.#scorer.bounds.find(({ id }) => id === 'goldLabel');
    return bound?.replace(gold, prediction, this.#options) ?? { ...prediction, label: gold.label };
  }
}

/** Negative where the first is worse, as for sorting. */
function compareRanks(first: readonly number[], second: readonly number[]): number {
  for (const [at, value] of first.entries()) {
    const difference = (second[at] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}

function areOpposite(gold: string, predicted: string | undefined): boolean {
  const [first, second] = [gold, predicted ?? ''].map(labelOfSpelling);
  return (first === 'SUPPORTS' && second === 'REFUTES') || (first === 'REFUTES' && second === 'SUPPORTS');
}

function labelWords(kind: Kind, isOpposite: boolean, countsLabels: boolean): string | undefined {
  if (kind === 'missing') return 'no prediction';
  if (kind === 'unlabelled') return 'no label';
  if (kind === 'right') return countsLabels ? 'right label' : undefined;
  return isOpposite ? 'opposite label' : 'wrong label';
}

/** @param gold the label, empty where labels do not count */
function describe(
  { gold: { sets }, prediction, record, probability }: ScoredClaim,
  gold: string,
  fault: string,
): WorstClaim {
  const { claim } = record;
  return {
    id: recordId(record),
    claim: typeof claim === 'string' ? claim : undefined,
    gold,
    predicted: prediction.label,
    fault,
    goldEvidence: distinctSets(sets).map((set) => set.map(idOfPiece)),
    predictedEvidence: prediction.pieces.map(idOfPiece),
    ...(probability !== undefined && { probability }),
  };
}

/** The sets that have pieces of evidence, each once: two annotators often found the same. */
function distinctSets(sets: Gold['sets']): (readonly Piece[])[] {
  const known = new Map<string, readonly Piece[]>();
  for (const set of sets) {
    const pieces = set.filter((piece) => !isOdd(piece));
    const key = JSON.stringify(pieces);
    if (pieces.length > 0 && !known.has(key)) known.set(key, pieces);
  }
  return [...known.values()];
}
