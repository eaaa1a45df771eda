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
  const words = id.split('_');
  const [title = '', kind] = words;
  if (id.includes('table_caption') || id.includes('header_cell'))
    return [title, words.slice(1, 3).join('_'), words.slice(3).join('_')];
  if (kind === undefined) throw new OfficialFailure('IndexError', 'list index out of range');
  return [title, kind, words.slice(2).join('_')];
}
