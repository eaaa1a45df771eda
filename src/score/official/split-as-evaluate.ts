import { OfficialFailure } from '../official-failure.ts';
import { pythonTypeOf } from './python-value.ts';

/**
 * Title, kind and position as `evaluate.py` of FEVEROUS takes an id apart: at the first underscores, and one later where
 * `table_caption` or `header_cell` stands anywhere. Titles with underscores are cut.
 *
 * @throws OfficialFailure
 */
export function splitAsEvaluate(id: unknown): readonly [title: string, kind: string, position: string] {
  if (typeof id !== 'string')
    throw new OfficialFailure('AttributeError', `'${pythonTypeOf(id)}' object has no attribute 'split'`);
  const first = id.indexOf('_');
  if (first < 0) throw new OfficialFailure('IndexError', 'list index out of range');
  const isOfTwoWords = id.includes('table_caption') || id.includes('header_cell');
  let second = id.indexOf('_', first + 1);
  if (isOfTwoWords && second >= 0) second = id.indexOf('_', second + 1);
  const title = id.slice(0, first);
  if (second < 0) return [title, id.slice(first + 1), ''];
  return [title, id.slice(first + 1, second), id.slice(second + 1)];
}
