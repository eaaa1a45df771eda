import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { ComponentChildren, JSX } from 'preact';

export interface MarkdownProps {
  readonly tokens: readonly Token[];
  /** The name of a heading in the page, by its position among the headings. */
  readonly headingId: (token: Token) => string | undefined;
  /** Goes to a heading: the address is not changed, it holds the annotator's link. */
  readonly onAnchor: (slug: string) => void;
}

/** Markdown taken apart. */
export function lexMarkdown(markdown: string): Token[] {
  return new Lexer({ gfm: true }).lex(markdown);
}

/** Markdown as elements of the page. HTML in it is shown as the text it is, links lead only to the web, to mail and to headings, and pictures are named, not loaded. */
export function Markdown({ tokens, ...context }: MarkdownProps): JSX.Element {
  return <>{tokens.map((token) => nodeOf(token as MarkedToken, context))}</>;
}

type Context = Omit<MarkdownProps, 'tokens'>;

function nodesOf(tokens: readonly Token[] | undefined, context: Context): ComponentChildren {
  return (tokens ?? []).map((token) => nodeOf(token as MarkedToken, context));
}

function nodeOf(token: MarkedToken, context: Context): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading': {
      // The dialog's own heading is of the second level.
      const Heading = `h${Math.min(token.depth + 2, 6)}` as 'h3';
      return (
        <Heading id={context.headingId(token)} tabIndex={-1}>
          {nodesOf(token.tokens, context)}
        </Heading>
      );
    }
    case 'paragraph':
      return <p>{nodesOf(token.tokens, context)}</p>;
    case 'blockquote':
      return <blockquote>{nodesOf(token.tokens, context)}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'list':
      return listOf(token, context);
    case 'table':
      return tableOf(token, context);
    case 'hr':
      return <hr />;
    case 'html':
      return token.block ? <pre class="markdown-html">{token.raw}</pre> : token.raw;
    case 'strong':
      return <strong>{nodesOf(token.tokens, context)}</strong>;
    case 'em':
      return <em>{nodesOf(token.tokens, context)}</em>;
    case 'del':
      return <del>{nodesOf(token.tokens, context)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return linkOf(token, context);
    case 'image':
      return <span class="markdown-image">{token.text || token.href}</span>;
    case 'checkbox':
      return <input type="checkbox" checked={token.checked} disabled />;
    case 'text':
      return 'tokens' in token && token.tokens !== undefined ? nodesOf(token.tokens, context) : token.text;
    default:
      return token.raw;
  }
}

function listOf({ ordered, start, items }: Tokens.List, context: Context): JSX.Element {
  const children = items.map((item) => <li>{nodesOf(item.tokens, context)}</li>);
  return ordered ? <ol start={start === '' ? 1 : start}>{children}</ol> : <ul>{children}</ul>;
}

function tableOf({ header, rows }: Tokens.Table, context: Context): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell) => (
            <th scope="col">{nodesOf(cell.tokens, context)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>{nodesOf(cell.tokens, context)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function linkOf({ href, tokens }: Tokens.Link, context: Context): ComponentChildren {
  const children = nodesOf(tokens, context);
  if (href.startsWith('#')) {
    const slug = decoded(href.slice(1));
    return (
      <button type="button" class="markdown-anchor" onClick={() => context.onAnchor(slug)}>
        {children}
      </button>
    );
  }
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return <span title={href}>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
