import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { utf16Hint } from '../text/utf16-hint.ts';
import type { Format, FormatContext, ReadableFormat, ReadResult, ReadSource } from './format.ts';
import { formatRules } from './format-rules.ts';
import { formats } from './index.ts';
import { notUtf8 } from './not-utf8.ts';
import { createPlaces } from './text-places.ts';

/** Characters of a file that a format is recognised by. */
const headChars = 65_536;

/**
 * What a format reads of a source, and what is wrong with the file as a whole: that it is not UTF-8, which is said first, and
 * that it seems to be in another format, which is said last. Claims and texts that hold a character which stands for a byte that is not
 * UTF-8 are left out; of UTF-16 nothing is read.
 */
export function* readFormat(
  format: ReadableFormat,
  source: ReadSource,
  context: FormatContext,
): Generator<ReadResult> {
  const invalidBytes = source.invalidBytes ?? [];
  if (invalidBytes.length > 0) yield { diagnostic: notUtf8(source) };
  if (utf16Hint(invalidBytes) !== undefined) return;
  let failed = false;
  for (const result of format.read(source, context)) {
    if (result.diagnostic !== undefined) failed = true;
    else if (invalidBytes.length > 0 && JSON.stringify(result).includes('\uFFFD')) continue;
    yield result;
  }
  const other = failed ? likelierFormat(format, headOf(source)) : undefined;
  if (other === undefined) return;
  const place = createPlaces(source.file, headOf(source))({ start: 0, end: 0 });
  const data = { format: format.title, other: other.title, id: other.id };
  yield { diagnostic: createDiagnostic(formatRules.otherFormat, 'looksLike', { data, place }) };
}

function headOf(source: ReadSource): string {
  return source.head ?? source.text.slice(0, headChars);
}

/** The format that a file's beginning looks like, where it does not look like the one it was read as. */
function likelierFormat(format: Format, head: string): Format | undefined {
  return format.sniff(head) ? undefined : formats.find(({ sniff }) => sniff(head));
}
