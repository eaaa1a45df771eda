import { isSchemaLine } from '../../claims/schema-line.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { ReadSource } from '../../formats/format.ts';
import { readJsonArray } from '../../formats/json-array.ts';
import { notUtf8 } from '../../formats/not-utf8.ts';
import { LineRecord, type ScoreRecord } from '../../score/line-record.ts';
import { isQrels, readQrels } from '../../score/retrieval/read-qrels.ts';
import { isGroupedRun, isRun, readRun } from '../../score/retrieval/read-run.ts';
import { isObject } from '../../text/is-object.ts';
import { splitLines, type TextLine } from '../../text/source-line.ts';

/** Characters that a file is recognised by. */
const headChars = 65_536;

export function headOfSource(source: ReadSource): string {
  return source.head ?? source.text.slice(0, headChars);
}

/**
 * The records of a file of gold or predictions: JSON Lines, read line by line, or a list; of runs and judgements of TREC one for each
 * query. The first line of FEVEROUS files, which names the keys, is none.
 *
 * @param found told what could not be read
 * @throws OfficialFailure only with `official`, for runs and judgements that pytrec_eval does not read
 */
export function* readScoreRecords(
  source: ReadSource,
  found: (diagnostic: Diagnostic) => void,
  { official = false }: { readonly official?: boolean } = {},
): Generator<ScoreRecord> {
  const head = headOfSource(source);
  const lines = source.lines ?? [...splitLines(source.file, source.text)];
  if (isRun(head)) yield* readRun(lines, found, { grouped: isGroupedRun(lines), official });
  else if (isQrels(head)) yield* readQrels(lines, found, { official });
  else yield* readJson(source, found);
}

function* readJson(source: ReadSource, found: (diagnostic: Diagnostic) => void): Generator<ScoreRecord> {
  let isFirst = true;
  let isUtf8 = true;
  for (const line of source.lines ?? splitLines(source.file, source.text)) {
    const json = parsed(line);
    if (isUtf8 && hasInvalidBytes(line)) {
      isUtf8 = false;
      found(notUtf8(source));
    }
    if (isFirst) {
      if (json === undefined && line.text.trim() !== '') {
        // Not a line of its own: a list, or an object over several lines, or broken.
        yield* readList(source, found);
        return;
      }
      if (json === undefined) continue;
      isFirst = false;
      if (isSchemaLine(json)) continue;
    }
    if (json !== undefined) yield new LineRecord(json, line);
    else if (line.text.trim() !== '') for (const diagnostic of faultsOf(line)) found(diagnostic);
  }
}

function parsed(line: TextLine): ScoreRecord['json'] | undefined {
  try {
    const json: unknown = JSON.parse(line.offset === 0 ? line.text.replace(/^\uFEFF/, '') : line.text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function hasInvalidBytes(line: TextLine & { readonly invalidBytes?: readonly unknown[] }): boolean {
  return line.invalidBytes !== undefined && line.invalidBytes.length > 0;
}

function* readList(source: ReadSource, found: (diagnostic: Diagnostic) => void): Generator<ScoreRecord> {
  for (const { record, diagnostics = [] } of readJsonArray(source)) {
    for (const diagnostic of diagnostics) found(diagnostic);
    if (record !== undefined) yield { json: record.json, place: record.place };
  }
}

/** What is wrong with a line that is no object. */
function faultsOf(line: TextLine): readonly Diagnostic[] {
  const [read] = readJsonArray({ file: line.file, text: line.text, lines: [line] });
  return read?.diagnostics ?? [];
}
