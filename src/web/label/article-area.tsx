import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { ArticlePane } from '../article/article-pane.tsx';
import { ariaKeys, shownKeys } from '../keyboard/use-keys.ts';
import { ErrorState } from '../shell/error-state.tsx';
import { Loading } from '../shell/loading.tsx';
import { articles } from '../store/articles.ts';
import { words } from '../words/words.ts';
import './article-area.css';
import type { Workspace } from './workspace.ts';

export interface ArticleAreaProps {
  readonly desk: Workspace;
  readonly highlighted: readonly string[];
  readonly isHighlighted: Signal<boolean>;
  readonly onlyChosen: Signal<boolean>;
  readonly onSearch: () => void;
  readonly turnPage: (by: number) => void;
}

/** The article in front, with what can be done to how it looks. */
export function ArticleArea(props: ArticleAreaProps): JSX.Element {
  const { desk, highlighted, isHighlighted, onlyChosen, turnPage } = props;
  const claim = desk.shown.value;
  // Between two claims the article stays: that of the next one is mostly the same.
  const last = useRef<string>();
  const title = claim === undefined ? last.current : claim.page;
  last.current = title;
  const pages = claim?.pages ?? [];
  const at = pages.findIndex((page) => page.title === title);
  const isReadOnly = desk.state.value.view.is !== 'open' || claim?.closed !== undefined;
  const opened = title === undefined ? undefined : articles.value.get(title);
  return (
    <section class="article-area" aria-label={words.label.article}>
      <div class="article-area-bar">
        {pages.length > 1 && (
          <nav class="article-area-turn" aria-label={words.label.pages}>
            <button
              type="button"
              class="quiet"
              aria-label={words.label.previousPage}
              aria-keyshortcuts={ariaKeys('previous-page')}
              onClick={() => turnPage(-1)}
            >
              ‹
            </button>
            <span>{words.label.pageOf(at + 1, pages.length)}</span>
            <button
              type="button"
              class="quiet"
              aria-label={words.label.nextPage}
              aria-keyshortcuts={ariaKeys('next-page')}
              onClick={() => turnPage(1)}
            >
              ›
            </button>
          </nav>
        )}
        <Toggle value={isHighlighted} text={words.label.highlight} action="highlight-words" />
        <Toggle value={onlyChosen} text={words.label.onlyChosen} action="only-selected" />
      </div>
      {opened === undefined ? (
        <NoArticle {...props} title={title} />
      ) : (
        <ArticlePane
          article={opened.article}
          marks={desk.marks}
          focused={desk.focused}
          onToggle={(id) => desk.change({ type: 'toggle', id })}
          onAdd={(ids) => desk.change({ type: 'add', ids })}
          highlighted={highlighted}
          onlyMarked={onlyChosen.value}
          isReadOnly={isReadOnly}
        />
      )}
    </section>
  );
}

interface ToggleProps {
  readonly value: Signal<boolean>;
  readonly text: string;
  readonly action: 'highlight-words' | 'only-selected';
}

function Toggle({ value, text, action }: ToggleProps): JSX.Element {
  return (
    <button
      type="button"
      class="quiet article-area-toggle"
      aria-pressed={value.value}
      aria-keyshortcuts={ariaKeys(action)}
      onClick={() => {
        value.value = !value.peek();
      }}
    >
      {text} <kbd>{shownKeys(action)}</kbd>
    </button>
  );
}

function NoArticle({
  desk,
  title,
  onSearch,
}: ArticleAreaProps & { readonly title: string | undefined }): JSX.Element {
  const failed = desk.failed.value;
  if (failed !== undefined) {
    const retry = (): void => void desk.show(failed.title);
    return (
      <ErrorState
        level={2}
        title={words.label.articleFailed(failed.title)}
        detail={failed.message}
        retry={retry}
      />
    );
  }
  const wanted = title ?? desk.shown.value?.item.titles[0];
  if (wanted !== undefined) return <Loading text={words.label.openingArticle(wanted)} />;
  return (
    <div class="article-area-none">
      <h2>{words.label.noArticle}</h2>
      <button type="button" class="primary" onClick={onSearch}>
        {words.label.noArticleHint(shownKeys('search'))}
      </button>
    </div>
  );
}
