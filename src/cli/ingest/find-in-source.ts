import type { Place } from '../../diagnostic/diagnostic.ts';
import { placeInLine } from '../../diagnostic/place-in-line.ts';
import type { ReadSource } from '../../formats/format.ts';
import { splitLines } from '../../text/source-line.ts';

/** Where a text stands in a source for the first time; its beginning where it stands nowhere as it is, or there is no source. */
export function findInSource(file: string, source: ReadSource | undefined, wanted: string): Place {
  if (source !== undefined && wanted !== '') {
    for (const line of source.lines ?? splitLines(file, source.text)) {
      const at = line.text.indexOf(wanted);
      if (at >= 0) return placeInLine(line, { start: at, end: at + wanted.length });
    }
  }
  return placeInLine({ file, number: 1, offset: 0, text: firstLine(source) }, { start: 0, end: 0 });
}

function firstLine(source: ReadSource | undefined): string {
  for (const { text } of source?.lines ?? splitLines('', source?.text ?? '')) return text;
  return '';
}
