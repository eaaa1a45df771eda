import { ToolError } from '../../errors.ts';
import { kindOfPath, shownPath } from '../../io/files.ts';
import { readHead } from '../../io/open-read-source.ts';
import { reportMark } from '../../report/print/report-mark.ts';

/** In the first characters of every report. */
const headChars = 200;

/** @throws ToolError FILE_EXISTS for a file that no report was written to: somebody may want it */
export function guardTarget(path: string, cwd: string): void {
  const kind = kindOfPath(path);
  if (kind === undefined) return;
  const name = shownPath(path, cwd);
  if (kind === 'folder')
    throw new ToolError('FILE_EXISTS', `"${name}" is a folder. Name a file: --output ${name}/report.html.`);
  if (!readHead(path).slice(0, headChars).includes(reportMark))
    throw new ToolError(
      'FILE_EXISTS',
      `"${name}" is there, and is no report of claimset. Name another file with --output, or write over it with --force.`,
    );
}
