import { OfficialFailure } from '../../src/score/official-failure.ts';
import type { Gold, JsonObject, Prediction, ScoreOptions, Scorer } from '../../src/score/scorer.ts';
import { type Pairs, plain, scorePairs } from './score-pairs.ts';

/** What the official code gives for a list of predictions, as the golden files have it. */
export type OfficialOutput =
  | { readonly ok: true; readonly result: readonly (number | null)[] }
  | { readonly ok: false; readonly error: string; readonly message: string };

/** A call of the official scorers: gold stands in the predictions or, by position, in `actual`; `null` is Python's None. */
export interface OfficialCall {
  readonly predictions: readonly JsonObject[];
  readonly actual?: readonly JsonObject[] | null;
  readonly kwargs?: {
    readonly max_evidence?: number | null;
    readonly max_evidence_cell?: number | null;
  };
}

/** Gold records with predictions as the official code pairs them: gold of the prediction itself comes first, if it is whole. */
export function pairsOf({ predictions, actual }: OfficialCall): Pairs {
  return predictions.map((prediction, at) => {
    const hasGold = Object.hasOwn(prediction, 'evidence') && Object.hasOwn(prediction, 'label');
    return [hasGold ? prediction : (actual?.[at] ?? {}), prediction];
  });
}

export function optionsOf({ kwargs }: OfficialCall, official: boolean): ScoreOptions {
  const { max_evidence: maxEvidence = 5, max_evidence_cell: maxCells = 25 } = kwargs ?? {};
  const all = Number.POSITIVE_INFINITY;
  return { ...plain, official, maxEvidence: maxEvidence ?? all, maxCells: maxCells ?? all };
}

/** What a scorer gives with `official`; the message of a failure is the whole one. */
export function scoreAsOfficial<G extends Gold, P extends Prediction>(
  scorer: Scorer<G, P>,
  call: OfficialCall,
): OfficialOutput {
  const options = optionsOf(call, true);
  const pairs = pairsOf(call);
  try {
    for (const [gold, prediction] of pairs) scorer.failAsOfficial?.(gold, prediction, options);
    const { figures, totals, labels } = scorePairs(scorer, pairs, options);
    if (labels.length !== pairs.length) throw new Error('A claim was left out.');
    scorer.failAsOfficialAtEnd?.(Object.values(totals));
    return { ok: true, result: Object.values(figures) };
  } catch (error) {
    if (!(error instanceof OfficialFailure)) throw error;
    return { ok: false, error: error.pythonClass, message: error.message };
  }
}

/** Length at which the golden files cut messages. */
const cutMessage = 160;

/** An output whose message is told as OfficialFailure tells it, as far as the golden files have it. */
export function comparable(output: OfficialOutput, other: OfficialOutput): OfficialOutput {
  if (output.ok || other.ok) return output;
  const told = `The official scorer fails here with ${other.error}: ${other.message}${other.message.length < cutMessage ? '. Without' : ''}`;
  return output.message.startsWith(told) ? { ...output, message: other.message } : output;
}
