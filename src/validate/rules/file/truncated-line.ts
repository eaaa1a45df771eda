import { isTruncated } from '../../is-truncated.ts';
import { defineLineRule } from '../../rule.ts';

/** A file ends behind a whole record. */
export const truncatedLine = defineLineRule({
  id: 'file/truncated-line',
  level: 1,
  severity: 'error',
  since: '0.2.0',
  title: 'A record file ends behind a whole record.',
  why: 'A file that ends inside a record was not written or copied to its end: more may be missing than the rest of the line.',
  help: 'Copy the file again. If nothing else is missing, complete the record or delete the line.',
  source: 'A program that is interrupted, a full disk or a broken download leaves the beginning of a file.',
  messages: { cut: 'The file ends in the middle of a record.' },
  examples: [
    {
      name: 'a whole record at the end',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'a part of a record at the end',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        '{"id":2,"claim":"The number two comes sec',
      ],
      endsWithoutLineEnd: true,
      expect: ['2:42-2:42 cut'],
    },
  ],
  skip: (entry) => entry.line.end !== '' || entry.json !== undefined,
  *check(entry, { report }) {
    if (!isTruncated(entry)) return;
    const end = entry.line.text.length;
    yield report('cut', { place: entry.at({ start: end, end }) });
  },
});
