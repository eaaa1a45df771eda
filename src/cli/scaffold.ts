/** A file of a new dataset folder. */
export interface ScaffoldFile {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether it only shows how articles and claims look. */
  readonly sample: boolean;
}

const title = 'Lighthouse Keeping';

const article = `${title}

From Wikipedia for FEVERv2
Jump to navigation Jump to search

This sample article was written for claimset; replace it by your own. ${title}_sentence_0

The North Point lighthouse was built in 1874 and has 214 steps. ${title}_sentence_1

Keepers ${title}_section_0

Anna Berg kept the light from 1901 to 1923. ${title}_sentence_2

Her brother Karl took over in 1923 and stayed for eleven years. ${title}_sentence_3

The fog signal was first sounded in 1888. ${title}_sentence_4

Today ${title}_section_1

The tower is open to visitors on Sundays only. ${title}_sentence_5

${title}_table_general_0

Year${title}_header_cell_0_0_0 Ships sighted${title}_header_cell_0_0_1
1902${title}_cell_0_1_0 1,310${title}_cell_0_1_1
1922${title}_cell_0_2_0 2,045${title}_cell_0_2_1

Credits to the contents of this page go to the authors of the corresponding Wikipedia page: ${title}.
`;

const claims = [
  {
    id: 'sample-1',
    claim: 'Karl Berg stopped keeping the North Point light in 1934.',
    label: 'SUPPORTS',
    evidence: [[`${title}_sentence_2`, `${title}_sentence_3`]],
    challenge: 'Multi-hop Reasoning',
    source: `${title}_sentence_3`,
  },
  {
    id: 'sample-2',
    claim: 'More ships were sighted from North Point in 1902 than in 1922.',
    label: 'REFUTES',
    evidence: [[`${title}_cell_0_1_0`, `${title}_cell_0_1_1`, `${title}_cell_0_2_0`, `${title}_cell_0_2_1`]],
    challenge: 'Numerical Reasoning',
    mutation: 'negate',
    source: `${title}_cell_0_2_1`,
  },
  {
    id: 'sample-3',
    claim: 'Anna Berg helped to build the North Point lighthouse.',
    label: 'NOT ENOUGH INFO',
    evidence: [[`${title}_sentence_1`]],
    challenge: 'Other',
    mutation: 'specific',
    source: `${title}_sentence_1`,
  },
  {
    id: 'sample-4',
    claim: 'The fog signal of North Point was first sounded before 1890.',
    label: 'SUPPORTS',
    evidence: [[`${title}_sentence_4`]],
    challenge: 'Numerical Reasoning',
    source: `${title}_sentence_4`,
  },
  {
    id: 'sample-5',
    claim: 'The tower of North Point is closed to visitors on Sundays.',
    label: 'REFUTES',
    evidence: [[`${title}_sentence_5`]],
    challenge: 'Other',
    mutation: 'negate',
    source: `${title}_sentence_5`,
  },
];

/** The files of a new dataset folder, in the order in which they are written. `name` is for files, `displayTitle` for people. */
export function scaffold(name: string, displayTitle: string): ScaffoldFile[] {
  const config = {
    $schema: 'node_modules/claimset/schema/config.schema.json',
    name,
    title: displayTitle,
    version: '0.1.0',
  };
  return [
    { path: 'claimset.config.json', text: `${JSON.stringify(config, null, 2)}\n`, sample: false },
    { path: '.gitignore', text: '/dataset/\n/dataset-gold/\n/release/\nnode_modules/\n', sample: false },
    { path: '.gitattributes', text: '*.jsonl text eol=lf\nsplits.lock.json text eol=lf\n', sample: false },
    { path: '.github/workflows/claimset.yml', text: workflow, sample: false },
    { path: 'corpus/lighthouse-keeping.txt', text: article, sample: true },
    {
      path: 'claims/sample.jsonl',
      text: claims.map((claim) => `${JSON.stringify(claim)}\n`).join(''),
      sample: true,
    },
  ];
}

const workflow = `# Refuses claims that are broken: wrong JSON, evidence that does not exist, contradictions, leakage between splits.
name: claimset
on: [push, pull_request]
jobs:
  dataset:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with:
          node-version: 24
      # package.json and package-lock.json name claimset: npm install --save-dev claimset
      - run: npm ci
      # In the log, at the lines in the pull request, and in the summary of the run.
      - run: npx claimset validate
      - run: npx claimset build --frozen-lock
`;
