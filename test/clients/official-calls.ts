import { goldHasIds, predictionHasIds } from '../../src/score/official/has-ids.ts';
import type { JsonObject } from '../../src/score/scorer.ts';
import { createRng } from '../../src/text/rng.ts';
import type { OfficialCall } from '../score/score-as-official.ts';

/** Draws calls of the official scorers at random: the same seed, the same calls. */
export class OfficialCalls {
  readonly #rng: () => number;
  /** How often something is of the wrong form, from 0 to 1; drawn anew for each call. */
  #dirt = 0;

  constructor(seed: number) {
    this.#rng = createRng(seed);
  }

  /** A call of `fever_score`. */
  fever(): OfficialCall {
    return this.#call({ evidence: () => this.#feverEvidence(), predicted: (gold) => this.#feverPieces(gold) }, [
      'max_evidence',
    ]);
  }

  /** A call of `feverous_score`, with triples. */
  feverous(): OfficialCall {
    const form = { evidence: () => this.#triples(), predicted: (gold: unknown) => this.#predictedTriples(gold) };
    return this.#call(form, ['max_evidence', 'max_evidence_cell']);
  }

  /** A call of `evaluate.py`, with ids; at most one record is of the wrong form, because the program does not take them one by one. */
  evaluate(): OfficialCall {
    const predictions = this.#list(this.#pick([0, 1, 2, 5, 12]), () => {
      const sets = this.#list(this.#pick([0, 1, 1, 1, 2, 3]), () => ({
        content: this.#list(this.#pick([0, 1, 1, 2, 4]), () => this.#id()),
        context: {},
      }));
      const cited = sets.flatMap(({ content }) => content);
      const label = this.#pick(labels);
      return {
        label,
        evidence: sets,
        predicted_label: this.#chance(0.7) ? label : this.#pick(labels),
        predicted_evidence: this.#list(this.#pick([0, 1, 2, 5, 9, 35]), () =>
          cited.length > 0 && this.#chance(0.5) ? this.#pick(cited) : this.#id(),
        ),
      };
    });
    const victim = this.#int(predictions.length * 4);
    if (predictions[victim] !== undefined)
      (predictions as JsonObject[])[victim] = this.#brokenRecordWithIds();
    return { predictions, actual: null, kwargs: {} };
  }

  /** A record whose form `evaluate.py` does not expect, whose evidence shows nevertheless that it has ids. */
  #brokenRecordWithIds(): JsonObject {
    const whole = {
      label: 'SUPPORTS',
      evidence: [{ content: ['A_sentence_0'] }] as unknown,
      predicted_label: 'SUPPORTS',
      predicted_evidence: ['A_sentence_0'] as unknown,
    };
    const odd = this.#pick<unknown>([null, 7, true, 1.5, {}, [], ['A', 'sentence', '0'], 'A', '']);
    const broken: readonly JsonObject[] = [
      ...Object.keys(whole).map((key) => Object.fromEntries(Object.entries(whole).filter(([own]) => own !== key))),
      { ...whole, label: odd },
      { ...whole, predicted_label: odd },
      { ...whole, predicted_evidence: odd },
      { ...whole, predicted_evidence: ['A_sentence_0', odd] },
      { ...whole, evidence: null },
      { ...whole, evidence: [{ content: odd }] },
      { ...whole, evidence: [{ content: ['A_sentence_0', odd] }] },
      { ...whole, evidence: [{ content: ['A_sentence_1'] }, { context: {} }] },
      { ...whole, evidence: [{ content: ['A_sentence_1'] }, odd === '' ? null : 7] },
    ];
    return this.#pick(broken);
  }

  #call(
    form: { evidence: () => unknown; predicted: (evidence: unknown) => unknown },
    budgets: readonly ('max_evidence' | 'max_evidence_cell')[],
  ): OfficialCall {
    this.#dirt = this.#pick([0, 0, 0.01, 0.05, 0.3]);
    const inline = this.#pick([0, 0.5, 1]);
    const actual: JsonObject[] = [];
    const predictions = this.#list(this.#pick([0, 1, 1, 2, 3, 5, 12]), () => {
      const [gold, prediction] = this.#pair(form);
      actual.push(gold);
      if (!this.#chance(inline)) {
        // Half of the gold inside a prediction counts for nothing.
        return this.#chance(0.2) && Object.hasOwn(gold, 'label') ? { ...prediction, label: 'REFUTES' } : prediction;
      }
      // What stands in the file of gold counts for nothing where the prediction has both.
      if (Object.hasOwn(gold, 'label') && Object.hasOwn(gold, 'evidence')) actual[actual.length - 1] = {};
      return { ...gold, ...prediction };
    });
    const kwargs: Record<string, number | null> = {};
    for (const budget of budgets)
      if (this.#chance(0.6)) kwargs[budget] = this.#pick([null, null, 0, 1, 2, 3, 5, 30, -1, -2]);
    return { predictions, actual, kwargs };
  }

  #pair(form: { evidence: () => unknown; predicted: (evidence: unknown) => unknown }): [JsonObject, JsonObject] {
    for (;;) {
      const label = this.#label();
      const evidence = form.evidence();
      const gold = this.#record({ label, evidence });
      const predicted_label = this.#chance(0.7) ? label : this.#label();
      const prediction = this.#record({ predicted_label, predicted_evidence: form.predicted(evidence) });
      // Where nothing but ids shows, records are taken for those of evaluate.py.
      if (!(goldHasIds(gold) ?? predictionHasIds(prediction))) return [gold, prediction];
      if (this.#isFever(evidence)) return [gold, prediction];
    }
  }

  /** FEVER's scorer has one form of records only. */
  #isFever(evidence: unknown): boolean {
    return feverMark.has(evidence);
  }

  /** The record, now and then without one of its keys. */
  #record(record: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(record).filter(() => !this.#chance(this.#dirt / 4)));
  }
}
