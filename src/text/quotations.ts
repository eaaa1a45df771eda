import type { Span } from './span.ts';

/** The quotations of a text in order, with their marks: between straight double marks, “English”, „German“, ”Swedish” and «French» ones. */
export function quotations(text: string): Span[] {
  return Array.from(
    text.matchAll(/"[^"]*"|„[^“”„]*[“”]|[“”][^“”„]*”|«[^«»]*»|``[^`']*''/gu),
    ({ 0: quoted, index }) => ({
      start: index,
      end: index + quoted.length,
    }),
  );
}
