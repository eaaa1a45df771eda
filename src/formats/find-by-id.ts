import { UsageError } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/** The format of an id among some of any kind. @throws UsageError where there is none, with the nearest ids. */
export function findById<Item extends { readonly id: string }>(id: string, formats: readonly Item[]): Item {
  const found = formats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const ids = formats.map((format) => format.id);
  throw new UsageError(
    `There is no format "${id}". ${didYouMean(id, ids) ?? `Use one of ${ids.join(', ')}.`}`,
  );
}
