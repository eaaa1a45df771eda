import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { articleOf, jsonLines, lines, smallDataset, writeInto } from './small-dataset.ts';

const towns = {
  'corpus/a-town.txt': `A town

From Wikipedia for FEVERv2
Jump to navigation Jump to search

A town lies on a river. A town_sentence_0

The town has two bridges of stone. A town_sentence_1

History A town_section_0

The old bridge was built in 1632. A town_sentence_2
`,
  'corpus/b-city.txt': articleOf(
    'Große Stadt',
    'The city has no bridge.',
    'It has a \u001b[31m\u009b river.',
  ),
};

const folder = smallDataset(towns, 'suite');
const search = (...args: string[]) => runCommand(['search', ...args], { cwd: folder });

test('ids ready to paste, what heads them, and the text', async () => {
  const { exitCode, stdout, stderr } = await search('bridge');
  expect(stdout).toMatchInlineSnapshot(`
    "Große Stadt_sentence_0
     1. sentence · 0.26
       The city has no bridge.

    A town_sentence_1
     2. sentence · 0.24
       The town has two bridges of stone.

    A town_sentence_2
     3. sentence · 0.22 · History
       The old bridge was built in 1632.
    "
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "3 of 5 elements of the corpus
    "
  `);
  expect(exitCode).toBe(0);
});

test('what was found is marked in colour: other forms of the words, too', async () => {
  const cwd = smallDataset(towns);
  const coloured = await runCommand(['search', 'bridge', '--top', '1'], { cwd, env: { FORCE_COLOR: '1' } });
  expect(coloured.stdout).toContain('no \u001b[33mbridge\u001b[39m.');
  const plain = await runCommand(['search', 'bridge'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
  expect(plain.stdout).not.toContain('\u001b');
});

test.each([
  ['a phrase', ['"old bridge"'], ['A town_sentence_2']],
  ['words as several arguments', ['old', '1632'], ['A town_sentence_2']],
  ['a beginning', ['sto*'], ['A town_sentence_1']],
  ['in one article', ['river', '--article', 'Große Stadt'], ['Große Stadt_sentence_1']],
  ['of one kind', ['bridge', '--kind', 'sentence', '--top', '1'], ['Große Stadt_sentence_0']],
  ['sections', ['1632', '--level', 'section'], ['A town_section_0']],
  ['articles', ['1632', '--level', 'article'], ['A town_title']],
  [
    'a text in which nothing is an instruction',
    ['--plain', '"river bridge 1632"', '--top', '1'],
    ['A town_sentence_2'],
  ],
])('finds %s', async (_, args, ids) => {
  const { exitCode, stdout } = await search(...args, '--ids');
  expect(stdout).toBe(lines(...ids));
  expect(exitCode).toBe(0);
});

test('nothing found is 1, and told', async () => {
  expect(await search('"bridge old"')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr:
      'nothing found in 5 elements of the corpus: without the quotation marks its words are found wherever they stand\n',
  });
  expect((await search('volcano', '--json')).exitCode).toBe(1);
});

test('as JSON', async () => {
  const { stdout } = await search('"old bridge" 1632', '--json');
  const [hit, ...others] = jsonLines(stdout);
  expect(others).toEqual([]);
  expect(hit).toEqual({
    rank: 1,
    id: 'A town_sentence_2',
    title: 'A town',
    kind: 'sentence',
    score: expect.any(Number),
    text: 'The old bridge was built in 1632.',
    context: ['History'],
    marks: [
      [4, 14],
      [28, 32],
    ],
  });
});

test('escapes of a text never reach a terminal', async () => {
  const { stdout } = await search('river', '--article', 'Große Stadt');
  expect(stdout).toContain('\\u{1b}[31m\\u{9b} river');
  const json = await search('river', '--article', 'Große Stadt', '--json');
  expect(json.stdout).toContain('\\u001b[31m\\u009b river');
});

test.each([
  ['the same', ['große stadt'], 'Große Stadt\n', ''],
  ['a beginning', ['a t'], 'A town\n', ''],
  [
    'spelt nearly so',
    ['gross stat'],
    'Große Stadt\n',
    'no title has these words; these are spelt nearly so\n',
  ],
])('titles: %s', async (_, args, stdout, stderr) => {
  expect(await search('--titles', ...args)).toEqual({ exitCode: 0, stdout, stderr });
});

test('titles as JSON, and none', async () => {
  expect((await search('--titles', 'town', '--json')).stdout).toBe(
    '{"rank":1,"title":"A town","match":"words"}\n',
  );
  expect(await search('--titles', 'volcano')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'no title is like that\n',
  });
});

