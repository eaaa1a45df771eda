import { isSchemaLine } from '../../claims/schema-line.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import type { ReadSource } from '../../formats/format.ts';
import { LineRecord, type ScoreRecord } from '../../score/line-record.ts';
import { isQrels, readQrels } from '../../score/retrieval/read-qrels.ts';
import { isGroupedRun, isRun, readRun } from '../../score/retrieval/read-run.ts';
import { isObject } from '../../text/is-object.ts';
import { splitLines, type TextLine } from '../../text/source-line.ts';
import { FirstFaults } from './first-faults.ts';
import { isKeyed } from './is-keyed.ts';

/** A file of gold or predictions, opened. */
export interface ScoreSource {
  /** All records, anew each time. */
  readonly records: () => Iterable<ScoreRecord>;
  /** What could not be read, once the records were read; each thing once, however often they were. */
  readonly findings: () => Promise<readonly Diagnostic[]>;
}

/** Lines that are no records which are told one by one. */
const toldLines = 20;

/** Characters that a file is recognised by. */
const headChars = 65_536;

/** Whether a file is a run of TREC. */
export function isRunSource(source: ReadSource): boolean {
  return isRun(headOf(source));
}

function headOf(source: ReadSource): string {
  return source.head ?? source.text.slice(0, headChars);
}

/** @throws UsageError for a file of predictions that is neither JSON nor a run: read as JSON it would give a finding for each word. */
export function guardPredictions(source: ReadSource): void {
  const head = headOf(source);
  const [first] = head.trimStart();
  if (first === undefined || first === '{' || first === '[' || head.startsWith('\u001f') || isRun(head))
    return;
  throw new UsageError(
    `"${source.file}" is neither JSON nor a run of TREC. Write one prediction a line, as JSON: docs/score.md.`,
  );
}

function linesOf(source: ReadSource): Iterable<TextLine> {
  return source.lines ?? { [Symbol.iterator]: () => splitLines(source.file, source.text) };
}

/**
 * Opens a file of gold or predictions: JSON Lines, read line by line, or a list; of runs and judgements of TREC one record for each query.
 *
 * Reading throws OfficialFailure, only with `official`, for runs and judgements that pytrec_eval does not read.
 */
export async function openScoreSource(
  source: ReadSource,
  { official = false }: { readonly official?: boolean } = {},
): Promise<ScoreSource> {
  const head = headOf(source);
  if (head.startsWith('\u001f')) {
    throw new UsageError(
      `"${source.file}" is packed, and cannot be read twice. Name the file, or unpack it first: \`gunzip -c\`.`,
    );
  }
  const lines = linesOf(source);
  if (isRun(head) || isQrels(head)) {
    const faults = new FirstFaults();
    const note = (diagnostic: Diagnostic): void => faults.add(diagnostic);
    return {
      records: () => {
        faults.restart();
        return isRun(head)
          ? readRun(lines, note, { grouped: isGroupedRun(lines), official })
          : readQrels(lines, note, { official });
      },
      findings: async () => faults.result(),
    };
  }
  // What reads lists, and what tells why a line is no record, takes longer to load than a small file to score.
  return isJsonLines(lines) ? openJsonLines(source) : openList(source);
}

/** Whether the first line that is not blank is an object, whole, that is one record. */
function isJsonLines(lines: Iterable<TextLine>): boolean {
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const json = parsed(line);
    return json !== undefined && !isKeyed(json);
  }
  return true;
}

/** The first line of FEVEROUS files, which names the keys, is no record. */
function openJsonLines(source: ReadSource): ScoreSource {
  const lines = linesOf(source);
  /** The first broken lines, one more than are told. */
  const broken: TextLine[] = [];
  let brokenLines = 0;
  let lastBroken = 0;
  let isUtf8 = true;
  const records = function* (): Generator<ScoreRecord> {
    let isFirst = true;
    for (const line of lines) {
      if (hasInvalidBytes(line)) isUtf8 = false;
      const json = parsed(line);
      if (json === undefined) {
        if (line.number <= lastBroken || line.text.trim() === '') continue;
        lastBroken = line.number;
        brokenLines += 1;
        if (broken.length <= toldLines) broken.push(line);
      } else if (!isFirst || !isSchemaLine(json)) yield new LineRecord(json, line);
      if (json !== undefined) isFirst = false;
    }
  };
  const findings = async (): Promise<readonly Diagnostic[]> => {
    if (isUtf8 && brokenLines === 0) return [];
    const { faultsOfLines } = await import('./faults-of-lines.ts');
    return faultsOfLines(source, isUtf8, broken, { told: toldLines, count: brokenLines });
  };
  return { records, findings };
}

async function openList(source: ReadSource): Promise<ScoreSource> {
  const { readList } = await import('./read-list.ts');
  const faults = new FirstFaults();
  return {
    records: () => {
      faults.restart();
      return readList(source, (diagnostic) => faults.add(diagnostic));
    },
    findings: async () => faults.result(),
  };
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
