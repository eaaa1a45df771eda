import { visibleText } from '../../visible-text.ts';

/** HTML that may stand in a page as it is. */
export interface Markup {
  readonly html: string;
}

type Piece = string | number | Markup | readonly Markup[];

/** HTML of a template: whatever is put into it is text, and escaped, unless it is HTML already. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { html: template.reduce((all, part, at) => all + htmlOf(pieces[at - 1] ?? '') + part) };
}

/** HTML that comes from claimset itself, such as a chart or the style sheet. */
export function trusted(own: string): Markup {
  return { html: own };
}

export const nothing: Markup = { html: '' };

function htmlOf(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return 'html' in piece ? piece.html : piece.map((part) => part.html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] as string);
}
