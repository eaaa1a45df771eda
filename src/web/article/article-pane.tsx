import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { layOutArticle } from '../../annotate/article/article-layout.ts';
import type { UnitMark } from '../../annotate/evidence/unit-mark.ts';
import type { Article } from '../../corpus/article.ts';
import { ArticleBody } from './article-body.tsx';
import { type ArticleMouse, articleMouse } from './article-mouse.ts';
import '../style/set-colours.css';
import './article-pane.css';
import './article-table.css';
import { ArticleView } from './article-view.ts';
import { ArticleWalk } from './article-walk.ts';
import { useArticleKeys } from './use-article-keys.ts';
import { watchOverflow } from './watch-overflow.ts';

export interface ArticlePaneProps {
  readonly article: Article;
  /** By evidence id in Unicode normal form C; elements without a mark are not in it. */
  readonly marks: ReadonlySignal<ReadonlyMap<string, UnitMark>>;
  /** The element that keys act on, in Unicode normal form C; the pane moves it, and follows it when others do. */
  readonly focused: Signal<string | undefined>;
  /** Chooses an element, or takes it back: a click, space. */
  readonly onToggle: (id: string) => void;
  /** Chooses several, by a range, a row, a column or dragging. */
  readonly onAdd: (ids: readonly string[]) => void;
  /** Words that are marked in the text. */
  readonly highlighted?: readonly string[];
  /** Shows only elements with a mark, and what heads them. */
  readonly onlyMarked?: boolean;
  /** Nothing can be chosen. */
  readonly isReadOnly?: boolean;
}

/** An article to read and to choose from: headings, sentences, lists, tables. */
export function ArticlePane(props: ArticlePaneProps): JSX.Element {
  return <OpenArticle key={keyOf(props.article)} {...props} />;
}

const keys = new WeakMap<Article, number>();
let lastKey = 0;

/** Another article, or another state of it, is drawn anew: marks are drawn beside what the components know. */
function keyOf(article: Article): number {
  const known = keys.get(article);
  if (known !== undefined) return known;
  keys.set(article, ++lastKey);
  return lastKey;
}

function OpenArticle(props: ArticlePaneProps): JSX.Element {
  const { article, marks, focused, highlighted, onlyMarked = false, isReadOnly = false } = props;
  const name = useId();
  const layout = useMemo(() => layOutArticle(article), [article]);
  const body = useMemo(() => <ArticleBody layout={layout} name={name} />, [layout, name]);
  const root = useRef<HTMLElement>(null);
  const view = useRef<ArticleView>();
  const walk = useRef<ArticleWalk>();
  const mouse = useRef<ArticleMouse>();
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    if (root.current === null) return;
    const element = root.current;
    const shown = new ArticleView(element, layout);
    view.current = shown;
    walk.current = new ArticleWalk(element, layout, shown, () => {
      const { onlyMarked = false, isReadOnly = false, ...rest } = latest.current;
      return { ...rest, onlyMarked, isReadOnly };
    });
    mouse.current = articleMouse(element, walk.current, shown);
    return watchOverflow(element);
  }, [layout]);
  useLayoutEffect(() => effect(() => view.current?.mark(marks.value)), [layout, marks]);
  useLayoutEffect(
    () =>
      effect(() => {
        const hasKeys = root.current?.contains(document.activeElement) === true;
        view.current?.moveTo(focused.value, hasKeys || document.activeElement === document.body);
      }),
    [layout, focused],
  );
  const wordKey = JSON.stringify(highlighted ?? []);
  useLayoutEffect(() => view.current?.highlight(JSON.parse(wordKey) as string[]), [layout, wordKey]);
  useArticleKeys(() => walk.current);

  return (
    <article
      ref={root}
      class="article-pane"
      aria-labelledby={name}
      data-only-marked={onlyMarked}
      data-read-only={isReadOnly}
      onClick={(event) => mouse.current?.onClick(event)}
      onMouseDown={(event) => mouse.current?.onMouseDown(event)}
      onPointerDown={(event) => mouse.current?.onPointerDown(event)}
      onPointerOver={(event) => mouse.current?.onPointerOver(event)}
      onFocusIn={(event) => {
        const { target } = event;
        const id = target instanceof HTMLElement ? target.dataset.id : undefined;
        if (id !== undefined && focused.peek() !== id) focused.value = id;
      }}
      onKeyDown={(event) => {
        if (walk.current !== undefined && walkByArrow(walk.current, event)) event.preventDefault();
      }}
    >
      {body}
    </article>
  );
}

/** Keys of a grid that have no name of their own: left, right, the ends of a row and of the table. */
function walkByArrow(walk: ArticleWalk, event: KeyboardEvent): boolean {
  if (walk.current?.grid === undefined || event.altKey || event.metaKey) return false;
  const { key, shiftKey, ctrlKey } = event;
  const columns = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (columns !== 0 && !ctrlKey) {
    if (shiftKey) walk.extend({ rows: 0, columns });
    else walk.stepCell({ rows: 0, columns });
    return true;
  }
  if (shiftKey) return false;
  if (key === 'Home') return walk.stepToEnd(ctrlKey ? 'start' : 'row-start');
  if (key === 'End') return walk.stepToEnd(ctrlKey ? 'end' : 'row-end');
  return false;
}
