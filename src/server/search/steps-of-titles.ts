import type { TitleFinder } from '../../retrieve/titles/title-finder.ts';
import { TitleIndexBuilder } from '../../retrieve/titles/title-index-builder.ts';

/** Finds titles, made of one whenever the next step is asked for. */
export function* stepsOfTitles(titles: Iterable<string>): Generator<undefined, TitleFinder> {
  const builder = new TitleIndexBuilder();
  for (const title of titles) {
    builder.add(title);
    yield;
  }
  return builder.finish();
}
