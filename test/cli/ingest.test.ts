import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { feverDb } from '../../src/io/stores/fever-db.ts';
import { writeDatabase } from '../../src/io/stores/write-database.ts';
import { runCommand, temporaryFolder } from './run-command.ts';

const telescope = `# Radio telescope

A radio telescope is an antenna. It receives radio waves, e.g. from stars.

## Dishes

| Name | Metres |
|------|--------|
| FAST | 500 |

![A picture](dish.png)
`;

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  return cwd;
}

const ingest = (cwd: string, ...argv: string[]) => runCommand(['ingest', ...argv], { cwd });

test('a document becomes an article that validates', async () => {
  const cwd = folderWith({ 'docs/dish.md': telescope });
  expect(await ingest(cwd, 'docs/dish.md', '-o', 'corpus/')).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "read "Radio telescope" from docs/dish.md (Markdown) to corpus/radio-telescope.txt: 2 sentences, 1 section, 1 table
    written 1 article of 1 from 1 file: 2 sentences, 1 section, 1 table
    left out: 1 image
    What is left out of documents: claimset formats markdown
    Next: claimset validate
    ",
      "stdout": "",
    }
  `);
  expect(readFileSync(join(cwd, 'corpus/radio-telescope.txt'), 'utf8')).toMatchInlineSnapshot(`
    "Radio telescope

    From Wikipedia for FEVERv2
    Jump to navigation Jump to search

    A radio telescope is an antenna. Radio telescope_sentence_0

    It receives radio waves, e.g. from stars. Radio telescope_sentence_1

    Dishes Radio telescope_section_0

    Radio telescope_table_general_0

    NameRadio telescope_header_cell_0_0_0 MetresRadio telescope_header_cell_0_0_1
    FASTRadio telescope_cell_0_1_0 500Radio telescope_cell_0_1_1
    "
  `);
  const parsed = await runCommand(['parse', 'corpus'], { cwd });
  expect(parsed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(parsed.stdout.split('\n')).toHaveLength(8 + 1);
});

test('without --output it goes to standard output, several behind one another', async () => {
  const cwd = folderWith({ 'a.md': telescope, 'b.txt': 'Tides\n\nThe sea rises. It falls.\n' });
  const { exitCode, stdout } = await ingest(cwd, 'a.md', 'b.txt');
  expect(exitCode).toBe(0);
  expect(stdout.match(/^From Wikipedia for FEVERv2$/gm)).toHaveLength(2);
  const toFile = await ingest(cwd, 'a.md', 'b.txt', '-o', 'all.txt');
  expect(toFile).toMatchObject({ exitCode: 0, stdout: '' });
  expect(readFileSync(join(cwd, 'all.txt'), 'utf8')).toBe(stdout);
  // And back: tagged text is a format of articles too.
  expect((await ingest(cwd, 'all.txt', '-o', '-')).stdout).toBe(stdout);
});

test('the format is seen from ending and content', async () => {
  const hidden = '<span style="visibility: hidden;font-size:1px">A_sentence_0</span>';
  const cwd = folderWith({
    'in/a.wiki.txt': `One. ${hidden}\n`,
    'in/b.HTML': '<p>Two.</p>',
    'in/c.txt': 'Three words here.\n\nFour.\n',
    'in/d.markdown': 'Five.\n',
    'in/e.jsonl': '{"id":"Soul_Food","text":"","lines":"0\\tSix.\\tsix\\t6"}\n',
    'in/f.txt': '# Seven\n\nEight.\n',
    'in/skipped.png': 'x',
  });
  const { exitCode, stdout } = await ingest(cwd, 'in', '-o', 'out/', '--json');
  expect(exitCode).toBe(0);
  const made = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(made.map(({ title, format }) => `${title}: ${format}`)).toEqual([
    'A: Wikitext of the annotation wiki',
    'b: MediaWiki HTML',
    'c: Plain text',
    'd: Markdown',
    'Soul Food: FEVER wiki-pages',
    'Seven: Markdown',
  ]);
  expect(made[0]).toEqual({
    title: 'A',
    file: 'in/a.wiki.txt',
    format: 'Wikitext of the annotation wiki',
    path: 'out/a.txt',
    sentences: 1,
    sections: 0,
    tables: 0,
    lists: 0,
    leftOut: {},
  });
});

describe('names of files', () => {
  test('lead nowhere else, and two titles never share one', async () => {
    const cwd = folderWith({
      'a.md': '---\ntitle: ../../Escape\n---\nOne.',
      'b.md': '---\ntitle: Escape!\n---\nTwo.',
      'c.md': '---\ntitle: ESCAPE\n---\nThree.',
      'd.md': '---\ntitle: NUL\n---\nFour.',
    });
    expect((await ingest(cwd, 'a.md', 'b.md', 'c.md', 'd.md', '-o', 'corpus')).exitCode).toBe(0);
    expect(readdirSync(join(cwd, 'corpus')).sort()).toEqual([
      'escape-2.txt',
      'escape-3.txt',
      'escape.txt',
      'nul-article.txt',
    ]);
    expect(readFileSync(join(cwd, 'corpus/escape-3.txt'), 'utf8')).toContain('Three. ESCAPE_sentence_0');
  });

  test('nothing is written over without --force, and files of other articles never are', async () => {
    const cwd = folderWith({ 'a.md': '# A\n\nOne.\n', 'corpus/A.TXT': 'Another article\n' });
    expect((await ingest(cwd, 'a.md', '-o', 'corpus/')).exitCode).toBe(0);
    const first = readFileSync(join(cwd, 'corpus/a-2.txt'), 'utf8');
    writeFileSync(join(cwd, 'a.md'), '# A\n\nTwo.\n');
    const again = await ingest(cwd, 'a.md', '-o', 'corpus/');
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toMatch(
      /^not written: "A": corpus\/a-2.txt is there already \(--force replaces it\)$/m,
    );
    expect(readFileSync(join(cwd, 'corpus/a-2.txt'), 'utf8')).toBe(first);
    expect((await ingest(cwd, 'a.md', '-o', 'corpus/', '--force')).exitCode).toBe(0);
    expect(readFileSync(join(cwd, 'corpus/a-2.txt'), 'utf8')).toContain('Two.');
    expect(readFileSync(join(cwd, 'corpus/A.TXT'), 'utf8')).toBe('Another article\n');
    expect(readdirSync(join(cwd, 'corpus')).sort()).toEqual(['A.TXT', 'a-2.txt']);
  });

  test('a file that is read is not written', async () => {
    const cwd = folderWith({ 'corpus/tides.txt': 'Tides\n\nThe sea rises.\n' });
    const { exitCode, stderr } = await ingest(cwd, 'corpus/tides.txt', '-o', 'corpus', '--force');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('not written: "Tides": corpus/tides.txt is read itself');
    expect((await ingest(cwd, 'corpus/tides.txt', '-o', 'corpus/tides.txt', '--force')).exitCode).toBe(2);
    expect(readFileSync(join(cwd, 'corpus/tides.txt'), 'utf8')).toBe('Tides\n\nThe sea rises.\n');
  });
});

describe('what is wrong is told with its place', () => {
  test('text that would be an id: nothing is written of the article, all else is', async () => {
    const cwd = folderWith({ 'a.txt': 'A\n\nFine.\nSee A_sentence_0 there.\n', 'b.txt': 'B\n\nAll fine.\n' });
    const { exitCode, stderr } = await ingest(cwd, 'a.txt', 'b.txt', '-o', 'corpus');
    expect(exitCode).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "read "B" from b.txt (Plain text) to corpus/b.txt: 1 sentence
      a.txt

        4:5  error  format/id-in-text
        The text holds "A_sentence_0", which is an id of "A". The article is left out.
          4 │ See A_sentence_0 there.
            │     ^^^^^^^^^^^^
        why   In tagged text an id ends the element before it: the text would be cut in two, under ids
              that no one gave.
        help  Change the text in the source, for example with a blank before an underscore, or give the
              article another title with \`--title\`.

      1 error in 2 records of 2 files
      written 1 article of 2 from 2 files: 1 sentence
      What is left out of documents: claimset formats plain-text
      Next: claimset validate
      "
    `);
    expect(readdirSync(join(cwd, 'corpus'))).toEqual(['b.txt']);
  });

  test('two articles with one title, no text, not UTF-8', async () => {
    const cwd = folderWith({
      'a.md': '# Caf\u00e9\n\nOne.',
      'b.md': '# Cafe\u0301\n\nTwo.',
      'c.md': '# Only a heading\n',
      'd.txt': Buffer.from('D\n\nA \xff byte.\n', 'latin1'),
      'e.txt': Buffer.from('\ufeffE\n\nOne.\n', 'utf16le'),
    });
    const { exitCode, stderr } = await ingest(cwd, 'a.md', 'b.md', 'c.md', 'd.txt', 'e.txt', '-o', 'corpus');
    expect(exitCode).toBe(1);
    expect(stderr.match(/^ +\d+:\d+ +error +\S+$/gm)?.map((line) => line.trim().replace(/ +/g, ' '))).toEqual(
      [
        '1:1 error format/article-title',
        '1:1 error format/empty-article',
        '3:3 error format/not-utf8',
        '1:1 error format/not-utf8',
      ],
    );
    expect(readdirSync(join(cwd, 'corpus'))).toEqual(['café.txt']);
  });

  test('where nothing could be read nothing is made', async () => {
    const cwd = folderWith({ 'a.md': '' });
    expect((await ingest(cwd, 'a.md', '-o', 'corpus')).exitCode).toBe(1);
    expect((await ingest(cwd, 'a.md', '-o', 'all.txt')).exitCode).toBe(1);
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });
});

