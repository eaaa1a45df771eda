import { printable } from '../../../text/printable.ts';
import { wrapText } from '../../../text/wrap-text.ts';
import type { Progress } from '../progress.ts';
import { indent, type Page, paragraph, section } from './page.ts';

const bullet = '- ';
const mostGaps = 20;
const maxCommentLines = 4;

/** What decisions found the guidelines to lack. */
export function* gapLines({ guidelineGaps }: Progress, page: Page): Generator<string> {
  if (guidelineGaps.length === 0) return;
  yield* section('Gaps of the guidelines', page);
  for (const { claim, comment } of guidelineGaps.slice(0, mostGaps)) {
    const text = `${printable(String(claim))}: ${comment === '' ? '(no comment)' : printable(comment.replace(/\s+/g, ' '))}`;
    const lines = wrapText(text, page.width - indent.length - bullet.length, maxCommentLines);
    for (const [at, line] of lines.entries()) yield `${indent}${at === 0 ? bullet : '  '}${line}\n`;
  }
  if (guidelineGaps.length > mostGaps) yield* paragraph(`and ${guidelineGaps.length - mostGaps} more`, page);
}
