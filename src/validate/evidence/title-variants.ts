import { escapeBrackets, unescapeBrackets } from '../../corpus/fever-page.ts';

/** Titles that a title may be another spelling of: as FEVER spells them, as addresses of Wikipedia do, and as they are. */
export function titleVariants(title: string): readonly string[] {
  const spellings = [title, unescapeBrackets(title), escapeBrackets(title)].flatMap((spelling) => [
    spelling.replaceAll('_', ' '),
    spelling,
    spelling.replaceAll(' ', '_'),
  ]);
  return [...new Set(spellings)].filter((spelling) => spelling !== title);
}
