import type { DraftArticle } from '../../corpus/draft-article.ts';
import { countWords } from '../../reporters/count-words.ts';

/** How many elements of each kind there are. */
export interface ArticleCounts {
  readonly sentences: number;
  readonly sections: number;
  readonly tables: number;
  readonly lists: number;
}

export const noCounts: ArticleCounts = { sentences: 0, sections: 0, tables: 0, lists: 0 };

export function countElements({ elements }: DraftArticle): ArticleCounts {
  const count = (wanted: string): number => elements.filter(({ kind }) => kind === wanted).length;
  return {
    sentences: count('sentence'),
    sections: count('section'),
    tables: count('table'),
    lists: count('list'),
  };
}

export function addCounts(a: ArticleCounts, b: ArticleCounts): ArticleCounts {
  return {
    sentences: a.sentences + b.sentences,
    sections: a.sections + b.sections,
    tables: a.tables + b.tables,
    lists: a.lists + b.lists,
  };
}

/** Such as `12 sentences, 1 table`; what there is none of is not named. */
export function describeCounts({ sentences, sections, tables, lists }: ArticleCounts): string {
  const parts: [number, string][] = [
    [sentences, 'sentence'],
    [sections, 'section'],
    [tables, 'table'],
    [lists, 'list'],
  ];
  return parts.flatMap(([number, noun]) => (number === 0 ? [] : [countWords(number, noun)])).join(', ');
}
