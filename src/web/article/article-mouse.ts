import type { JSX } from 'preact';
import type { Unit } from '../../annotate/article/article-layout.ts';
import type { ArticleView } from './article-view.ts';
import type { ArticleWalk } from './article-walk.ts';

/** The mouse on an article: a click chooses, marking text with the mouse does not, and pulling over cells chooses them all. */
export interface ArticleMouse {
  readonly onClick: (event: JSX.TargetedMouseEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: JSX.TargetedMouseEvent<HTMLElement>) => void;
  readonly onPointerDown: (event: JSX.TargetedPointerEvent<HTMLElement>) => void;
  readonly onPointerOver: (event: JSX.TargetedPointerEvent<HTMLElement>) => void;
}

/** What the mouse does on an article that is on the page. */
export function articleMouse(root: HTMLElement, walk: ArticleWalk, view: ArticleView): ArticleMouse {
  let start: Unit | undefined;
  let end: Unit | undefined;
  /** Chosen or taken back by the first click of a double click, which was to mark a word. */
  let clicked: Unit | undefined;

  const unitAt = (target: EventTarget | null): Unit | undefined =>
    target instanceof Element ? walk.unitOf(target.closest<HTMLElement>('[data-id]')?.dataset.id) : undefined;

  const stop = () => {
    removeEventListener('pointerup', finish);
    removeEventListener('pointercancel', stop);
    removeEventListener('keydown', stopByKey, true);
    view.preview([]);
    delete root.dataset.pulling;
    start = undefined;
    end = undefined;
  };
  const stopByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  const finish = () => {
    const [from, to] = [start, end];
    stop();
    if (from !== undefined && to !== undefined) walk.chooseRange(from, to);
  };

  return {
    onPointerDown(event) {
      const unit = unitAt(event.target);
      // A finger that moves over a table scrolls it.
      if (
        walk.isReadOnly ||
        unit?.grid === undefined ||
        event.button !== 0 ||
        event.shiftKey ||
        event.pointerType === 'touch'
      )
        return;
      start = unit;
      addEventListener('pointerup', finish);
      addEventListener('pointercancel', stop);
      addEventListener('keydown', stopByKey, true);
    },
    onPointerOver(event) {
      if (start === undefined) return;
      const unit = unitAt(event.target);
      if (unit?.grid !== start.grid || unit === undefined || (end === undefined && unit === start)) return;
      end = unit;
      root.dataset.pulling = '';
      getSelection()?.removeAllRanges();
      view.preview(walk.rangeOf(start, unit));
    },
    onMouseDown(event) {
      // The browser would mark the text between.
      if (event.shiftKey && unitAt(event.target) !== undefined) event.preventDefault();
    },
    onClick(event) {
      const unit = unitAt(event.target);
      if (unit === undefined || event.button !== 0) return;
      if (event.shiftKey) {
        walk.extendTo(unit);
        return;
      }
      if (event.detail > 1) {
        if (event.detail === 2 && clicked === unit) walk.toggleUnit(unit);
        clicked = undefined;
        return;
      }
      clicked = undefined;
      const selection = getSelection();
      if (selection !== null && !selection.isCollapsed && selection.containsNode(event.currentTarget, true))
        return;
      walk.goTo(unit);
      walk.toggleUnit(unit);
      clicked = unit;
    },
  };
}
