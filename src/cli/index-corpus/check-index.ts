import { statSync } from 'node:fs';
import { shownPath } from '../../io/files.ts';
import { checkIndexFile } from '../../io/search-index/check-index-file.ts';
import { corpusState } from '../../io/search-index/index-corpus.ts';
import { indexError } from '../../io/search-index/index-error.ts';
import { printJson } from '../../reporters/print-json.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { printable } from '../../text/printable.ts';
import type { ExitCode } from '../command.ts';
import type { IndexTask } from './index-task.ts';
import { summaryOfIndex } from './print-index.ts';
import { tellIndex } from './tell-index.ts';

/** Verifies an index file to the last byte, and whether it is of the articles and settings as they are. 1 where it is not. @throws ToolError INDEX_NOT_FOUND. */
export async function checkIndex(task: IndexTask): Promise<ExitCode> {
  const { path, io, options } = task;
  const shown = printable(shownPath(path, io.cwd));
  const header = checkIndexFile(path, shown);
  if (header === 'absent') throw indexError(header, shown);
  if (typeof header === 'string') {
    await io.stderr.write(`${indexError(header, shown).message}\n`);
    return 1;
  }
  const state = corpusState(header.corpus, path);
  const isConfigured = JSON.stringify(header.configured) === JSON.stringify(settingsOfConfig(task.config));
  const summary = summaryOfIndex(header, shown, statSync(path).size);
  if (options.json === true)
    await io.stdout.write(`${printJson({ ...summary, corpus: state, isConfigured })}\n`);
  else await tellIndex(summary, task);
  const faults = [
    ...(state === 'changed' ? ['The articles have changed since: `claimset index` makes it anew.'] : []),
    ...(state === 'gone' ? [`Its articles are not at "${printable(header.corpus.path)}" any more.`] : []),
    ...(isConfigured ? [] : ['The settings have changed since: `claimset index` makes it anew.']),
  ];
  for (const fault of faults) await io.stderr.write(`${fault}\n`);
  if (faults.length === 0)
    await io.stderr.write('The file is whole, and of the articles and settings as they are.\n');
  return faults.length === 0 ? 0 : 1;
}
