import { useKeys } from '../keyboard/use-keys.ts';
import type { ArticleWalk } from './article-walk.ts';

/** The keys that act on an article. */
export function useArticleKeys(walk: () => ArticleWalk | undefined): void {
  /** A letter always means the article; other keys only where they go to it, or to nothing else. */
  const on = (act: (walk: ArticleWalk) => boolean) => (event: KeyboardEvent) => {
    const found = walk();
    const isLetter = event.key.length === 1 && event.key !== ' ';
    return found === undefined || !(isLetter || found.hasKeys(event.target)) ? false : act(found);
  };
  useKeys({
    'next-unit': on((to) => to.step(1)),
    'previous-unit': on((to) => to.step(-1)),
    'next-section': on((to) => to.stepSection(1)),
    'previous-section': on((to) => to.stepSection(-1)),
    'enter-table': on((to) => to.enterTable()),
    leave: on((to) => to.leaveTable()),
    'toggle-unit': on((to) => to.toggle()),
    'extend-down': on((to) => to.extend({ rows: 1, columns: 0 })),
    'extend-up': on((to) => to.extend({ rows: -1, columns: 0 })),
    'choose-row': on((to) => to.chooseRow()),
    'choose-column': on((to) => to.chooseColumn()),
  });
}
