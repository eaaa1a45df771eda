/** A heading of the guidelines. */
export interface GuidelineHeading {
  /** 1 to 6. */
  readonly depth: number;
  readonly text: string;
}

/**
 * The position of the heading that says most about a topic, such as a label or a reason to skip; `undefined` where none says half of its words.
 * Of several the shortest stands, and of those the first.
 *
 * @param topics in different words, such as `NOT ENOUGH INFO` and `NEI`
 */
export function guidelineSection(
  headings: readonly GuidelineHeading[],
  topics: readonly string[],
): number | undefined {
  const wanted = topics.map(stemsOf);
  let best: { readonly at: number; readonly share: number; readonly length: number } | undefined;
  for (const [at, { text }] of headings.entries()) {
    const stems = new Set(stemsOf(text));
    for (const words of wanted) {
      const share = words.filter((word) => stems.has(word)).length / Math.max(words.length, 1);
      if (share < 0.5) continue;
      if (best === undefined || share > best.share || (share === best.share && stems.size < best.length)) {
        best = { at, share, length: stems.size };
      }
    }
  }
  return best?.at;
}

/** Words that say nothing of a topic. */
const empty: ReadonlySet<string> = new Set(['a', 'an', 'and', 'for', 'in', 'is', 'of', 'or', 'the', 'to']);

/** The words in small letters without the endings that English gives them, so that `Refuting` finds `REFUTES`. */
function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return words.filter((word) => !empty.has(word)).map((word) => word.replace(/(?:ing|ed|es|s|e)$/, ''));
}
