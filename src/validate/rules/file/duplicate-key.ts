import { jsonFinding } from '../../../diagnostic/json-finding.ts';
import { jsonMessages } from '../../../text/check-json.ts';
import { defineLineRule } from '../../rule.ts';

/** A key stands once in an object. */
export const duplicateKey = defineLineRule({
  id: 'file/duplicate-key',
  level: 1,
  severity: 'error',
  since: '0.1.0',
  title: 'A key stands once in an object.',
  why: 'Which of the two values counts depends on the program that reads them, and no program says that one was lost.',
  help: 'Remove one of the two, or rename it.',
  source: 'RFC 8259, section 4: names within an object should be unique.',
  messages: { again: jsonMessages.duplicateKey },
  examples: [
    {
      name: 'the same key in different objects',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
          notes: [{ by: 'ann' }, { by: 'bo' }],
        },
      ],
    },
    {
      name: 'two labels',
      lines: ['{"id":1,"claim":"One.","label":"SUPPORTS","evidence":[["A_sentence_0"]],"label":"REFUTES"}'],
      expect: ['1:73-1:80 again'],
    },
  ],
  skip: (entry) => entry.problems.length === 0,
  *check(entry, { report }) {
    for (const problem of entry.problems) {
      if (problem.kind === 'duplicateKey')
        yield report(
          'again',
          jsonFinding(problem, (span) => entry.at(span)),
        );
    }
  },
});
