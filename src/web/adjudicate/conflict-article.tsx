import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { marksOfAnswers } from '../../annotate/evidence/marks-of-answers.ts';
import { toNfc } from '../../text/normalise.ts';
import { ArticlePane } from '../article/article-pane.tsx';
import { ariaKeys, shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { SearchPane } from '../search/search-pane.tsx';
import { Loading } from '../shell/loading.tsx';
import { articles, openArticle } from '../store/articles.ts';
import { words } from '../words/words.ts';
import { Keys } from './answers.tsx';
import './conflict-article.css';
import type { Desk } from './desk.ts';
import { finder } from './evidence-of-articles.ts';

/** The articles that answers cite, with who chose what. */
export function ConflictArticle({
  desk,
  isReadOnly,
}: {
  readonly desk: Desk;
  readonly isReadOnly: boolean;
}): JSX.Element {
  const text = words.adjudicate.article;
  const isSearching = useSignal(false);
  const onlyMarked = useSignal(false);
  const failed = useSignal<readonly string[]>([]);
  const searchPane = useRef<HTMLDivElement>(null);
  const titles = desk.titles.value;
  const title = desk.title.value;

  useEffect(() => {
    for (const wanted of titles) {
      openArticle(wanted).catch(() => {
        failed.value = [...failed.value, wanted];
      });
    }
  }, [titles, failed]);

  // Before the next key, which is meant for the search already.
  useLayoutEffect(() => {
    if (isSearching.value) searchPane.current?.querySelector('input')?.focus();
  }, [isSearching.value]);

  const step = (by: number): boolean => {
    const at = title === undefined ? -1 : titles.indexOf(title);
    const next = titles[(at + by + titles.length) % titles.length];
    if (next === undefined || next === title) return false;
    desk.open(next);
    return true;
  };
  useKeys({
    'next-page': () => step(1),
    'previous-page': () => step(-1),
    'only-selected': () => {
      onlyMarked.value = !onlyMarked.value;
    },
    // Once it is there, the search takes the key itself.
    search: () => {
      if (isReadOnly || isSearching.value) return false;
      isSearching.value = true;
      return true;
    },
    leave: () => {
      if (!isSearching.value) return false;
      isSearching.value = false;
      return true;
    },
  });

  return (
    <section class="conflict-article" aria-label={text.tabs}>
      <div class="conflict-article-top">
        <div class="conflict-article-bar">
          {titles.map((other) => (
            <button
              key={other}
              type="button"
              class="quiet"
              aria-pressed={other === title}
              onClick={() => desk.open(other)}
            >
              {other}
            </button>
          ))}
          {!isReadOnly && (
            <button
              type="button"
              class="quiet conflict-article-find"
              aria-expanded={isSearching.value}
              aria-keyshortcuts={ariaKeys('search')}
              onClick={() => {
                isSearching.value = !isSearching.value;
              }}
            >
              {isSearching.value ? text.closeSearch : text.search}
              {!isSearching.value && (
                <>
                  {' '}
                  <Keys of={shownKeys('search')} />
                </>
              )}
            </button>
          )}
        </div>
        {isSearching.value && (
          <div ref={searchPane} class="conflict-article-search">
            <SearchPane
              isSuggestionsOn={false}
              onOpen={(found, id) => {
                isSearching.value = false;
                if (id === undefined) desk.open(found);
                else desk.show(id);
              }}
            />
          </div>
        )}
      </div>
      {title === undefined ? (
        <p class="conflict-article-none">{text.none}</p>
      ) : (
        <ShownArticle
          key={String(desk.id)}
          desk={desk}
          title={title}
          isFailed={failed.value.includes(title)}
          isReadOnly={isReadOnly}
          onlyMarked={onlyMarked.value}
        />
      )}
    </section>
  );
}

interface ShownArticleProps {
  readonly desk: Desk;
  readonly title: string;
  readonly isFailed: boolean;
  readonly isReadOnly: boolean;
  readonly onlyMarked: boolean;
}

function ShownArticle({ desk, title, isFailed, isReadOnly, onlyMarked }: ShownArticleProps): JSX.Element {
  const text = words.adjudicate.article;
  const marks = useComputed(() =>
    marksOfAnswers(desk.conflict.value?.answers ?? [], desk.decision.value.draft, finder.value),
  );
  const open = articles.value.get(toNfc(title));
  if (isFailed) return <p class="conflict-article-none">{text.failed(title)}</p>;
  if (open === undefined) return <Loading text={text.loading(title)} />;
  return (
    <ArticlePane
      article={open.article}
      marks={marks}
      focused={desk.focused}
      onToggle={(id) => desk.act({ type: 'draft', action: { type: 'toggle', id } })}
      onAdd={(ids) => desk.act({ type: 'draft', action: { type: 'add', ids } })}
      onlyMarked={onlyMarked}
      isReadOnly={isReadOnly}
    />
  );
}
