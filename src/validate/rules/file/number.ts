import { jsonFinding } from '../../../diagnostic/json-finding.ts';
import { jsonMessages } from '../../../text/check-json.ts';
import { defineLineRule } from '../../rule.ts';

/** Numbers are read as they are written. */
export const number = defineLineRule({
  id: 'file/number',
  level: 1,
  severity: 'error',
  since: '0.1.0',
  title: 'A number is one that programs can hold.',
  why: 'Programs hold about 16 digits of a number: the others are lost without a word, and every copy has another number.',
  help: 'Write it as a string.',
  source:
    'RFC 8259, section 6: only numbers within the precision and range of IEEE 754 doubles are read the same everywhere.',
  messages: { changed: jsonMessages.changedNumber, tooLarge: jsonMessages.largeNumber },
  examples: [
    {
      name: 'numbers in other spellings, and a large one as a string',
      lines: [
        '{"id":1,"claim":"The number one comes first.","label":"NOT ENOUGH INFO","evidence":[],"notes":[1.0,1e2,-0,0.1,"12345678901234567890"]}',
      ],
    },
    {
      name: 'more digits than a number has',
      lines: [
        '{"id":1,"claim":"One.","label":"NOT ENOUGH INFO","evidence":[],"tweet":12345678901234567890,"score":0.12345678901234567890}',
      ],
      expect: ['1:72-1:92 changed', '1:101-1:123 changed'],
    },
    {
      name: 'a number that is too large, and one that is too small',
      lines: [
        '{"id":1,"claim":"One.","label":"NOT ENOUGH INFO","evidence":[],"large":-1e400,"small":1e-400}',
      ],
      expect: ['1:72-1:78 tooLarge', '1:87-1:93 changed'],
    },
  ],
  skip: (entry) => entry.problems.length === 0,
  *check(entry, { report }) {
    for (const problem of entry.problems) {
      if (problem.kind === 'changedNumber')
        yield report(
          'changed',
          jsonFinding(problem, (span) => entry.at(span)),
        );
      if (problem.kind === 'largeNumber')
        yield report(
          'tooLarge',
          jsonFinding(problem, (span) => entry.at(span)),
        );
    }
  },
});
