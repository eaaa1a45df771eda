import { labels } from './label.ts';

/** The order of labels that does not depend on which came first: the three of FEVER as they are listed, then the others by name. */
export function compareLabels(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function rankOf(label: string): number {
  const rank = (labels as readonly string[]).indexOf(label);
  return rank < 0 ? labels.length : rank;
}
