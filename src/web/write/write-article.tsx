import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { recordFinder } from '../../annotate/evidence/find-record.ts';
import { marksOfDraft } from '../../annotate/evidence/marks-of-draft.ts';
import { letterOf } from '../../text/letter-of.ts';
import { searchWordSpans } from '../../text/search-words.ts';
import { ArticlePane } from '../article/article-pane.tsx';
import { useKeys } from '../keyboard/use-keys.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { articles } from '../store/articles.ts';
import { words } from '../words/words.ts';
import {
  articleMessage,
  closeArticle,
  focusedUnit,
  openTitles,
  shownArticle,
  shownTitle,
  stepArticle,
} from './open-articles.ts';
import './write-article.css';
import { act, writing } from './writing.ts';

/** Words of the claim that are too short to be worth marking. */
const minMarkedChars = 4;

/** The article that is read and chosen from, under the titles of those that are open. */
export function WriteArticle({ areWordsMarked }: { readonly areWordsMarked: Signal<boolean> }): JSX.Element {
  const isOnlyMarked = useSignal(false);
  const marks = useComputed(() =>
    marksOfDraft(
      writing.value.answer,
      recordFinder((title) => articles.value.get(title)?.article),
    ),
  );
  useKeys({
    'next-page': () => stepArticle(1),
    'previous-page': () => stepArticle(-1),
    'highlight-words': () => {
      areWordsMarked.value = !areWordsMarked.value;
    },
    'only-selected': () => {
      isOnlyMarked.value = !isOnlyMarked.value;
    },
  });
  const { text, answer, choosing } = writing.value;
  const article = shownArticle.value;
  const marked = areWordsMarked.value
    ? searchWordSpans(text).flatMap(({ span: { start, end } }) =>
        end - start < minMarkedChars ? [] : [text.slice(start, end)],
      )
    : [];
  return (
    <section class="write-article" aria-label={words.write.article}>
      <div class="write-article-head">
        {openTitles.value.length > 1 && (
          <ul class="write-article-titles" aria-label={words.write.openArticles}>
            {openTitles.value.map((title) => (
              <li key={title} class="write-article-title">
                <button
                  type="button"
                  class="quiet"
                  aria-current={title === shownTitle.value ? 'true' : undefined}
                  onClick={() => {
                    shownTitle.value = title;
                  }}
                >
                  {title}
                </button>
                <button
                  type="button"
                  class="quiet write-article-close"
                  aria-label={words.write.closeArticle(title)}
                  onClick={() => closeArticle(title)}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {article !== undefined && (
          <p class="write-article-mode" data-choosing={choosing} role="status">
            {choosing === 'source'
              ? words.write.choosingSource
              : answer.label === 'NOT ENOUGH INFO'
                ? words.write.noEvidence
                : words.write.choosingEvidence(letterOf(answer.active))}
          </p>
        )}
      </div>
      <div class="write-article-scroll">
        {articleMessage.value !== '' && (
          <p class="write-article-message" role="alert">
            {articleMessage.value}
          </p>
        )}
        {article === undefined ? (
          <EmptyState level={2} title={words.write.noArticle}>
            {words.write.noArticleHint}
          </EmptyState>
        ) : (
          <ArticlePane
            article={article}
            marks={marks}
            focused={focusedUnit}
            onToggle={(id) => act({ type: 'toggle', id })}
            onAdd={(ids) => act({ type: 'add', ids })}
            highlighted={marked}
            onlyMarked={isOnlyMarked.value}
          />
        )}
      </div>
    </section>
  );
}
