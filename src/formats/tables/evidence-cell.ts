import { checkJson } from '../../text/check-json.ts';
import { isWellFormed } from '../../text/well-formed.ts';

/** Evidence sets, or the message of `format/evidence-cell` that says why there are none. */
export type EvidenceCell =
  | { readonly evidence: string[][]; readonly messageId?: undefined }
  | { readonly evidence?: undefined; readonly messageId: 'emptyPiece' | 'notSets' }
  | { readonly evidence?: undefined; readonly messageId: 'notJson'; readonly problem: string };

/**
 * The evidence sets of a cell: ids with ` + ` between those of one set and ` | ` between sets, or JSON where the cell begins
 * with `[`. An empty cell is no evidence.
 */
export function parseEvidenceCell(cell: string): EvidenceCell {
  const text = cell.trim();
  if (text === '') return { evidence: [] };
  if (text.startsWith('[')) return parseJsonCell(text);
  const evidence = text.split('|').map((set) => set.split(/\s\+(?=\s|$)/).map((id) => id.trim()));
  return evidence.some((set) => set.includes('')) ? { messageId: 'emptyPiece' } : { evidence };
}

/** The cell of evidence sets: ids with separators, or JSON where an id would not come back the same. */
export function printEvidenceCell(evidence: readonly (readonly string[])[]): string {
  const plain = evidence.map((set) => set.join(' + ')).join(' | ');
  const json = JSON.stringify(evidence);
  const back = parseEvidenceCell(plain).evidence;
  return JSON.stringify(back) === json && isWellFormed(plain) ? plain : json;
}

function parseJsonCell(text: string): EvidenceCell {
  const { json, problems } = checkJson(text);
  const syntax = problems.find(({ kind }) => kind === 'syntax');
  if (syntax !== undefined) return { messageId: 'notJson', problem: String(syntax.data.problem) };
  return isSets(json) ? { evidence: json } : { messageId: 'notSets' };
}

function isSets(json: unknown): json is string[][] {
  return (
    Array.isArray(json) &&
    json.every(
      (set) =>
        Array.isArray(set) && set.length > 0 && set.every((id) => typeof id === 'string' && id.length > 0),
    )
  );
}
