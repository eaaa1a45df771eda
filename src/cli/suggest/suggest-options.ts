/** What `claimset suggest` is asked for. */
export interface SuggestOptions {
  readonly all?: boolean;
  readonly claims?: string;
  readonly dataset?: string;
  readonly engine?: string;
  readonly evaluate?: true | string;
  readonly from?: string;
  readonly index?: string;
  readonly json?: boolean;
  readonly language?: string;
  readonly run?: string;
  readonly top?: number;
}

/** Suggestions of a claim, where nothing else is said. */
export const defaultTop = 10;
