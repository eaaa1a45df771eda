import { isSchemaLine } from '../../claims/schema-line.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { ReadSource } from '../../formats/format.ts';
import { readJsonArray } from '../../formats/json-array.ts';
import { notUtf8 } from '../../formats/not-utf8.ts';
import type { ScoreRecord } from '../../score/line-record.ts';
import { isKeyed } from './is-keyed.ts';

/**
 * The records of a file that is one list, or objects over several lines each, or one object that has each record under its id.
 *
 * @param found told what could not be read
 */
export function* readList(
  source: ReadSource,
  found: (diagnostic: Diagnostic) => void,
): Generator<ScoreRecord> {
  if ((source.invalidBytes ?? []).length > 0) found(notUtf8(source));
  for (const { record, diagnostics = [] } of readJsonArray(source)) {
    for (const diagnostic of diagnostics) found(diagnostic);
    if (record === undefined || isSchemaLine(record.json)) continue;
    const { json, place } = record;
    if (!isKeyed(json)) yield { json, place };
    else
      for (const [uid, inner] of Object.entries(json))
        yield { json: { uid, ...(inner as object) }, place: (path) => place([uid, ...path]) };
  }
}
