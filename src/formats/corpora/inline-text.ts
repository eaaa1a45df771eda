import { wellFormed } from '../../text/well-formed.ts';

/** A link in a text, by where its words stand. */
export interface LinkSpan {
  /** UTF-16 offsets in the text, `end` not included. */
  readonly start: number;
  readonly end: number;
  /** The title of the article that it leads to. */
  readonly target: string;
}

/** A text without line breaks of its source, and the links in it. */
export interface InlineText {
  readonly text: string;
  /** In order, apart, none empty. */
  readonly links: readonly LinkSpan[];
}

/** Puts a text together from pieces of markup: white space is folded, except for line breaks that are meant as such. */
export class InlineCollector {
  #text = '';
  #blank: '' | ' ' | '\n' = '';
  #links: LinkSpan[] = [];
  readonly #keepsBreaks: boolean;

  /** @param keepsBreaks whether {@link lineBreak} makes a line break, as in cells; a blank by default */
  constructor(keepsBreaks = false) {
    this.#keepsBreaks = keepsBreaks;
  }

  /** Appends text; white space (but no-break spaces) in any number is one blank. */
  add(text: string): void {
    for (const { 0: piece } of wellFormed(text).matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(piece)) this.#blank ||= ' ';
      else {
        this.#flush();
        this.#text += piece;
      }
    }
  }

  /** Appends a line break, or a blank where the text has no lines. Breaks in a row are one. */
  lineBreak(): void {
    this.#blank = this.#keepsBreaks ? '\n' : ' ';
  }

  /** Appends what `add` appends as the words of a link. A link inside a link is part of it. */
  link(target: string, add: () => void): void {
    const known = this.#links.length;
    const from = this.#text.length;
    add();
    this.#links.length = known;
    // The blank before the first word is not of the link.
    const start = this.#text.length - this.#text.slice(from).trimStart().length;
    if (this.#text.length > start) this.#links.push({ start, end: this.#text.length, target });
  }

  /** What was collected, without white space at its ends. */
  finish(): InlineText {
    return { text: this.#text, links: this.#links };
  }

  #flush(): void {
    if (this.#text !== '') this.#text += this.#blank;
    this.#blank = '';
  }
}

/** A text without markup. */
export function plainInline(text: string): InlineText {
  const collector = new InlineCollector();
  collector.add(text);
  return collector.finish();
}
