import { jsonFinding } from '../../../diagnostic/json-finding.ts';
import { jsonMessages } from '../../../text/check-json.ts';
import { isTruncated } from '../../is-truncated.ts';
import { defineLineRule } from '../../rule.ts';

/** Each line must be one JSON object. */
export const jsonSyntax = defineLineRule({
  id: 'file/json-syntax',
  level: 1,
  severity: 'error',
  since: '0.1.0',
  title: 'Each line of a record file is one JSON object.',
  why: 'A line that is not JSON is lost to every reader, and most stop there.',
  help: 'Write the record as one JSON object on one line.',
  source: 'RFC 8259 and JSON Lines.',
  messages: {
    problem: jsonMessages.syntax,
    notObject: jsonMessages.notObject,
  },
  examples: [
    {
      name: 'one object on a line',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
      ],
    },
    {
      name: 'a comma behind the last member',
      lines: ['{"id":1,"claim":"One.","label":"NOT ENOUGH INFO","evidence":[],}'],
      expect: ['1:64-1:65 problem'],
    },
    {
      name: 'quotes that are not escaped',
      lines: ['{"id":1,"claim":"He said "one".","label":"NOT ENOUGH INFO","evidence":[]}'],
      expect: ['1:27-1:30 problem'],
    },
    {
      name: 'two records on one line',
      lines: [
        '{"id":1,"claim":"One.","label":"NOT ENOUGH INFO","evidence":[]} {"id":2,"claim":"Two.","label":"NOT ENOUGH INFO","evidence":[]}',
      ],
      expect: ['1:65-1:66 problem'],
    },
    {
      name: 'a record over several lines',
      lines: ['{', '"id":1', '}'],
      expect: ['1:2-1:2 problem', '2:5-2:6 problem', '3:1-3:2 problem'],
    },
    { name: 'a list of records', lines: ['[]'], expect: ['1:1-1:3 notObject'] },
  ],
  skip: (entry) => entry.problems.length === 0,
  *check(entry, { report }) {
    // Bytes that are not UTF-8 and files that were cut are findings of other rules, and often the reason.
    if (entry.line.invalidBytes.length > 0 || isTruncated(entry)) return;
    for (const problem of entry.problems) {
      if (problem.kind === 'syntax')
        yield report(
          'problem',
          jsonFinding(problem, (span) => entry.at(span)),
        );
      if (problem.kind === 'notObject')
        yield report(
          'notObject',
          jsonFinding(problem, (span) => entry.at(span)),
        );
    }
  },
});
