import type { ReadonlySignal, Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Article } from '../../corpus/article.ts';
import type { UnitMark } from './unit-mark.ts';

export interface ArticlePaneProps {
  readonly article: Article;
  /** By evidence id; elements without a mark are not in it. */
  readonly marks: ReadonlySignal<ReadonlyMap<string, UnitMark>>;
  /** The element that keys act on; the pane moves it, and follows it when others do. */
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
  /** Whether headings and header cells can be chosen alone; they can in writing a claim. */
}

/** An article to read and to choose from: headings, sentences, lists, tables. */
export function ArticlePane(_props: ArticlePaneProps): JSX.Element {
  return <div />;
}
