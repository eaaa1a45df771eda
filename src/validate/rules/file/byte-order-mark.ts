import { byteOrderMarkLength } from '../../../text/source-line.ts';
import { defineLineRule } from '../../rule.ts';

/** Record files begin without a byte order mark. */
export const byteOrderMark = defineLineRule({
  id: 'file/byte-order-mark',
  level: 1,
  severity: 'warning',
  since: '0.1.0',
  title: 'A record file begins without a byte order mark.',
  why: 'The mark is no JSON: most readers refuse the first record because of it.',
  help: 'Save the file as UTF-8 without a byte order mark.',
  source: 'RFC 8259, section 8.1: JSON must not begin with a byte order mark.',
  messages: { mark: 'The file begins with a byte order mark (U+FEFF).' },
  examples: [
    {
      name: 'a file without the mark',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'a file with the mark',
      lines: ['\uFEFF{"id":1,"claim":"One.","label":"SUPPORTS","evidence":[["A_sentence_0"]]}'],
      expect: ['1:1-1:2 mark'],
    },
  ],
  skip: (entry) => entry.line.offset > 0 || entry.line.text.charCodeAt(0) !== 0xfeff,
  *check(entry, { report }) {
    if (byteOrderMarkLength(entry.line) === 0) return;
    const place = entry.at({ start: 0, end: 1 });
    yield report('mark', { place, fix: [{ span: place.span, text: '' }] });
  },
});
