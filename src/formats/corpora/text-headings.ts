/** A heading of a text without markup. */
export interface TextHeading {
  readonly text: string;
  /** 2 for the outermost. */
  readonly level: number;
  /** What stands in the same paragraph below it. */
  readonly rest: readonly string[];
}

/** Longer lines are text. */
const maxHeadingChars = 100;

/**
 * The paragraphs that begin with a heading, by their place: those with a line of `=` or `-` below the first, and numbered ones where
 * all numbers run on and something else stands below each.
 */
export function findTextHeadings(
  paragraphs: readonly (readonly string[])[],
): ReadonlyMap<number, TextHeading> {
  const headings = new Map<number, TextHeading>();
  const numbered: { readonly which: number; readonly numbers: readonly number[]; readonly text: string }[] =
    [];
  for (const [which, [first = '', second = '', ...rest]] of paragraphs.entries()) {
    const underline = /^\s*(=|-)\1{2,}\s*$/.exec(second)?.[1];
    const text = first.trim();
    if (underline !== undefined && isHeadingText(text)) {
      headings.set(which, { text, level: underline === '=' ? 2 : 3, rest });
      continue;
    }
    const match = /^\s*(\d{1,3}(?:\.\d{1,3}){0,4})\.?\s+(\p{Lu}.*)$/u.exec(first);
    if (match === null || second !== '' || !isHeadingText(text) || /[.!?…:;,]$/u.test(text)) continue;
    numbered.push({ which, numbers: (match[1] ?? '').split('.').map(Number), text });
  }
  const runsOn = numbered.every(({ numbers }, at) => isNext(numbered[at - 1]?.numbers ?? [], numbers));
  // Items of a list stand below one another; between headings there is text, unless the next is one level further in.
  const haveText = numbered.every(({ which, numbers }, at) => {
    const next = numbered[at + 1];
    const isParent = next !== undefined && next.numbers.length > numbers.length;
    return which + 1 < paragraphs.length && (isParent || next?.which !== which + 1);
  });
  if (numbered.length < 2 || !runsOn || !haveText) return headings;
  for (const { which, numbers, text } of numbered)
    headings.set(which, { text, level: numbers.length + 1, rest: [] });
  return headings;
}

function isHeadingText(text: string): boolean {
  return text.length <= maxHeadingChars && /\p{L}/u.test(text);
}

/** Whether one number may follow another: 1 may follow nothing; 1.1, 2 may follow 1; 1.2, 2 may follow 1.1. */
function isNext(before: readonly number[], numbers: readonly number[]): boolean {
  const depth = numbers.length;
  if (depth > before.length + 1) return false;
  if (depth === before.length + 1)
    return numbers.at(-1) === 1 && before.every((number, at) => number === numbers[at]);
  return numbers.every((number, at) => number === (before[at] ?? 0) + (at === depth - 1 ? 1 : 0));
}
