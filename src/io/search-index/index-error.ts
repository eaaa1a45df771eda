import { ToolError } from '../../errors.ts';

/** What may be wrong with an index file. */
export type IndexFault = 'absent' | 'foreign' | 'version' | 'broken';

const codes = {
  absent: 'INDEX_NOT_FOUND',
  foreign: 'INDEX_BROKEN',
  version: 'INDEX_VERSION',
  broken: 'INDEX_BROKEN',
} as const;

/** The error of an index file that cannot be searched. */
export function indexError(fault: IndexFault, shown: string): ToolError {
  const what = {
    absent: `There is no index "${shown}". Make it with \`claimset index\`.`,
    foreign: `"${shown}" is no index of claimset. Name the file that \`claimset index\` wrote.`,
    version: `The index "${shown}" is of another version of claimset. Make it anew with \`claimset index\`.`,
    broken: `The index "${shown}" was cut or changed. Make it anew with \`claimset index\`.`,
  }[fault];
  return new ToolError(codes[fault], what);
}

/** The error of articles that one index cannot hold. */
export function indexTooLarge(what: string): ToolError {
  return new ToolError(
    'INDEX_TOO_LARGE',
    `The articles have ${what}, more than one index holds. Index a part of them with --corpus, or use an engine (\`search.engine\`).`,
  );
}
