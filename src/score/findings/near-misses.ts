import type { FormRecord } from '../../claims/record-form.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { idOfPiece, isOdd, type Piece } from '../evidence/piece.ts';
import type { Joined, JoinedRecord } from '../join/join-records.ts';
import type { Gold, Prediction, ScoreOptions, Scorer } from '../scorer.ts';
import { scoreRules } from './score-rules.ts';

/** Claims that are looked at, and of these scored a second time, leniently: enough to tell of a wrong spelling, at no cost for a large file. */
const maxSeen = 1000;
const maxExamined = 500;

/** Claims with evidence on both sides from which on it is no chance that no prediction has a piece of the gold evidence. */
const minStrange = 20;

/** What an article may have that another spelling of it has not: what is not ASCII, blanks, brackets, colons and their escapes. */
const respelt = /[^!-~]|[()[\]:]|-[LR][RS]B-|-COLON-/;

/** Counts claims that would score higher if spelling did not count, and tells where evidence of predictions and gold has nothing in common. */
export class NearMisses<R extends JoinedRecord & FormRecord> {
  readonly #scorer: Scorer;
  readonly #lenient: ScoreOptions;
  #seen = 0;
  #examined = 0;
  #count = 0;
  #first: R | undefined;
  /** Claims with gold and predicted evidence, until some have a piece in common; then `undefined`. */
  #strange:
    | { count: number; first?: { readonly record: R; readonly gold: Piece; readonly predicted: Piece } }
    | undefined = {
    count: 0,
  };

  constructor(scorer: Scorer, options: ScoreOptions) {
    this.#scorer = scorer;
    this.#lenient = { ...options, lenient: true };
    // Where spelling does not count there is nothing to find.
    if (options.lenient) this.#seen = maxSeen;
  }

  /** Whether further claims are not looked at. */
  get isDone(): boolean {
    return this.#seen >= maxSeen || this.#examined >= maxExamined;
  }

  /** How many were found among the claims looked at. */
  get count(): number {
    return this.#count;
  }

  see(joined: Joined<R>, gold: Gold, prediction: Prediction, outcome: readonly number[]): void {
    if (this.isDone || joined.prediction === undefined) return;
    this.#seen += 1;
    this.#compare(joined.prediction, gold, prediction);
    const hasOtherLabel = prediction.label !== undefined && !this.#hasLabel(gold, prediction.label);
    if (!hasOtherLabel && !prediction.pieces.some(isRespelt) && !gold.sets.some((set) => set.some(isRespelt)))
      return;
    this.#examined += 1;
    const again = this.#scorer.readGold(joined.gold.json, this.#lenient).value;
    if (again === undefined) return;
    const other = this.#scorer.readPrediction(joined.prediction.json, this.#lenient).value;
    const better = this.#scorer.outcomeOf(again, other, this.#lenient);
    if (!this.#isHigher(better, outcome)) return;
    this.#count += 1;
    this.#first ??= joined.prediction;
  }

  *findings(): Generator<Diagnostic> {
    if (this.#first !== undefined) {
      yield createDiagnostic(scoreRules.nearMiss, 'found', {
        place: this.#first.place([]),
        data: { count: this.#count },
      });
      return;
    }
    const { count = 0, first } = this.#strange ?? {};
    if (first === undefined || count < minStrange) return;
    yield createDiagnostic(scoreRules.nearMiss, 'strange', {
      place: first.record.place([]),
      data: { count, predicted: idOfPiece(first.predicted), gold: idOfPiece(first.gold) },
      help: 'Check that both files are of the same claims in the same order, and name evidence in the same way: sentences or articles, counted from 0.',
    });
  }

  /** Looks for a piece of gold among those predicted, until one was found. */
  #compare(record: R, { sets }: Gold, { pieces }: Prediction): void {
    if (this.#strange === undefined) return;
    const [predicted] = pieces;
    const gold = sets.flat().find((piece) => !isOdd(piece));
    if (predicted === undefined || gold === undefined) return;
    const wanted = new Set(sets.flat());
    if (pieces.some((piece) => wanted.has(piece))) this.#strange = undefined;
    else {
      this.#strange.count += 1;
      this.#strange.first ??= { record, gold, predicted };
    }
  }

  #hasLabel(gold: Gold, label: string): boolean {
    return this.#scorer.sameLabel(gold.label, label, { ...this.#lenient, lenient: false });
  }

  /** Whether any figure of the claim alone is higher. */
  #isHigher(better: readonly number[], outcome: readonly number[]): boolean {
    const before = this.#scorer.figuresOf(outcome);
    return this.#scorer.figuresOf(better).some((figure, at) => (figure ?? 0) > (before[at] ?? 0));
  }
}

function isRespelt(piece: Piece): boolean {
  return respelt.test(piece.slice(0, piece.indexOf('\u0000')));
}
