import type { JSX } from 'preact';
import type { ArticleLayout, Block, Part, Section } from '../../annotate/article/article-layout.ts';
import { toNfc } from '../../text/normalise.ts';
import { words } from '../words/words.ts';
import { ArticleTable } from './article-table.tsx';
import { TextUnit } from './text-unit.tsx';

export interface ArticleBodyProps {
  readonly layout: ArticleLayout;
  /** Begins the names of elements of the page, so that two articles can be on it. */
  readonly name: string;
}

/** The words of an article without marks, drawn once. */
export function ArticleBody({ layout, name }: ArticleBodyProps): JSX.Element {
  const isEmpty = layout.units.size === 0;
  return (
    <>
      <h2 id={name} class="article-title" data-id={toNfc(`${layout.title}_title`)} dir="auto">
        {layout.title}
      </h2>
      {isEmpty && <p class="article-note">{words.article.empty}</p>}
      <p class="article-note article-none-marked">{words.article.nothingMarked}</p>
      {layout.sections.map((section) => (
        <ArticleSection section={section} />
      ))}
    </>
  );
}

function ArticleSection({ section: { heading, blocks } }: { readonly section: Section }): JSX.Element {
  const label = words.article.textLabel(heading?.text || words.article.lead);
  return (
    <div class="article-section">
      {heading !== undefined && (
        <h3 class="article-heading" data-id={toNfc(heading.id)} dir="auto">
          {heading.text}
        </h3>
      )}
      {blocks.map((block) =>
        block.kind === 'table' ? (
          <ArticleTable grid={block.grid} caption={block.caption} />
        ) : (
          <TextBlock block={block} label={label} />
        ),
      )}
    </div>
  );
}

interface TextBlockProps {
  readonly block: Extract<Block, { kind: 'text' }>;
  readonly label: string;
}

function TextBlock({ block, label }: TextBlockProps): JSX.Element {
  return (
    <div
      class="article-text"
      role="listbox"
      aria-multiselectable="true"
      aria-label={label}
      style={{ containIntrinsicBlockSize: `auto ${heightOf(block.parts)}rem` }}
    >
      {block.parts.map((part) => (
        <ArticlePart part={part} />
      ))}
    </div>
  );
}

function ArticlePart({ part }: { readonly part: Part }): JSX.Element {
  const { kind, units } = part;
  if (kind === 'paragraph') {
    return (
      <div class="article-paragraph">
        {units.map((unit) => (
          <TextUnit unit={unit} />
        ))}
      </div>
    );
  }
  const label =
    kind === 'list'
      ? words.article.listLabel(units.length)
      : words.article.cellsLabel(units[0]?.record.numbers[0] ?? 0);
  const isOrdered = kind === 'list' && part.isOrdered;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox holds options and groups of them, no fieldset.
    <div
      class={isOrdered ? 'article-list article-list-ordered' : 'article-list'}
      role="group"
      aria-label={label}
    >
      {units.map((unit) => (
        <TextUnit unit={unit} bullet={isOrdered ? `${(unit.record.numbers[1] ?? 0) + 1}.` : '•'} />
      ))}
    </div>
  );
}

/** About how high a text will be, so that the scroll bar is right before it is laid out. In rem. */
function heightOf(parts: readonly Part[]): number {
  const lines = parts
    .flatMap(({ units }) => units)
    .reduce((sum, { record }) => sum + Math.ceil(record.text.length / 70) + 0.4, 0);
  return Math.round(lines * 1.75);
}
