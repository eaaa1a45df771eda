import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { utf16Hint } from '../text/utf16-hint.ts';
import type { ReadSource } from './format.ts';
import { formatRules } from './format-rules.ts';
import { createPlaces } from './text-places.ts';

/** The finding about the first byte of a source that is not UTF-8. */
export function notUtf8({ file, text, invalidBytes = [] }: ReadSource): Diagnostic {
  const { byte, byteOffset, offset } = invalidBytes[0] ?? { byte: 0, byteOffset: 0, offset: 0 };
  const count = invalidBytes.length;
  const help = utf16Hint(invalidBytes);
  return createDiagnostic(formatRules.notUtf8, count === 1 ? 'onlyByte' : 'byte', {
    data: { byte: byte.toString(16).padStart(2, '0'), byteOffset, count },
    place: createPlaces(file, text)({ start: offset, end: offset + 1 }),
    ...(help !== undefined && { help }),
  });
}
