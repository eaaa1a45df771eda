import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfDataset, root, runCommand, temporaryFolder } from './run-command.ts';

test('gives the reference figures', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['parse', 'corpus', '--stats', '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    files: 1,
    bytes: 115_560,
    articles: 1,
    records: 645,
    citable: 600,
    tables: 2,
    emptyCells: 5,
    kinds: { sentence: 559, section: 38, cell: 34, header_cell: 12, table_infobox: 1, table_general: 1 },
    findings: { error: 0, warning: 0, info: 1 },
  });
});

test('prints the same bytes again', async () => {
  const { stdout } = await runCommand(['parse', '--print']);
  expect(stdout).toBe(readFileSync(join(root, 'corpus/first-nagorno-karabakh-war.txt'), 'utf8'));
});

test('prints records, in bulk the same', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['parse']);
  expect(exitCode).toBe(0);
  expect(stderr).toContain('corpus/sentence-cut');
  const records = stdout.trimEnd().split('\n');
  expect(records).toHaveLength(645);
  expect(JSON.parse(records.find((record) => record.includes('War_cell_1_2_2"')) ?? '')).toEqual({
    id: 'First Nagorno-Karabakh War_cell_1_2_2',
    title: 'First Nagorno-Karabakh War',
    kind: 'cell',
    numbers: [1, 2, 2],
    text: '388–395',
    section: 'First Nagorno-Karabakh War_section_12',
  });
  const bulk = await runCommand(['parse', '--bulk']);
  expect(bulk).toEqual({ exitCode: 0, stdout, stderr: '' });
});

test('--bulk prints the records of FEVEROUS pages as it prints those of tagged text', async () => {
  const cwd = copyOfDataset();
  await runCommand(['export', '--format', 'feverous-pages', '-o', 'pages.jsonl'], { cwd });
  const tagged = await runCommand(['parse', '--bulk'], { cwd });
  expect(await runCommand(['parse', '--bulk', 'pages.jsonl'], { cwd })).toEqual(tagged);
});

test("--bulk counts what is no page of FEVER's wiki-pages, and refuses files of something else", async () => {
  const cwd = temporaryFolder();
  const page = { id: 'A_-LRB-b-RRB-', text: 'One . Two . ', lines: '0\tOne .\n1\tTwo .\tTwo\tNumber 2' };
  writeFileSync(join(cwd, 'wiki.jsonl'), `${JSON.stringify(page)}\n{"id":"broken"}\n`);
  expect(await runCommand(['parse', '--bulk', 'wiki.jsonl'], { cwd })).toEqual({
    exitCode: 1,
    stdout: [
      '{"id":"A (b)_sentence_0","title":"A (b)","kind":"sentence","numbers":[0],"text":"One ."}\n',
      '{"id":"A (b)_sentence_1","title":"A (b)","kind":"sentence","numbers":[1],"text":"Two ."}\n',
    ].join(''),
    stderr: 'error: 1 line is no page; `claimset ingest` says which, and why\n',
  });
  writeFileSync(join(cwd, 'claims.jsonl'), '{"id":1}\n');
  const { exitCode, stderr } = await runCommand(['parse', '--bulk', 'claims.jsonl'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('"claims.jsonl" holds neither FEVER\'s wiki-pages nor pages of FEVEROUS.');
});

test('adds the context in the order of FEVEROUS', async () => {
  const { stdout } = await runCommand(['parse', '--context']);
  const cell = stdout
    .split('\n')
    .find((record) => record.includes('"First Nagorno-Karabakh War_cell_0_2_1","title"'));
  expect(JSON.parse(cell ?? '').context).toEqual([
    'First Nagorno-Karabakh War_title',
    'First Nagorno-Karabakh War_header_cell_0_2_0',
    'First Nagorno-Karabakh War_header_cell_0_0_0',
  ]);
});

test('an article with an error is parsed, told, and makes 1', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'twice.txt'), 'A\n\nOne. A_sentence_0\n\nTwo. A_sentence_0\n');
  const { exitCode, stdout, stderr } = await runCommand(['parse', 'twice.txt'], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout.split('\n')).toHaveLength(3);
  expect(stderr).toContain('twice.txt\n');
  expect(stderr).toContain('5:6  error  corpus/duplicate-id');
});

test('show tells of sentences, cells and titles, and as JSON', async () => {
  const title = 'First Nagorno-Karabakh War';
  const sentence = await runCommand(['show', `${title}_sentence_6`]);
  expect(sentence.stdout).toContain('Inter-ethnic clashes between the two broke out');
  expect((await runCommand(['show', `${title}_title`])).stdout).toBe(`${title}_title\ntitle\n\n  ${title}\n`);
  const json = await runCommand(['show', '--json', `${title}_cell_1_2_2`, `${title}_title`]);
  const [cell, head] = json.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(cell).toMatchObject({
    text: '388–395',
    context: [`${title}_title`, `${title}_section_12`, `${title}_header_cell_1_0_2`],
  });
  expect(head).toEqual({ id: `${title}_title`, kind: 'title', title, text: title });
});
