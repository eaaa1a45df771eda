import type { OpenClaim } from '../claims/open-claim.ts';

/** What a baseline cannot do without. */
export type BaselineNeed = 'training' | 'search' | 'gold';

/** An option that changes what a baseline says. */
export type BaselineOption = 'seed' | 'top';

/** What a baseline has to go by. */
export interface BaselineContext {
  /** Claims with a label; some, where the baseline needs training. */
  readonly training: readonly LabelledClaim[];
  readonly seed: number;
  /** Ids of the evidence for a text, the best first, as many as are to be predicted. */
  readonly search: (text: string) => readonly string[];
  /** The text of an evidence id. */
  readonly textOf: (id: string) => string | undefined;
}

export type LabelledClaim = OpenClaim & { readonly label: string };

/** What a baseline says of a claim. */
export interface BaselineAnswer {
  readonly label: string;
  /** Evidence ids, the best first. */
  readonly evidence: readonly string[];
  /** Of each label that was learned; absent where the baseline knows no doubt. */
  readonly probabilities?: ReadonlyMap<string, number>;
}

/** A system that anybody can beat who has understood the claims: one file in `baselines/` each, one line in the registry. */
export interface Baseline {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly title: string;
  /** One sentence for help and docs: what it goes by. */
  readonly about: string;
  readonly needs: readonly BaselineNeed[];
  readonly heeds: readonly BaselineOption[];
  /** Learns what there is to learn. What comes back says the same of a claim whatever other claims it is asked about. */
  prepare(context: BaselineContext): (claim: OpenClaim) => BaselineAnswer;
}
