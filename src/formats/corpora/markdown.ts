import { Lexer, type Token, type Tokens } from 'marked';
import type { DraftCell, ListType } from '../../corpus/draft-article.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { en } from '../../text/languages/en.ts';
import type { CorpusFormat } from '../corpus-format.ts';
import { formatRules } from '../format-rules.ts';
import { createPlaces } from '../text-places.ts';
import { articleResult } from './article-result.ts';
import { DraftBuilder, type ItemParts } from './draft-builder.ts';
import { readFrontMatter } from './front-matter.ts';
import type { InlineText } from './inline-text.ts';
import { footnoteDefinition, markdownText } from './markdown-text.ts';

/** Quotations and lists that nest deeper are no article. */
const maxDepth = 100;

/** A Markdown file. */
export const markdown: CorpusFormat = {
  id: 'markdown',
  title: 'Markdown',
  url: 'https://github.github.com/gfm/',
  extensions: ['md', 'markdown'],
  page: {
    about: 'A document in Markdown (CommonMark with the tables of GitHub), as teams write their own.',
    fields: [
      ['paragraph, quotation', 'sentences'],
      ['heading', 'a section; the outermost heading gets level 2, as on Wikipedia'],
      ['table', 'a table: the first row are header cells'],
      ['list', 'a list with all lists inside it; items count from 0'],
      ['`title` of the front matter', 'the title'],
    ],
    notes: [
      'The title is that of `--title`, else that of the front matter (YAML or TOML), else the first heading where it is the only one of the first level, else the name of the file.',
      'HTML is neither run nor read: text between tags in a line stays, blocks of HTML are left out.',
      'Links keep their words; what they lead to is no article.',
    ],
  },
  leavesOut: [
    'Code blocks; code in a line stays as text.',
    'Images, with their captions.',
    'Blocks of HTML, and comments.',
    'Footnotes and their marks in the text.',
    'The front matter, but for the title.',
  ],
  losses: [],
  sniff: (head) => {
    const text = head.replace(/^\uFEFF/, '');
    if (/^\s*[[{<]/.test(text)) return false;
    if (readFrontMatter(text).end > 0) return true;
    return /^ {0,3}#{1,6} +\S/m.test(text) || /^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$/m.test(text);
  },
  *read(source, options = {}) {
    const text = source.text.replace(/^\uFEFF/, '');
    const { title, end } = readFrontMatter(text);
    const builder = new DraftBuilder(options.words ?? en);
    const tokens = lex(text.slice(end));
    if (tokens === undefined || !isShallow(tokens)) {
      const place = createPlaces(source.file, source.text)({ start: 0, end: 0 });
      yield {
        diagnostic: createDiagnostic(formatRules.emptyArticle, 'deep', { data: { limit: maxDepth }, place }),
      };
      return;
    }
    const reader = new BlockReader(builder);
    const found = title === '' ? reader.titleOf(tokens) : { title, rest: tokens };
    reader.read(found.rest);
    yield articleResult(builder, found, source, options);
  },
};

/** The blocks of a text; `undefined` where they nest so deeply that the lexer gives up. */
function lex(text: string): Token[] | undefined {
  try {
    return new Lexer({ gfm: true }).lex(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether no block nests too deeply to be walked. */
function isShallow(tokens: readonly Token[]): boolean {
  let level: readonly Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 2 * maxDepth) return false;
    level = level.flatMap((token) => [
      ...(('tokens' in token ? token.tokens : undefined) ?? []),
      ...(token.type === 'list' ? (token as Tokens.List).items : []),
    ]);
  }
  return true;
}

class BlockReader {
  readonly #builder: DraftBuilder;
  /** What is added to the depth of a heading: the outermost gets 2. */
  #shift = 0;

  constructor(builder: DraftBuilder) {
    this.#builder = builder;
  }

  /** The title that the first heading says, and the blocks without it. */
  titleOf(tokens: readonly Token[]): { readonly title: string; readonly rest: readonly Token[] } {
    const first = tokens.findIndex(({ type }) => type !== 'space' && type !== 'html' && type !== 'def');
    const headings = tokens.filter((token): token is Tokens.Heading => token.type === 'heading');
    const [heading] = headings;
    if (heading === undefined || heading !== tokens[first]) return { title: '', rest: tokens };
    if (headings.some((other) => other !== heading && other.depth <= heading.depth))
      return { title: '', rest: tokens };
    return {
      title: this.#text(heading.tokens).text,
      rest: tokens.filter((token) => token !== heading),
    };
  }

  read(tokens: readonly Token[]): void {
    const depths = tokens.flatMap((token) =>
      token.type === 'heading' ? [(token as Tokens.Heading).depth] : [],
    );
    this.#shift = depths.length === 0 ? 0 : 2 - depths.reduce((least, depth) => Math.min(least, depth));
    this.#blocks(tokens);
  }

  #blocks(tokens: readonly Token[]): void {
    for (const token of tokens) this.#block(token);
  }

  #block(token: Token): void {
    switch (token.type) {
      case 'heading': {
        const { tokens, depth } = token as Tokens.Heading;
        this.#builder.heading(this.#text(tokens), Math.max(2, depth + this.#shift));
        break;
      }
      case 'paragraph':
      case 'text': {
        const { tokens = [], text } = token as Tokens.Text;
        if (footnoteDefinition.test(text)) this.#builder.leaveOut('footnote');
        else this.#builder.paragraph(this.#text(tokens));
        break;
      }
      case 'blockquote':
        this.#blocks((token as Tokens.Blockquote).tokens);
        break;
      case 'list':
        this.#list(token as Tokens.List);
        break;
      case 'table':
        this.#table(token as Tokens.Table);
        break;
      case 'code':
        this.#builder.leaveOut('code block');
        break;
      case 'html':
        this.#builder.leaveOut(/^\s*<!--/.test(token.raw) ? 'comment' : 'block of HTML');
        break;
      case 'def':
        if ((token as Tokens.Def).tag.startsWith('^')) this.#builder.leaveOut('footnote');
        break;
      default:
        break;
    }
  }

  #table({ header, rows }: Tokens.Table): void {
    const cells: DraftCell[] = [];
    for (const [row, line] of [header, ...rows].entries()) {
      for (const [column, { tokens }] of line.entries())
        cells.push({ row, column, isHeader: row === 0, text: this.#text(tokens).text });
    }
    this.#builder.table({ type: 'general', cells });
  }

  #list(list: Tokens.List): void {
    this.#builder.list(typeOf(list), [...this.#items(list, 0)]);
  }

  *#items(list: Tokens.List, level: number): Generator<ItemParts> {
    for (const item of list.items) {
      const own: Token[] = [];
      const inner: Tokens.List[] = [];
      this.#sortItem(item.tokens, own, inner);
      yield { ...this.#text(own), level, type: typeOf(list) };
      for (const one of inner) yield* this.#items(one, level + 1);
    }
  }

  /** Takes an item apart into its own text and the lists in it. */
  #sortItem(tokens: readonly Token[], own: Token[], inner: Tokens.List[]): void {
    for (const token of tokens) {
      switch (token.type) {
        case 'list':
          inner.push(token as Tokens.List);
          break;
        case 'text':
        case 'paragraph':
        case 'heading':
          // A blank between blocks, which may be sentences of one item.
          own.push({ type: 'br', raw: '\n' }, ...(('tokens' in token ? token.tokens : undefined) ?? []));
          break;
        case 'blockquote':
          this.#sortItem((token as Tokens.Blockquote).tokens, own, inner);
          break;
        case 'table':
          this.#builder.leaveOut('table in a list');
          break;
        default:
          this.#block(token);
      }
    }
  }

  #text(tokens: readonly Token[]): InlineText {
    return markdownText(tokens, (what) => this.#builder.leaveOut(what));
  }
}

function typeOf({ ordered }: Tokens.List): ListType {
  return ordered ? 'ordered_list' : 'unordered_list';
}
