import { utf16Hint } from '../../../text/utf16-hint.ts';
import { isTruncated } from '../../is-truncated.ts';
import { defineLineRule } from '../../rule.ts';

/** Record files must be UTF-8. */
export const notUtf8 = defineLineRule({
  id: 'file/not-utf8',
  level: 1,
  severity: 'error',
  since: '0.1.0',
  title: 'A record file is UTF-8.',
  why: 'A byte that is not UTF-8 has no character: every reader would replace it by another text, or stop.',
  help: 'Save the file as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`.',
  source: 'RFC 8259, section 8.1: JSON that is exchanged is UTF-8.',
  messages: {
    byte: 'Byte 0x{byte} at byte {byteOffset} of the line (counted from 0) is not UTF-8; the line has {count} such bytes.',
    onlyByte: 'Byte 0x{byte} at byte {byteOffset} of the line (counted from 0) is not UTF-8.',
  },
  examples: [
    {
      name: 'letters outside ASCII in UTF-8',
      lines: [{ id: 1, claim: 'A café is a place.', label: 'SUPPORTS', evidence: [['A_sentence_0']] }],
    },
    {
      name: 'a letter in ISO 8859-1',
      lines: [{ id: 1, claim: 'A café is a place.', label: 'SUPPORTS', evidence: [['A_sentence_0']] }],
      encoding: 'latin1',
      expect: ['1:23-1:24 onlyByte'],
    },
    {
      name: 'two letters in ISO 8859-1',
      lines: [{ id: 1, claim: 'Élodie owns a café.', label: 'SUPPORTS', evidence: [['A_sentence_0']] }],
      encoding: 'latin1',
      expect: ['1:18-1:19 byte'],
    },
  ],
  skip: (entry) => entry.line.invalidBytes.length === 0,
  *check(entry, { report }) {
    const [first] = entry.line.invalidBytes;
    // A file that was cut may end inside a character.
    if (first === undefined || isTruncated(entry)) return;
    const count = entry.line.invalidBytes.length;
    const hint = entry.line.offset === 0 ? utf16Hint(entry.line.invalidBytes) : undefined;
    yield report(count === 1 ? 'onlyByte' : 'byte', {
      data: { byte: first.byte.toString(16).padStart(2, '0'), byteOffset: first.byteOffset, count },
      place: entry.at({ start: first.offset, end: first.offset + 1 }),
      ...(hint !== undefined && { help: hint }),
    });
  },
});