test.each([
  ['nothing', ['search'], 'no word to search for'],
  ['a file that is not there', ['search', '--queries', '-', 'none.tsv'], 'There is no file "none.tsv".'],
  ['no word', ['search', '"!"'], 'no word to search for'],
  ['an unknown article', ['search', 'river', '--article', 'A twon'], 'Did you mean "A town"?'],
  [
    'kinds of sections',
    ['search', 'x', '--level', 'section', '--kind', 'cell'],
    '--kind tells elements apart',
  ],
  ['a kind that is none', ['search', 'x', '--kind', 'section'], 'Use one of sentence'],
  [
    'titles of a level',
    ['search', 'x', '--titles', '--level', 'article'],
    '--level means nothing to --titles',
  ],
  ['a run with a blank in its name', ['search', 'x', '--run', 'a b'], 'one word'],
  ['a run as JSON', ['search', 'x', '--run', 'a', '--json'], 'cannot be used with'],
  ['no hits', ['search', 'x', '--top', '0'], 'whole number from 1'],
  ['a query beside a file of them', ['search', 'x', '--queries', 'q.tsv'], 'Leave out --queries'],
])('misuse is told: %s', async (_, argv, told) => {
  const { exitCode, stdout, stderr } = await runCommand(argv, { cwd: smallDataset(towns) });
  expect(stderr).toContain(told);
  expect([exitCode, stdout]).toEqual([2, '']);
});

test('what lies beyond the limits of a query is told', async () => {
  const many = Array.from({ length: 18 }, (_, at) => `b${at}* "river ${at}"`).join(' ');
  const one = await search(`bridge ${many}`);
  expect(one.stderr).toBe(
    `not looked for: 2 phrases, 2 beginnings of the query (at most 1,000 words, 16 phrases and 16 beginnings are)
nothing found in 5 elements of the corpus: without the quotation marks its words are found wherever they stand
`,
  );
  const cwd = smallDataset(towns);
  writeInto(cwd, 'q.tsv', ['1\tbridge', `2\t${'bri* '.repeat(17)}`, `3\t${'bridge '.repeat(1001)}`]);
  const { exitCode, stderr } = await runCommand(['search', '--queries', 'q.tsv', '--ids'], { cwd });
  expect(stderr).toBe(
    `not all of 2 queries was looked for (at most 1,000 words, 16 phrases and 16 beginnings are), the first of them "2"
3 queries in 5 elements of the corpus, all with hits
`,
  );
  expect(exitCode).toBe(0);
});

test('a run of the queries of a table', async () => {
  const cwd = smallDataset(towns);
  writeInto(cwd, 'q.tsv', ['\ufeff7\told bridge*', 'x y\t"two bridges"', '', 'x%20z\ttwo', 'z\tvolcano']);
  const { exitCode, stdout, stderr } = await runCommand(['search', '--queries', 'q.tsv', '--run', 'bm25'], {
    cwd,
  });
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '));
  expect(rows.map(([query, , document, rank, , tag]) => [query, document, rank, tag])).toEqual([
    ['7', 'A%20town_sentence_2', '1', 'bm25'],
    ['7', 'Große%20Stadt_sentence_0', '2', 'bm25'],
    ['7', 'A%20town_sentence_1', '3', 'bm25'],
    ['x%20y', 'A%20town_sentence_1', '1', 'bm25'],
    ['x%20z', 'A%20town_sentence_1', '1', 'bm25'],
  ]);
  expect(stderr).toBe('4 queries in 5 elements of the corpus, 1 without a hit\n');
  expect(exitCode).toBe(0);
});

test('queries of JSON Lines: a claim is no instruction', async () => {
  const cwd = smallDataset(towns);
  writeInto(cwd, 'q.jsonl', [
    JSON.stringify({ id: 1, query: '"old bridge"' }),
    JSON.stringify({ id: '2', claim: 'An "old river" bridge.', label: 'SUPPORTS' }),
    JSON.stringify({ _id: 'b', text: 'two' }),
  ]);
  const { stdout } = await runCommand(['search', '--queries', 'q.jsonl', '--json', '--top', '1'], { cwd });
  const hits = jsonLines(stdout);
  expect(hits.map(({ query, rank, id }) => [query, rank, id])).toEqual([
    [1, 1, 'A town_sentence_2'],
    ['2', 1, 'A town_sentence_2'],
    ['b', 1, 'A town_sentence_1'],
  ]);
  const people = await runCommand(['search', '--queries', 'q.jsonl', '--top', '1'], { cwd });
  expect(people.stdout).toContain('1: "old bridge"\n\nA town_sentence_2\n');
});

