/** How suggestions are ranked. */
export interface SuggestSettings {
  /** Records that the words of the claim find, among which suggestions are chosen. */
  readonly pool: number;
  /** The first records, in which titles of further articles are looked for. */
  readonly linkRecords: number;
  /** What is added to the score for the words of the claim as a share of the best one's: these, so often. */
  readonly weights: {
    /** How much of the title of its article the claim names, the brackets at its end left out: a share of its words. */
    readonly title: number;
    /** The same score of the better one of the records before and behind it. 0 where numbers of ids are not the order of a text. */
    readonly neighbours: number;
    /** That one of the first records names its article: 1 or 0. */
    readonly link: number;
  };
}

/** Weights found by measurement: `docs/suggest.md` tells on what, and what did not help. */
export const defaultSuggestSettings: SuggestSettings = {
  pool: 100,
  linkRecords: 5,
  weights: { title: 0.2, neighbours: 0.3, link: 0.1 },
};

/** For texts whose ids were given in the order in which they were met: those before and behind say nothing of one. */
export const settingsWithoutOrder: SuggestSettings = {
  ...defaultSuggestSettings,
  weights: { ...defaultSuggestSettings.weights, neighbours: 0 },
};
