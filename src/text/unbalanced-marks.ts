import type { Span } from './span.ts';

/** A quotation mark or bracket without its partner. */
export interface UnbalancedMark {
  readonly kind: 'quotation' | 'open' | 'close';
  readonly span: Span;
}

const closerOf: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '【': '】',
  '「': '」',
  '『': '』',
  '《': '》',
};
const closers = new Set(Object.values(closerOf));

/**
 * The quotation marks and brackets of a text that have no partner, in order. Apostrophes are not among the marks, and neither are
 * inches (6'2"), counted items (a) and intervals that are open at one end [0, 1).
 */
export function unbalancedMarks(text: string): UnbalancedMark[] {
  return [...unbalancedBrackets(text), ...unbalancedQuotations(text)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function unbalancedBrackets(text: string): UnbalancedMark[] {
  const found: UnbalancedMark[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/[()[\]{}（）【】「」『』《》]/gu)) {
    const span = { start: at, end: at + mark.length };
    if (!closers.has(mark)) {
      open.push({ mark, at });
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && (closerOf[last.mark] === mark || isInterval(text.slice(last.at + 1, at)))) {
      open.pop();
    } else if (!isItem(text, at)) {
      found.push({ kind: 'close', span });
    }
  }
  return [...found, ...open.map(({ at }) => ({ kind: 'open' as const, span: { start: at, end: at + 1 } }))];
}

/** Numbers, as between [0, 1). */
function isInterval(inside: string): boolean {
  return inside.length < 40 && /^[\d\s.,;∞+−-]+$/.test(inside);
}

/** Whether a closing bracket at an offset stands behind a lone letter or number: `a)`, `1)`. */
function isItem(text: string, at: number): boolean {
  return /(?:^|[\s,;:])(?:\p{L}|\p{N}{1,2})$/u.test(text.slice(Math.max(0, at - 4), at));
}

function unbalancedQuotations(text: string): UnbalancedMark[] {
  return [...unbalancedStraight(text), ...unbalancedCurly(text), ...unbalancedAngles(text)];
}

/** Straight marks are partners in pairs; where one may mean inches the text is left alone. */
function unbalancedStraight(text: string): UnbalancedMark[] {
  const all = offsetsOf(text, /"/g);
  const last = all.at(-1);
  if (last === undefined || all.length % 2 === 0) return [];
  if (all.some((at) => /\d/.test(text.charAt(at - 1)))) return [];
  return [{ kind: 'quotation', span: { start: last, end: last + 1 } }];
}

/** “English”, „German“, „Polish” and ”Swedish” marks, which are not nested. */
function unbalancedCurly(text: string): UnbalancedMark[] {
  const lone: number[] = [];
  let open: number | undefined;
  for (const at of offsetsOf(text, /[“”„]/g)) {
    const mark = text.charAt(at);
    const closes = open !== undefined && (mark === '”' || (mark === '“' && text.charAt(open) === '„'));
    if (!closes && open !== undefined) lone.push(open);
    open = closes ? undefined : at;
  }
  if (open !== undefined) lone.push(open);
  return lone.map((at) => ({ kind: 'quotation', span: { start: at, end: at + 1 } }));
}

/** «French» and »Danish« marks. */
function unbalancedAngles(text: string): UnbalancedMark[] {
  const all = offsetsOf(text, /[«»]/g);
  const last = all.at(-1);
  const left = all.filter((at) => text.charAt(at) === '«').length;
  return last === undefined || left * 2 === all.length
    ? []
    : [{ kind: 'quotation', span: { start: last, end: last + 1 } }];
}

function offsetsOf(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}
