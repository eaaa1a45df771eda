import type { OpenClaim } from '../../claims/open-claim.ts';
import { checkJson } from '../../text/check-json.ts';
import { decodeLossless } from '../../text/decode-utf8.ts';
import { wellFormed } from '../../text/well-formed.ts';
import type { FolderContents, FolderReader } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { cardProblems } from './card-problems.ts';
import { type CheckedCroissant, checkCroissant } from './check-croissant.ts';
import { corpusPath, splitOfClaimsPath } from './huggingface-paths.ts';
import { claimOfRow } from './huggingface-rows.ts';
import { type ParquetContents, readParquet } from './parquet/read-parquet.ts';
import { sha256Of } from './sha256-of.ts';

const croissantPath = 'croissant.json';

/** Problems that are told of one file; what else is wrong is likely the same. */
const maxProblems = 3;

/** Reads a dataset repository back, and checks that its card and its Croissant description tell of the files that are there. */
export async function readHuggingface(folder: FolderReader, context: FormatContext): Promise<FolderContents> {
  const problems: string[] = [];
  const splits = new Map<string, readonly OpenClaim[]>();
  const files = new Map<string, ParquetContents>();
  const described = readCroissant(folder);
  problems.push(...described.problems.map((problem) => `${croissantPath}: ${problem}`));
  for (const path of folder.paths.filter((one) => one.endsWith('.parquet'))) {
    const bytes = folder.bytes(path);
    const about = described.files.find(({ contentUrl }) => contentUrl === path);
    if (about === undefined || (await sha256Of(bytes)) !== about.sha256) {
      // Not read: see there why.
      problems.push(`${path}: its SHA-256 is not that of ${croissantPath}`);
      continue;
    }
    const contents = await readParquet(bytes);
    if (typeof contents === 'string') {
      problems.push(`${path}: ${contents}`);
      continue;
    }
    files.set(path, contents);
    const unknown = about.columns.filter((column) => !contents.columns.includes(column));
    if (unknown.length > 0) problems.push(`${croissantPath}: ${path} has no column ${unknown.join(', ')}`);
  }
  for (const { contentUrl } of described.files) {
    if (!folder.paths.includes(contentUrl))
      problems.push(`${croissantPath}: it names ${contentUrl}, which is not there`);
  }
  for (const [path, { own, rows }] of files) {
    const name = splitOfClaimsPath(path);
    if (name === undefined) continue;
    const claims = rows.map(claimOfRow);
    const refused = claims.flatMap((claim, row) => (typeof claim === 'string' ? `row ${row}: ${claim}` : []));
    problems.push(...refused.slice(0, maxProblems).map((problem) => `${path}: ${problem}`));
    splits.set(
      typeof own.split === 'string' ? own.split : name,
      claims.filter((claim) => typeof claim !== 'string'),
    );
  }
  problems.push(...corpusProblems(files.get(corpusPath), context));
  problems.push(...cardProblems(folder, files));
  return { splits, problems };
}

/** Rows of the corpus that say something else than the corpus. */
function corpusProblems(corpus: ParquetContents | undefined, { evidence }: FormatContext): string[] {
  const wrong = (corpus?.rows ?? []).filter(
    ({ id, text }) => typeof id !== 'string' || wellFormed(evidence.text(id) ?? '') !== text,
  );
  return wrong
    .slice(0, maxProblems)
    .map(({ id }) => `${corpusPath}: ${JSON.stringify(id)} is not what the corpus has`);
}

function readCroissant(folder: FolderReader): CheckedCroissant {
  if (!folder.paths.includes(croissantPath)) return { files: [], problems: ['it is missing'] };
  return checkCroissant(checkJson(decodeLossless(folder.bytes(croissantPath)).text).json);
}
