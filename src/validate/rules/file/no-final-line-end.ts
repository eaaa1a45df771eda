import { defineLineRule } from '../../rule.ts';

/** The last record of a file ends its line. */
export const noFinalLineEnd = defineLineRule({
  id: 'file/no-final-line-end',
  level: 1,
  severity: 'info',
  since: '0.2.0',
  title: 'The last line of a record file has a line end.',
  why: 'What is appended to the file next stands on the same line as the last record, and both are lost.',
  help: 'End the last line.',
  source:
    'JSON Lines: a line end behind the last record is recommended. POSIX: a line ends with a line feed.',
  messages: { none: 'The last line of the file has no line end.' },
  examples: [
    {
      name: 'a line end behind the last record',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'nothing behind the last record',
      lines: ['{"id":1,"claim":"The number one comes first.","label":"NOT ENOUGH INFO","evidence":[]}'],
      endsWithoutLineEnd: true,
      expect: ['1:87-1:87 none'],
    },
  ],
  skip: (entry) => entry.line.end !== '',
  *check(entry, { report }) {
    // A line that is no record has other trouble: the file may have been cut there.
    if (entry.line.end !== '' || entry.json === undefined) return;
    const end = entry.line.text.length;
    const place = entry.at({ start: end, end });
    yield report('none', { place, fix: [{ span: place.span, text: entry.fileEnd || '\n' }] });
  },
});
