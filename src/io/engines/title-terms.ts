import { titleGrams } from '../../retrieve/titles/title-grams.ts';
import { maxTitleBeginnings, titleBeginnings } from '../../retrieve/titles/title-terms.ts';
import { termKey } from './term-key.ts';

/** The keys of the terms by which titles are found that a text may mean; none where it means nothing. As a `TitleFinder` has them. */
export async function titleTermsOf(
  text: string,
  expand: (prefix: string, most: number) => Promise<readonly string[]>,
): Promise<string[]> {
  const terms = titleGrams(text).map(termKey);
  for (const begun of titleBeginnings(text)) terms.push(...(await expand(begun, maxTitleBeginnings)));
  return terms;
}
