import { closeSync, openSync } from 'node:fs';
import { levelPlan } from '../../retrieve/index-file/column-plans.ts';
import { columnsIn } from '../../retrieve/index-file/columns.ts';
import type { IndexHeader } from '../../retrieve/index-file/index-header.ts';
import { postingsFit } from '../../retrieve/index-file/level-in-columns.ts';
import { fileError } from '../files.ts';
import type { IndexFault } from './index-error.ts';
import { loadIndexFile, loadTitleIndex } from './open-index-file.ts';
import { isRegionWhole } from './read-region.ts';

/** The header of an index file whose every byte was looked at, its records too; or what is wrong with it. @throws ToolError FILE_UNREADABLE. */
export function checkIndexFile(path: string, shown: string): IndexHeader | IndexFault {
  const index = loadIndexFile(path, { shown });
  if (typeof index === 'string') return index;
  const { header, buffers } = index;
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    for (const level of index.parts.keys()) {
      const own = header.levels[level];
      const buffer = buffers.levels[level];
      if (own === undefined || buffer === undefined) return 'broken';
      const columns = columnsIn(buffer, levelPlan, own.columns.items);
      if (!isRegionWhole(file, own.records) || !postingsFit(columns)) return 'broken';
    }
    const titles = loadTitleIndex(file, header);
    if (titles === undefined || !postingsFit(titles)) return 'broken';
    return header;
  } catch (cause) {
    throw fileError(path, cause);
  } finally {
    if (file !== undefined) closeSync(file);
    index.close();
  }
}
