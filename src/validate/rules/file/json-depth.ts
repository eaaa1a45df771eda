import { jsonFinding } from '../../../diagnostic/json-finding.ts';
import { jsonMessages } from '../../../text/check-json.ts';
import { maxJsonDepth } from '../../../text/json-text.ts';
import { defineLineRule } from '../../rule.ts';

/** A record does not nest deeper than any record needs. */
export const jsonDepth = defineLineRule({
  id: 'file/json-depth',
  level: 1,
  severity: 'error',
  since: '0.1.0',
  title: `A record nests at most ${maxJsonDepth} lists and objects into one another.`,
  why: 'Programs that read JSON by recursion fail on deep nesting; a record of claims needs no more than a few levels.',
  help: 'Look for brackets that are not closed, or remove the nested data.',
  source: 'RFC 8259, section 9: a parser may set limits on the depth of nesting.',
  messages: { deep: jsonMessages.deep },
  examples: [
    {
      name: 'additional data that nests a little',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
          notes: [{ by: 'ann', tags: [['a']] }],
        },
      ],
    },
    {
      name: 'additional data that nests without end',
      lines: [`{"id":1,"notes":${'['.repeat(70)}${']'.repeat(70)}}`],
      expect: ['1:80-1:81 deep'],
    },
  ],
  skip: (entry) => entry.problems.length === 0,
  *check(entry, { report }) {
    for (const problem of entry.problems) {
      if (problem.kind === 'deep')
        yield report(
          'deep',
          jsonFinding(problem, (span) => entry.at(span)),
        );
    }
  },
});