test.each([
  [['a.md', 'b.md', '--title', 'T'], '--title names one article: name one file with it.'],
  [['a.md', '--json'], '--json prints on standard output: say where the articles go with --output.'],
  [['a.md', '-o', 'b.md'], '"b.md" is there already. Name another file, or replace it with --force.'],
  [['a.md', '-o', 'plain'], '"plain" is a file. Name a folder, or a file that ends with .txt.'],
  [['data.json'], 'Nothing tells what "data.json" is. Name it with --format: '],
  [['empty'], 'No file in "empty" has an ending that articles have: '],
  [
    ['pages.jsonl', '--title', 'T'],
    'The articles of "pages.jsonl" have titles of their own, such as "A": leave out --title.',
  ],
  [['none.md'], 'There is no "'],
  [['a.md', '--title', ' '], 'A title has at least one character.'],
  [['a.md', '--format', 'word'], "argument 'word' is invalid"],
  [[], "missing required argument 'files'"],
])('wrong use %j', async (argv, message) => {
  const cwd = folderWith({
    'a.md': 'One.',
    'b.md': 'Two.',
    plain: 'x',
    'data.json': '{"a":1}',
    'empty/x.png': '',
    'pages.jsonl': '{"id":"A","text":"","lines":"0\\tSix."}\n',
  });
  const { exitCode, stdout, stderr } = await ingest(cwd, ...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('--title and --language', async () => {
  const cwd = folderWith({ 'a.txt': 'Er kam am 3. Oktober ca. Um Mitternacht ging er bzw. Sie.' });
  const german = await ingest(cwd, 'a.txt', '--title', 'Der Tag', '--language', 'de-AT');
  expect(german.stdout.match(/Der Tag_sentence_/g)).toHaveLength(1);
  const other = await ingest(cwd, 'a.txt', '--language', 'fi');
  expect(other.stderr).toContain('There are no abbreviations for the language "fi"');
  expect(other.stdout.match(/a_sentence_/g)).toHaveLength(4);
});

test('the articles of a database', async () => {
  const cwd = folderWith({});
  await writeDatabase(join(cwd, 'fever.db'), feverDb, [
    { title: 'Café (bar)', elements: [{ kind: 'sentence', number: 0, text: 'It is a bar.' }] },
    { title: 'Tea', elements: [{ kind: 'sentence', number: 0, text: 'It is hot.' }] },
  ]);
  const { exitCode, stderr } = await ingest(cwd, 'fever.db', '-o', 'corpus');
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(readdirSync(join(cwd, 'corpus')).sort()).toEqual(['café-bar.txt', 'tea.txt']);
});

test('many articles are told by their number', async () => {
  const lines = Array.from({ length: 500 }, (_, at) =>
    JSON.stringify({ id: `Page_${at}`, text: '', lines: `0\tIt is page ${at}.` }),
  );
  const cwd = folderWith({ 'pages.jsonl': `${lines.join('\n')}\n` });
  const { exitCode, stderr } = await ingest(cwd, 'pages.jsonl', '-o', 'all.txt');
  expect(exitCode).toBe(0);
  expect(stderr.match(/^read /gm)).toHaveLength(20);
  expect(stderr).toContain('written 500 articles of 500 from 1 file: 500 sentences\n');
  expect(existsSync(join(cwd, 'all.txt'))).toBe(true);
});
