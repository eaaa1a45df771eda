import type { RuleMeta } from '../../diagnostic/rule-meta.ts';

/** What reading a file of queries finds. A query with a finding is not searched for; all others are. */
export const queryRules = {
  line: {
    id: 'search/query',
    level: 2,
    severity: 'error',
    since: '0.7.0',
    title: 'Each line of a file of queries has an id and a query.',
    why: 'What is found for a query stands under its id: without one, or with that of another query, nobody can tell what was found for what.',
    help: 'Write each query on a line of its own: its id, a tab, the query; or JSON with `id` and one of `query`, `claim`, `text`.',
    source: 'The files of queries of TREC, MS MARCO and BEIR.',
    messages: {
      columns: 'The line has {found}; expected an id, a tab and a query.',
      noId: 'The query has no `id`: expected a text or a whole number, found {found}.',
      noText: 'The query has no text under `query`, `claim` or `text`: found {found}.',
      empty: 'There is no word in the query.',
      again: 'A query with the id "{id}" was read before, on {where}.',
    },
  },
} as const satisfies Record<string, RuleMeta>;