test('lines that are no queries are told with their place, all others searched for', async () => {
  const cwd = smallDataset(towns);
  writeInto(cwd, 'q.tsv', [
    'only one column',
    'a\tbridge',
    'a\triver',
    'b\t!!!',
    '\tbridge',
    'c\tbridge\tmore',
  ]);
  const { exitCode, stdout, stderr } = await runCommand(['search', '--queries', 'q.tsv', '--ids'], { cwd });
  expect(stdout).toBe(lines('Große Stadt_sentence_0', 'A town_sentence_1', 'A town_sentence_2'));
  expect(stderr).toMatchInlineSnapshot(`
    "q.tsv

      1:1  error  search/query
      The line has 1 column; expected an id, a tab and a query.
        1 │ only one column
          │ ^^^^^^^^^^^^^^^
      why   What is found for a query stands under its id: without one, or with that of another query,
            nobody can tell what was found for what.
      help  Write each query on a line of its own: its id, a tab, the query; or JSON with \`id\` and one
            of \`query\`, \`claim\`, \`text\`.

      3:1  error  search/query
      A query with the id "a" was read before, on line 2.
        3 │ a\\u{9}river
          │ ^^^^^^^^^^^
      help  Write each query on a line of its own: its id, a tab, the query; or JSON with \`id\` and one
            of \`query\`, \`claim\`, \`text\`.

      4:1  error  search/query
      There is no word in the query.
        4 │ b\\u{9}!!!
          │ ^^^^^^^^^
      help  Write each query on a line of its own: its id, a tab, the query; or JSON with \`id\` and one
            of \`query\`, \`claim\`, \`text\`.

      5:1  error  search/query
      The line has no id; expected an id, a tab and a query.
        5 │ \\u{9}bridge
          │ ^^^^^^^^^^^
      help  Write each query on a line of its own: its id, a tab, the query; or JSON with \`id\` and one
            of \`query\`, \`claim\`, \`text\`.

      6:1  error  search/query
      The line has 3 columns; expected an id, a tab and a query.
        6 │ c\\u{9}bridge\\u{9}more
          │ ^^^^^^^^^^^^^^^^^^^^^
      help  Write each query on a line of its own: its id, a tab, the query; or JSON with \`id\` and one
            of \`query\`, \`claim\`, \`text\`.

    5 errors in 6 records of 1 file
    1 query in 5 elements of the corpus, all with hits
    "
  `);
  expect(exitCode).toBe(1);
  writeInto(cwd, 'q.jsonl', [
    '{"id":1,"query":2}',
    '{"query":"x"}',
    '{"id":1.5,"query":"x"}',
    '{',
    '{"__proto__":1,"id":3,"query":"river"}',
    '{"id":4,"claim":" "}',
  ]);
  const json = await runCommand(['search', '--queries', 'q.jsonl', '--ids', '--top', '1'], { cwd });
  expect(json.stderr.match(/^.*(?:search\/query|format\/not-json).*$/gm)).toMatchInlineSnapshot(`
    [
      "  1:17  error  search/query  claim 1",
      "  2:1  error  search/query",
      "  3:7  error  search/query  claim 1.5",
      "  4:2  error  format/not-json",
      "  6:17  error  search/query  claim 4",
    ]
  `);
  expect(json.exitCode).toBe(1);
});

test('several files are one run', async () => {
  const cwd = smallDataset(towns);
  writeInto(cwd, 'a.tsv', ['1\told']);
  writeInto(cwd, 'b.jsonl', ['{"id":1,"query":"river"}', '{"id":2,"query":"two"}']);
  const { exitCode, stdout, stderr } = await runCommand(
    ['search', '--queries', 'a.tsv', 'b.jsonl', '--run', 'x'],
    { cwd },
  );
  expect(stdout.replaceAll(/ [\d.]+ x$/gm, '')).toBe(
    lines('1 Q0 A%20town_sentence_2 1', '2 Q0 A%20town_sentence_1 1'),
  );
  expect(stderr).toContain('A query with the id "1" was read before, on line 1 of a.tsv.');
  expect(exitCode).toBe(1);
});

test('a file that is not there', async () => {
  const { exitCode, stderr } = await search('--queries', join('no', 'file.tsv'));
  expect(stderr).toContain('file.tsv');
  expect(exitCode).toBe(2);
});
