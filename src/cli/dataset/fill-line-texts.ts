import type { Diagnostic, Place } from '../../diagnostic/diagnostic.ts';
import type { RecordPath, RecordReader } from '../../io/record-files.ts';

/**
 * The findings with the texts of lines that rules remember by their places only, read once more from their files: a report shows
 * them. Places in standard input stay without.
 */
export function fillLineTexts(
  diagnostics: readonly Diagnostic[],
  files: readonly RecordPath[],
  open: (file: RecordPath) => RecordReader,
): readonly Diagnostic[] {
  const wanted = new Map<string, Set<number>>();
  for (const place of diagnostics.flatMap(placesOf)) {
    if (!lacksText(place)) continue;
    const lines = wanted.get(place.file);
    if (lines === undefined) wanted.set(place.file, new Set([place.start.line]));
    else lines.add(place.start.line);
  }
  if (wanted.size === 0) return diagnostics;
  const texts = new Map<string, string>();
  for (const file of files) {
    if (file.path === '-') continue;
    const { name, lines } = open(file);
    let left = wanted.get(name)?.size ?? 0;
    if (left === 0) continue;
    for (const line of lines) {
      if (wanted.get(name)?.has(line.number) !== true) continue;
      texts.set(keyOf(name, line.number), line.text);
      left -= 1;
      if (left === 0) break;
    }
  }
  const filled = (place: Place): Place =>
    lacksText(place) ? { ...place, lineText: texts.get(keyOf(place.file, place.start.line)) ?? '' } : place;
  return diagnostics.map((diagnostic) =>
    placesOf(diagnostic).some(lacksText)
      ? {
          ...diagnostic,
          place: filled(diagnostic.place),
          related: diagnostic.related.map((other) => ({ ...other, place: filled(other.place) })),
        }
      : diagnostic,
  );
}

function placesOf({ place, related }: Diagnostic): readonly Place[] {
  return [place, ...related.map((other) => other.place)];
}

/** Something stands on the line, and it is not there. */
function lacksText({ lineText, end }: Place): boolean {
  return lineText === '' && end.column > 1;
}

function keyOf(file: string, line: number): string {
  return `${line} ${file}`;
}
