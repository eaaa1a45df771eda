import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { placeInLine } from '../../diagnostic/place-in-line.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { ReadSource } from '../../formats/format.ts';
import { readJsonLines } from '../../formats/json-lines.ts';
import { notUtf8 } from '../../formats/not-utf8.ts';
import { scoreRules } from '../../score/findings/score-rules.ts';
import type { TextLine } from '../../text/source-line.ts';

/**
 * What is wrong with a file of JSON Lines: its bytes, and the lines that are no records, the first ones in full.
 *
 * @param lines the first of them, one more than are told in full where there are more
 * @param told how many are told in full, of how many there are
 */
export function faultsOfLines(
  source: ReadSource,
  isUtf8: boolean,
  lines: readonly TextLine[],
  { told, count }: { readonly told: number; readonly count: number },
): readonly Diagnostic[] {
  const { file } = source;
  const faults = lines.slice(0, told).flatMap((line) => {
    const [read] = readJsonLines({ file, text: line.text, lines: [line] });
    return read?.diagnostics ?? [];
  });
  const [next] = lines.slice(told);
  return [
    ...(isUtf8 ? [] : [notUtf8(source)]),
    ...faults,
    ...(next === undefined
      ? []
      : [
          createDiagnostic(scoreRules.more, 'alike', {
            place: placeInLine(next, { start: 0, end: next.text.length }),
            data: { count: count - told },
          }),
        ]),
  ];
}
