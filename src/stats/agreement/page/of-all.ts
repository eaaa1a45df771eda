import { formatNumber } from '../../../reporters/count-words.ts';

/** A title that says of how many some are shown. */
export function ofAll(title: string, shown: number, all: number): string {
  return all > shown ? `${title} (${formatNumber(shown)} of ${formatNumber(all)})` : title;
}
