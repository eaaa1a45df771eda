import type { Edit } from '../../diagnostic/diagnostic.ts';
import { checkJsonLine } from '../../text/check-json-line.ts';
import { formatPointer } from '../../text/json-pointer.ts';
import { locateInLine } from '../../text/locate-in-line.ts';
import type { SourceLine } from '../../text/source-line.ts';
import { ownValue } from '../line-entry.ts';

/** What changes with the articles in the place of a suppression. */
export interface SuppressionMoves {
  /** The new id of an element; `undefined` where it stays or is not known. */
  readonly movedId: (id: string) => string | undefined;
  /** The new path of an article from the dataset folder; `undefined` where it stays. */
  readonly movedFile: (file: string) => string | undefined;
}

/** The edits that let a suppression follow: of the article that it names, and of the evidence id in its pointer. */
export function suppressionEdits(
  line: SourceLine,
  { movedId, movedFile }: SuppressionMoves,
): readonly Edit[] {
  const { json, problems } = checkJsonLine(line);
  if (problems.length > 0) return [];
  const edits: Edit[] = [];
  const replace = (key: string, text: string | undefined): void => {
    if (text === undefined) return;
    const { start, end } = locateInLine(line, [key]);
    edits.push({ span: { start: line.offset + start, end: line.offset + end }, text: JSON.stringify(text) });
  };
  const file = ownValue(json, 'file');
  const pointer = ownValue(json, 'pointer');
  if (typeof file === 'string') replace('file', movedFile(file));
  if (typeof pointer === 'string') {
    const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const [, key, id, ...rest] = steps;
    const next = (key === 'fingerprints' || key === 'context') && id !== undefined ? movedId(id) : undefined;
    if (next !== undefined) replace('pointer', formatPointer([key ?? '', next, ...rest]));
  }
  return edits;
}
