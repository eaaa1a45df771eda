import { undefinedMark } from '../../figure-words.ts';
import type { MeasuredCoefficient } from '../coefficient.ts';
import type { PageBlock } from './page-block.ts';

/** Why figures are not defined, each reason once. */
export function* reasonBlocks(
  figures: readonly (MeasuredCoefficient & { readonly title: string })[],
): Generator<PageBlock> {
  const titles = new Map<string, string[]>();
  for (const figure of figures) {
    if (figure.value !== null) continue;
    titles.set(figure.reason, [...(titles.get(figure.reason) ?? []), figure.title]);
  }
  for (const [reason, all] of titles) {
    // Where nothing is defined one sentence is enough.
    const whose = all.length > 1 && all.length === figures.length ? '' : `${all.join('; ')}: `;
    yield { kind: 'paragraph', pieces: [`${undefinedMark} ${whose}${reason}`] };
  }
}
