import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand, temporaryFolder } from './run-command.ts';

interface Finding {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place }[];
}

interface Place {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** A folder with some files, removed after the test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What the command finds in files of a folder. */
async function findingsIn(cwd: string, ...args: readonly string[]): Promise<readonly Finding[]> {
  const { exitCode, stdout, stderr } = await runCommand(['validate', '--report', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] };
  expect(exitCode).toBe(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
  return diagnostics;
}

/** A finding in short: file, line, what stands at its columns, and which rule it is. */
function shown(cwd: string, { ruleId, place }: Pick<Finding, 'ruleId' | 'place'>): string {
  return `${place.file}:${place.start.line} ${ruleId} ${textAt(cwd, place)}`;
}

function textAt(cwd: string, { file, start, end }: Place): string {
  const lines = readFileSync(join(cwd, file), 'utf8').split('\n');
  expect(end.line).toBe(start.line);
  return (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
}

const fever =
  '{"id": 1, "verifiable": "VERIFIABLE", "label": "SUPPORTS", "claim": "A is a letter.", "evidence": [[[5, 6, "A_-LRB-letter-RRB-", 0]], [[7, 8, "A_-LRB-letter-RRB-", 1], [7, 8, "B", 0]]]}\n';
const feverous =
  '{"evidence": [{"content": ["A (letter)_sentence_0"], "context": {"A (letter)_sentence_0": ["A (letter)_title"]}}], "id": 2, "claim": "B is a letter.", "label": "SUPPORTS", "annotator_operations": [], "challenge": "Other"}\n';
const header =
  '{"evidence": [{"content": [""], "context": {"": [""]}}], "id": "", "claim": "", "label": "", "annotator_operations": [{"operation": "", "value": "", "time": ""}], "challenge": ""}\n';
const scifact =
  '{"id": 3, "claim": "C is a letter.", "evidence": {"13734012": [{"sentences": [4], "label": "CONTRADICT"}]}, "cited_doc_ids": [13734012]}\n';
const native = '{"id":4,"claim":"D is a letter.","label":"NOT ENOUGH INFO","evidence":[]}\n';

describe('a file of another dataset', () => {
  test.each([
    ['fever', fever],
    ['feverous', header + feverous],
    ['feverous', feverous],
    ['scifact', scifact],
    ['auto', native],
  ])('%s: is right as it is, named or found out', async (form, text) => {
    const cwd = folderOf({ 'a.jsonl': text });
    expect(await findingsIn(cwd, 'a.jsonl', '--format', form)).toEqual([]);
    expect(await findingsIn(cwd, 'a.jsonl', '--format', 'auto')).toEqual([]);
  });

  test('each file of a folder has the form of its first record', async () => {
    const cwd = folderOf({
      'all/fever.jsonl': `\n${fever}`,
      'all/feverous.jsonl': header + feverous,
      'all/native.jsonl': native,
      'all/scifact.jsonl': scifact,
    });
    const found = await findingsIn(cwd, 'all', '-f', 'auto');
    expect(found.map((finding) => shown(cwd, finding))).toEqual(['all/fever.jsonl:1 file/empty-line ']);
    const wrong = (await findingsIn(cwd, 'all', '-f', 'fever')).filter(
      ({ severity }) => severity === 'error',
    );
    expect(wrong.map(({ ruleId, place, help }) => [place.file, place.start.line, ruleId, help])).toEqual([
      ['all/feverous.jsonl', 1, 'format/not-a-claim', 'Delete the line, which is left from joining files.'],
      [
        'all/feverous.jsonl',
        2,
        'format/not-a-claim',
        'If the whole file is like this, its format is `feverous`, not FEVER.',
      ],
      ['all/scifact.jsonl', 1, 'format/not-a-claim', 'Give the record what its format asks for.'],
      [
        'all/scifact.jsonl',
        1,
        'format/not-a-claim',
        'If the whole file is like this, its format is `scifact`, not FEVER.',
      ],
    ]);
  });

  test('is looked up in the corpus, and what is wrong is told where it stands', async () => {
    const cwd = folderOf({
      'corpus/a.txt': 'A (letter)\n\nA is a letter. A (letter)_sentence_0\n',
      'claims/fever.jsonl': fever,
      'claims/feverous.jsonl': header + feverous.replaceAll('sentence_0', 'sentence_7'),
    });
    const found = await findingsIn(cwd, '--format', 'auto', '--rule', 'corpus/untagged-text=off');
    const unresolved = found.filter(({ ruleId }) => ruleId === 'evidence/unresolved');
    expect(unresolved.map((finding) => shown(cwd, finding))).toEqual([
      'claims/fever.jsonl:1 evidence/unresolved [7, 8, "A_-LRB-letter-RRB-", 1]',
      'claims/fever.jsonl:1 evidence/unresolved [7, 8, "B", 0]',
      'claims/feverous.jsonl:2 evidence/unresolved "A (letter)_sentence_7"',
    ]);
    // Its evidence is written in another way than ids, so that there is nothing to replace.
    expect(JSON.stringify(found)).not.toContain('"suggestions"');
  });

  test('is fixed like any other, and nothing else in it changes', async () => {
    const broken = fever.replace('"SUPPORTS"', '"Supported"').replace('letter."', 'letter"');
    const cwd = folderOf({
      'a.jsonl': `${fever}${broken.replace('"id": 1', '"id": 2').replace('A is', 'B is')}`,
    });
    const { exitCode } = await runCommand(['validate', 'a.jsonl', '-f', 'fever', '--fix'], { cwd });
    expect(exitCode).toBe(0);
    const expected = `${fever}${fever.replace('"id": 1', '"id": 2').replace('A is', 'B is')}`;
    expect(readFileSync(join(cwd, 'a.jsonl'), 'utf8')).toBe(expected);
  });
});

describe('a blind test file', () => {
  const blind = '{"id": 1, "claim": "A is a letter."}\n{"id": 2, "claim": "B is a letter"}\n';

  test.each(['auto', 'fever', 'feverous', 'scifact'])('%s: is told once', async (form) => {
    const cwd = folderOf({ 'test.jsonl': blind });
    const found = await findingsIn(cwd, 'test.jsonl', '-f', form);
    expect(found.map((finding) => [finding.severity, shown(cwd, finding)])).toEqual([
      ['info', 'test.jsonl:1 format/blind {"id": 1, "claim": "A is a letter."}'],
    ]);
  });

  test('may begin with the line that names the keys', async () => {
    const cwd = folderOf({ 'test.jsonl': `{"id": "", "claim": ""}\n${blind}` });
    const found = await findingsIn(cwd, 'test.jsonl', '-f', 'feverous');
    expect(found.map(({ ruleId, place }) => [ruleId, place.start.line])).toEqual([['format/blind', 2]]);
  });

  test('has no record of another kind', async () => {
    const cwd = folderOf({ 'test.jsonl': `${blind}${fever}{"claim": "C."}\n` });
    const found = await findingsIn(cwd, 'test.jsonl', '-f', 'fever');
    expect(found.slice(1).map(({ place, message }) => `${place.start.line} ${message}`)).toEqual([
      '3 The file begins as a blind test file, but this record has `verifiable`, `label`, `evidence`.',
      '4 `id` is missing.',
    ]);
  });

  test('a record without a label is an error in any other file', async () => {
    const cwd = folderOf({ 'a.jsonl': `${fever}${blind}` });
    const found = await findingsIn(cwd, 'a.jsonl', '-f', 'fever');
    expect(found.map(({ severity, place }) => [severity, place.start.line])).toEqual([
      ['error', 2],
      ['error', 3],
    ]);
  });
});

/** The files stay outside the project, because their licences are not its own. */
const data = resolve(import.meta.dirname, '../../../shared/data');
const read = (file: string) => (existsSync(join(data, file)) ? readFileSync(join(data, file), 'utf8') : '');

/** Changes of a record of a released file, with what must be found there: what stands at the place, and the rule. */
const breakages: readonly (readonly [
  name: string,
  file: string,
  line: number,
  from: string | RegExp,
  to: string,
  expected: string,
])[] = [
  [
    'fever: a label',
    'fever/dev_first5000.jsonl',
    3,
    '"SUPPORTS"',
    '"Supports"',
    'format/not-a-claim "Supports"',
  ],
  [
    'fever: no label',
    'fever/dev_first5000.jsonl',
    3,
    '"label": "SUPPORTS", ',
    '',
    'format/not-a-claim {"id": 137334, ',
  ],
  [
    'fever: a label that evidence contradicts',
    'fever/dev_first5000.jsonl',
    1,
    /"verifiable.*INFO"/,
    '"label": "REFUTES"',
    'format/fever-evidence [108548, null, null, null]',
  ],
  [
    'fever: a sentence as text',
    'fever/dev_first5000.jsonl',
    3,
    '0]], [[',
    '"0"]], [[',
    'format/not-a-claim "0"',
  ],
  [
    'fever: a pair',
    'fever/dev_first5000.jsonl',
    3,
    '289914, 283015, ',
    '',
    'format/not-a-claim ["Soul_Food_-LRB-film-RRB-", 0]',
  ],
  [
    'fever: no page',
    'fever/dev_first5000.jsonl',
    3,
    '"Soul_Food_-LRB-film-RRB-", 0',
    'null, null',
    'format/fever-evidence [289914, 283015, null, null]',
  ],
  ['fever: a bracket', 'fever/dev_first5000.jsonl', 3, '[[[', '[[', 'file/json-syntax '],
  [
    'fever: a key twice',
    'fever/dev_first5000.jsonl',
    3,
    '"label"',
    '"claim": "X.", "label"',
    'file/duplicate-key "claim"',
  ],
  [
    'feverous: no content',
    'feverous/feverous_train_first10.jsonl',
    2,
    '"content"',
    '"contents"',
    'format/not-a-claim {"contents": ',
  ],
  [
    'feverous: an empty set',
    'feverous/feverous_train_first10.jsonl',
    2,
    /"content": \[[^\]]*\]/,
    '"content": []',
    'format/feverous-evidence []',
  ],
  [
    'feverous: an id twice',
    'feverous/feverous_train_first10.jsonl',
    1,
    '"content": [',
    '"content": ["Michael Folivi_cell_1_7_0", ',
    'evidence/repeated-id "Michael Folivi_cell_1_7_0"',
  ],
  [
    'feverous: a label',
    'feverous/feverous_train_first10.jsonl',
    1,
    /"label": "[A-Z ]*"/,
    '"label": "MAYBE"',
    'format/not-a-claim "MAYBE"',
  ],
  [
    'scifact: a label',
    'scifact/claims_train.jsonl',
    2,
    '"CONTRADICT"',
    '"REFUTES"',
    'format/not-a-claim "REFUTES"',
  ],
  ['scifact: a sentence', 'scifact/claims_train.jsonl', 2, '[4]', '[-4]', 'format/not-a-claim -4'],
  ['scifact: no sentence', 'scifact/claims_train.jsonl', 2, '[4]', '[]', 'format/scifact-evidence []'],
  [
    'scifact: a rationale twice',
    'scifact/claims_train.jsonl',
    2,
    '[{"sentences": [4], "label": "CONTRADICT"}]',
    '[{"sentences": [4], "label": "CONTRADICT"}, {"sentences": [4],  "label": "CONTRADICT"}]',
    'evidence/duplicate-set {"sentences": [4],  "label": "CONTRADICT"}',
  ],
  [
    'scifact: two labels',
    'scifact/claims_train.jsonl',
    2,
    ']}, "cited',
    ', {"sentences": [5], "label": "SUPPORT"}]}, "cited',
    'format/scifact-evidence "SUPPORT"',
  ],
];

describe.skipIf(!existsSync(data))('released files (skipped where ../shared/data is absent)', () => {
  test.each(breakages)(
    '%s: is found in a broken copy, and nothing else',
    async (_, file, number, from, to, expected) => {
      const lines = read(file).split('\n').slice(0, 10);
      const before = folderOf({ 'a.jsonl': `${lines.join('\n')}\n` });
      const found = await findingsIn(before, 'a.jsonl', '-f', 'auto');
      const broken = lines.map((line, at) => (at === number - 1 ? line.replace(from, to) : line));
      expect(broken[number - 1]).not.toBe(lines[number - 1]);
      const after = folderOf({ 'a.jsonl': `${broken.join('\n')}\n` });
      const others = found.map((finding) => shown(before, finding));
      const added = (await findingsIn(after, 'a.jsonl', '-f', 'auto'))
        .map((finding) => shown(after, finding))
        .filter((finding) => !others.includes(finding));
      expect(added).toHaveLength(1);
      expect(added[0]?.startsWith(`a.jsonl:${number} ${expected}`)).toBe(true);
    },
  );

  test('the claims that stand in both files of SciFact are told with both places', async () => {
    const cwd = folderOf({
      'train.jsonl': read('scifact/claims_train.jsonl'),
      'dev.jsonl': read('scifact/claims_dev.jsonl'),
    });
    const found = await findingsIn(cwd, 'train.jsonl', 'dev.jsonl', '--format', 'scifact');
    const repeated = found.filter(
      ({ ruleId, place, related }) =>
        ruleId === 'dataset/duplicate-claim' && place.file !== related[0]?.place.file,
    );
    const claimsOf = (name: string) =>
      read(name)
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { claim: string }).claim);
    const inTrain = new Set(claimsOf('scifact/claims_train.jsonl').map((claim) => claim.toLowerCase()));
    const inBoth = claimsOf('scifact/claims_dev.jsonl').filter((claim) => inTrain.has(claim.toLowerCase()));
    expect(inBoth.length).toBeGreaterThan(0);
    expect(repeated.map(({ place }) => JSON.parse(textAt(cwd, place)) as string)).toEqual(inBoth);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the ten records of FEVEROUS are right, and so they are behind the line that names the keys', async () => {
    const text = read('feverous/feverous_train_first10.jsonl');
    const cwd = folderOf({ 'a.jsonl': text, 'b.jsonl': header + text });
    const errors = async (file: string) =>
      (await findingsIn(cwd, file, '--format', 'feverous')).map(
        ({ ruleId, place }) => `${ruleId} ${textAt(cwd, place)}`,
      );
    expect(await errors('a.jsonl')).toEqual(await errors('b.jsonl'));
    expect((await errors('a.jsonl')).filter((finding) => finding.startsWith('format/'))).toEqual([]);
  });
});
