import type { Token, Tokens } from 'marked';
import { parseFragment } from 'parse5';
import { textOf } from './html-tree.ts';
import { InlineCollector, type InlineText } from './inline-text.ts';

/** The beginning of a paragraph that is a footnote. */
export const footnoteDefinition = /^\[\^[^\]\s]+\]:/;
const footnoteMark = /\[\^[^\]\s]+\]/g;

/** The text of a line of Markdown as a reader sees it. */
export function markdownText(tokens: readonly Token[], leaveOut: (what: string) => void): InlineText {
  const collector = new InlineCollector();
  collect(tokens, collector, leaveOut);
  return collector.finish();
}

function collect(tokens: readonly Token[], into: InlineCollector, leaveOut: (what: string) => void): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'br':
        into.lineBreak();
        break;
      case 'image':
        leaveOut('image');
        break;
      case 'html':
        // Tags in a line; the text between them is text of its own.
        if (/^<br\b/i.test(token.raw)) into.lineBreak();
        else if (token.raw.startsWith('<!--')) leaveOut('comment');
        break;
      case 'checkbox':
        break;
      case 'codespan':
      case 'escape':
        into.add((token as Tokens.Codespan).text);
        break;
      default: {
        const { tokens: inner, text } = token as Tokens.Generic & { text?: string };
        if (inner !== undefined && inner.length > 0) collect(inner, into, leaveOut);
        else into.add(withoutMarks(decodeEntities(text ?? token.raw), leaveOut));
      }
    }
  }
}

function withoutMarks(text: string, leaveOut: (what: string) => void): string {
  if (!text.includes('[^')) return text;
  return text.replace(footnoteMark, () => {
    leaveOut('footnote mark');
    return '';
  });
}

/** The text with the characters that `&amp;` and the like stand for. */
function decodeEntities(text: string): string {
  if (!/&#?\w/.test(text)) return text;
  const { childNodes } = parseFragment(text.replaceAll('<', '&lt;'));
  return childNodes.map((node) => textOf(node) ?? '').join('');
}
