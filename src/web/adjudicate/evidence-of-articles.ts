import { computed } from '@preact/signals';
import { describeUnit, type UnitDescription } from '../../annotate/evidence/describe-unit.ts';
import { recordFinder } from '../../annotate/evidence/find-record.ts';
import { articles } from '../store/articles.ts';

/** Finds records in the articles that are open; another function when another article is. */
export const finder = computed(() => {
  const open = articles.value;
  return recordFinder((title) => open.get(title)?.article);
});

/** The text of an id with what heads it; `undefined` while its article is not open. */
export function describeId(id: string): UnitDescription | undefined {
  return describeUnit(id, finder.value);
}
