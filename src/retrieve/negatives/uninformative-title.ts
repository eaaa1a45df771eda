const lists = /^(?:lists?|index|outline) of /;
const disambiguation = /(?:\(|-lrb-)disambiguation(?: page)?(?:\)|-rrb-)/;

/**
 * Whether an article only lists others: those that FEVER draws no sentence from, and lists of lists, which it does not think of.
 *
 * @see the code of FEVER's baselines, `filter_uninformative.py`. What it asks for in capitals of titles in lower case is asked for here as it was meant.
 */
export function isUninformative(title: string): boolean {
  const plain = title.replaceAll('_', ' ').toLowerCase();
  return lists.test(plain) || disambiguation.test(plain);
}
