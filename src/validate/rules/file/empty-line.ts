import { defineLineRule } from '../../rule.ts';

/** Each line of a record file is a record. */
export const emptyLine = defineLineRule({
  id: 'file/empty-line',
  level: 1,
  severity: 'warning',
  since: '0.1.0',
  title: 'Each line of a record file is a record.',
  why: 'Readers that parse line by line stop at a blank line, and line numbers no longer count the records.',
  help: 'Delete the line.',
  source: 'JSON Lines: each line is a JSON value.',
  messages: { blank: 'The line is blank.' },
  examples: [
    {
      name: 'a record on each line',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        { id: 2, claim: 'The number two comes second.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'a blank line between two records',
      lines: [
        { id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
        '  ',
        { id: 2, claim: 'Two.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['2:1-2:3 blank'],
    },
  ],
  skip: (entry) => entry.json !== undefined || entry.problems.length > 0,
  *check(entry, { report }) {
    if (entry.line.text.trim() !== '') return;
    const place = entry.at({ start: 0, end: entry.line.text.length });
    const span = { start: place.span.start, end: place.span.end + entry.line.end.length };
    yield report('blank', { place, fix: [{ span, text: '' }] });
  },
});
