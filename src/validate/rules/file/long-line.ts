import { defineLineRule } from '../../rule.ts';

/** A line has a length that tools can work with. */
export const longLine = defineLineRule({
  id: 'file/long-line',
  level: 1,
  severity: 'warning',
  since: '0.2.0',
  title: 'A line of a record file is not longer than editors and reviewers can show.',
  why: 'Nobody can review such a line, and most tools cut it or give up; nearly always it is several records, or a text that does not belong to a claim.',
  help: 'Put each record on a line of its own, and long texts into files of their own.',
  source: 'Measured: the longest line in samples of eight datasets of the family has 6,735 characters.',
  options: {
    maxChars: {
      default: 1_000_000,
      min: 1,
      isInteger: true,
      about: 'Characters (UTF-16 code units) that a line may have.',
    },
  },
  messages: { long: 'The line has {count} characters; at most {maxChars} are wanted.' },
  examples: [
    {
      name: 'a line of usual length',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'a line that is longer than asked for',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
      options: { maxChars: 80 },
      expect: ['1:1-1:96 long'],
    },
  ],
  skip: (entry, { options }) => entry.line.text.length <= options.maxChars,
  *check(entry, { options: { maxChars }, report }) {
    const count = entry.line.text.length;
    if (count <= maxChars) return;
    yield report('long', { data: { count, maxChars }, place: entry.at({ start: 0, end: count }) });
  },
});
