import type { Span } from '../../../text/span.ts';
import { isCapitalised } from '../../../text/word-spans.ts';
import { indefiniteArticle } from '../english/indefinite-article.ts';

/** A text with other words in one place. */
export interface Replaced {
  readonly text: string;
  /** Of the new words. */
  readonly span: Span;
}

/** A claim with other words in one place: a capital at the start of the sentence, the indefinite article before them as they sound. */
export function replaceWords(text: string, { start, end }: Span, to: string): Replaced {
  let before = text.slice(0, start);
  let behind = text.slice(end);
  if (to === '') behind = behind.replace(/^ /, '');
  const next = to === '' ? (/^[\p{L}\p{N}-]+/u.exec(behind)?.[0] ?? '') : to;
  const article = /(?<![\p{L}\p{N}])(an?)( ["“‘]?)$/iu.exec(before);
  if (article !== null && next !== '') {
    const written = indefiniteArticle(next);
    const [all, was = '', blank = ''] = article;
    before = `${before.slice(0, -all.length)}${isCapitalised(was) ? `A${written.slice(1)}` : written}${blank}`;
  }
  const isFirst = !/[\p{L}\p{N}]/u.test(before);
  const words = isFirst ? capitalised(to) : to;
  const rest = isFirst && to === '' ? capitalised(behind) : behind;
  return {
    text: `${before}${words}${rest}`,
    span: { start: before.length, end: before.length + words.length },
  };
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return `${first.toUpperCase()}${text.slice(first.length)}`;
}
