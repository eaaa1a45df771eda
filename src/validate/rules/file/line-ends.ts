import { defineLineRule } from '../../rule.ts';

const names = { '\n': 'LF', '\r\n': 'CRLF' } as const;

/** The lines of a file end alike. */
export const lineEnds = defineLineRule({
  id: 'file/line-ends',
  level: 1,
  severity: 'warning',
  since: '0.2.0',
  title: 'The lines of a record file end alike: all with LF, or all with CRLF.',
  why: 'An editor or git that makes the line ends alike later changes lines that nobody edited, and hides what somebody did.',
  help: 'Save the file with one kind of line end. `*.jsonl text eol=lf` in .gitattributes keeps it so.',
  source: 'Files that were joined from several systems. JSON itself allows both.',
  messages: { mixed: 'The line ends with {found}, the first line of the file with {first}.' },
  examples: [
    {
      name: 'LF behind each line',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The number two comes second.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'CRLF behind a line',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        '{"id":2,"claim":"The number two comes second.","label":"NOT ENOUGH INFO","evidence":[]}\r',
      ],
      expect: ['2:88-2:88 mixed'],
    },
  ],
  skip: (entry) => entry.line.end === entry.fileEnd || entry.line.end === '',
  *check(entry, { report }) {
    const { end, text } = entry.line;
    if (end === '' || entry.fileEnd === '' || end === entry.fileEnd) return;
    const place = entry.at({ start: text.length, end: text.length });
    yield report('mixed', {
      data: { found: names[end], first: names[entry.fileEnd] },
      place,
      fix: [{ span: { start: place.span.end, end: place.span.end + end.length }, text: entry.fileEnd }],
    });
  },
});
