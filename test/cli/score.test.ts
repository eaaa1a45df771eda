import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runCommand, temporaryFolder } from './run-command.ts';
import { lines, smallDataset } from './small-dataset.ts';

const gold = [
  { id: 1, label: 'SUPPORTS', claim: 'A.', evidence: [[[0, 0, 'A', 0]]] },
  {
    id: 2,
    label: 'REFUTES',
    claim: 'B.',
    evidence: [
      [
        [0, 0, 'B', 1],
        [0, 0, 'C', 2],
      ],
    ],
  },
  { id: 3, label: 'NOT ENOUGH INFO', claim: 'C.', evidence: [[[0, null, null, null]]] },
  { id: 4, label: 'SUPPORTS', claim: 'D.', evidence: [[[0, 0, 'Soul_Food_-LRB-film-RRB-', 0]]] },
];
const predictions = [
  { id: 1, predicted_label: 'SUPPORTS', predicted_evidence: [['A', 0]] },
  { id: 2, predicted_label: 'REFUTES', predicted_evidence: [['B', 1]] },
  { id: 3, predicted_label: 'NOT ENOUGH INFO', predicted_evidence: [] },
  { id: 4, predicted_label: 'SUPPORTS', predicted_evidence: [['Soul_Food_-LRB-film-RRB-', 0]] },
];

const jsonl = (records: readonly object[]): string =>
  lines(...records.map((record) => JSON.stringify(record)));

/** A folder with the gold file and the predictions that are given. */
function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries({ 'gold.jsonl': jsonl(gold), ...files }))
    writeFileSync(join(folder, name), content);
  return folder;
}

interface Printed {
  readonly systems: readonly {
    readonly claims: number;
    readonly join: Readonly<Record<string, number | string>>;
    readonly figures: readonly { readonly id: string; readonly value: number | null }[];
  }[];
}

async function scoreJson(cwd: string, ...argv: readonly string[]) {
  const { exitCode, stdout, stderr } = await runCommand(['score', ...argv, '--json', '--no-intervals'], {
    cwd,
  });
  const printed = (stdout === '' ? { systems: [] } : JSON.parse(stdout)) as Printed;
  const figures = printed.systems.map(({ figures: all }) => all.map(({ value }) => value));
  return { exitCode, stderr, figures, systems: printed.systems };
}

const right = [0.75, 1, 1, 2 / 3, 0.8];

describe('input', () => {
  const asGzip = (text: string): Buffer => gzipSync(text);
  test.each([
    ['JSON Lines', 'p.jsonl', jsonl(predictions)],
    ['a JSON list', 'p.json', JSON.stringify(predictions, null, 2)],
    [
      'one object with each prediction under its id',
      'p.json',
      JSON.stringify(Object.fromEntries(predictions.map(({ id, ...rest }) => [id, rest]))),
    ],
    ['gzip', 'p.jsonl.gz', asGzip(jsonl(predictions))],
    ['a gzip list', 'p.json.gz', asGzip(JSON.stringify(predictions))],
    ['another order', 'p.jsonl', jsonl([...predictions].reverse())],
    [
      'a byte order mark, CRLF and blank lines',
      'p.jsonl',
      `\uFEFF${jsonl(predictions).replaceAll('\n', '\r\n\r\n')}`,
    ],
    ['ids as texts', 'p.jsonl', jsonl(predictions.map((one) => ({ ...one, id: String(one.id) })))],
    [
      'evidence ids',
      'p.jsonl',
      jsonl(
        predictions.map((one) => ({
          ...one,
          predicted_evidence: one.predicted_evidence.map(([page, line]) => `${page}_sentence_${line}`),
        })),
      ),
    ],
    ['no ids', 'p.jsonl', jsonl(predictions.map(({ id: _, ...rest }) => rest))],
    [
      'claims of claimset itself',
      'p.jsonl',
      jsonl(
        predictions.map(({ id, predicted_label, predicted_evidence }) => ({
          id,
          claim: 'X.',
          label: predicted_label,
          evidence: predicted_evidence.map(([page, line]) => [`${page}_sentence_${line}`]),
        })),
      ),
    ],
  ])('%s', async (_, name, content) => {
    const cwd = folderOf({ [name]: content });
    expect(await scoreJson(cwd, 'gold.jsonl', name)).toMatchObject({
      exitCode: 0,
      stderr: '',
      figures: [right],
    });
  });

  test('gold that stands in the predictions', async () => {
    const both = gold.map((one, at) => ({ ...one, ...predictions[at] }));
    const cwd = folderOf({ 'both.jsonl': jsonl(both) });
    expect(await scoreJson(cwd, 'both.jsonl')).toMatchObject({ exitCode: 0, stderr: '', figures: [right] });
  });

  test('gold without predictions is no prediction', async () => {
    const { exitCode, stderr, figures } = await scoreJson(folderOf({}), 'gold.jsonl');
    expect({ exitCode, figures }).toEqual({ exitCode: 1, figures: [[0, 0, 1, 0, 0]] });
    expect(stderr).toContain('Gold claims without a prediction, which count as wrong: 4 of 4;');
  });

  test('gold of a dataset folder, of one split', async () => {
    const claim = { claim: 'A town lies on a river.', label: 'SUPPORTS', evidence: [['A town_sentence_0']] };
    const cwd = smallDataset({
      'claims/a.jsonl': jsonl([
        { id: 1, ...claim, split: 'dev' },
        { id: 2, ...claim, split: 'train' },
      ]),
      'p.jsonl': jsonl([{ id: 1, predicted_label: 'SUPPORTS', predicted_evidence: ['A town_sentence_0'] }]),
    });
    expect(await scoreJson(cwd, '.', 'p.jsonl', '--split', 'dev')).toMatchObject({
      exitCode: 0,
      stderr: '',
      figures: [[1, 1, 1, 1, 1]],
    });
  });

  test('a split that there is not', async () => {
    const claim = { claim: 'A town lies on a river.', label: 'SUPPORTS', evidence: [['A town_sentence_0']] };
    const cwd = smallDataset({
      'claims/a.jsonl': jsonl([{ id: 1, ...claim, split: 'dev' }]),
      'p.jsonl': jsonl(predictions),
    });
    const { exitCode, stderr } = await scoreJson(cwd, '.', 'p.jsonl', '--split', 'test');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('has no claims of the split "test". It has dev.');
  });

  test('a run of TREC against judgements', async () => {
    const cwd = folderOf({
      'gold.qrels': '1 0 A 1\n2 0 B 1\n',
      'p.run': '1 Q0 A 1 2.5 x\n1 Q0 C 2 1.5 x\n2 Q0 C 1 1 x\n',
    });
    const { exitCode, systems } = await scoreJson(cwd, 'gold.qrels', 'p.run');
    expect(exitCode).toBe(0);
    expect(systems[0]?.figures.find(({ id }) => id === 'recallAt1')?.value).toBe(0.5);
  });
});

describe('what did not come together', () => {
  const first = predictions.slice(0, 3);
  test.each([
    ['missing', first, [], 1, 'Gold claims without a prediction, which count as wrong: 1 of 4;', 4],
    ['missing, accepted', first, ['--missing', 'wrong'], 0, 'which count as wrong, as asked: 1 of 4;', 4],
    ['missing, left out', first, ['--missing', 'skip'], 0, 'which are left out, as asked: 1 of 4;', 3],
    [
      'for no gold',
      [...predictions, { ...predictions[0], id: 9 }],
      [],
      1,
      'Predictions for no gold claim, which count for nothing: 1;',
      4,
    ],
    [
      'twice',
      [...predictions, predictions[0]],
      [],
      1,
      'Predictions with an id that stood before, which count for nothing: 1;',
      4,
    ],
    [
      'too few without ids',
      first.map(({ id: _, ...rest }) => rest),
      [],
      1,
      'which count as wrong: 1 of 4;',
      4,
    ],
    [
      'one without an id',
      [...predictions, { predicted_label: 'SUPPORTS', predicted_evidence: [] }],
      [],
      1,
      'Records without an id among others that have one, which count for nothing: 1;',
      4,
    ],
  ])('%s', async (_, records, options, exitCode, message, claims) => {
    const cwd = folderOf({ 'p.jsonl': jsonl(records as object[]) });
    const found = await scoreJson(cwd, 'gold.jsonl', 'p.jsonl', ...options);
    expect(found).toMatchObject({ exitCode, systems: [{ claims }] });
    expect(found.stderr).toContain(message);
  });

  test.each([
    [
      'a label in another spelling',
      { predicted_label: 'Supported' },
      'No gold claim has the label "Supported", a known spelling of SUPPORTS. Predictions with it: 1.',
    ],
    [
      'a label that there is not',
      { predicted_label: 'YES' },
      'No gold claim has the label "YES". Predictions with it: 1.',
    ],
    [
      'a title in another spelling',
      { predicted_evidence: [['Soul Food (film)', 0]] },
      'Claims that would score higher if labels',
    ],
    ['a piece that is none', { predicted_evidence: [['A', '0']] }, 'which no gold evidence equals'],
    ['no evidence', { predicted_evidence: undefined }, 'The prediction has no evidence'],
    ['no label', { predicted_label: undefined }, 'The prediction has no label.'],
  ])('%s is told with its place', async (_, change, message) => {
    const changed = [...predictions.slice(0, 3), { ...predictions[3], ...change }];
    const cwd = folderOf({ 'p.jsonl': jsonl(changed) });
    const { stderr } = await scoreJson(cwd, 'gold.jsonl', 'p.jsonl');
    expect(stderr).toContain(message);
    expect(stderr).toContain('4:');
  });

  test('broken lines and hostile records are findings', async () => {
    const deep = `{"id":1,"predicted_label":"SUPPORTS","predicted_evidence":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const cwd = folderOf({
      'p.jsonl': lines(
        deep,
        '{"id":2,',
        '[]',
        '{"__proto__":{"id":3},"predicted_label":"SUPPORTS"}',
        '{"id":4,"predicted_label":7,"predicted_evidence":{}}',
      ),
    });
    const { exitCode, stderr } = await scoreJson(cwd, 'gold.jsonl', 'p.jsonl');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('format/not-json');
    expect(stderr).toContain('The predicted label is no text, but the number 7.');
  });

  test('a list of thousands of faults on one line is told by the first few', async () => {
    const cwd = folderOf({ 'p.json': JSON.stringify(Array.from({ length: 5000 }, (_, at) => at)) });
    const { exitCode, stderr } = await scoreJson(cwd, 'gold.jsonl', 'p.json');
    expect(exitCode).toBe(1);
    expect(stderr.match(/no object/g)).toHaveLength(20);
    expect(stderr).toContain('More faults like the ones before: 4980; this is the first of them.');
  });

  test('many broken lines are told by the first few', async () => {
    const cwd = folderOf({ 'p.jsonl': jsonl(predictions) + '{"id\n'.repeat(500) });
    const { exitCode, stderr, figures } = await scoreJson(cwd, 'gold.jsonl', 'p.jsonl');
    expect({ exitCode, figures }).toEqual({ exitCode: 1, figures: [right] });
    expect(stderr.match(/The line is not JSON/g)).toHaveLength(20);
    expect(stderr).toContain('More faults like the ones before: 480; this is the first of them.');
  });

  test.each([
    [
      'no prediction',
      ['gold.jsonl', 'empty.jsonl', '--missing', 'skip'],
      'no gold claim with a right answer has a prediction',
    ],
    ['no right answer', ['blind.jsonl', 'p.jsonl'], 'no gold claim has a right answer'],
    ['no gold', ['empty.jsonl', 'empty.jsonl', '--from', 'fever'], 'the gold file has no claims'],
  ])('nothing scored is no success: %s', async (_, argv, why) => {
    const cwd = folderOf({
      'p.jsonl': jsonl(predictions),
      'empty.jsonl': '',
      'blind.jsonl': jsonl(gold.map(({ label: _label, ...rest }) => rest)),
    });
    const { exitCode, stderr } = await scoreJson(cwd, ...argv);
    expect(stderr).toContain(`nothing was scored, because ${why}.`);
    expect(exitCode).toBe(2);
  });

  test('--lenient takes other spellings as the same', async () => {
    const changed = [
      { ...predictions[0], predicted_label: 'Supported' },
      ...predictions.slice(1, 3),
      { ...predictions[3], predicted_evidence: [['Soul Food (film)', 0]] },
    ];
    const cwd = folderOf({ 'p.jsonl': jsonl(changed) });
    expect(await scoreJson(cwd, 'gold.jsonl', 'p.jsonl', '--lenient')).toMatchObject({
      exitCode: 0,
      stderr: '',
      figures: [right],
    });
    expect((await scoreJson(cwd, 'gold.jsonl', 'p.jsonl')).figures[0]?.slice(0, 2)).toEqual([0.25, 0.75]);
  });
});

describe('labels that reading makes those of FEVER', () => {
  const table = lines(
    'id,evidence,claim,label,topic_ip,question',
    '1,E.,A.,Neutral,1,Q',
    '2,E.,B.,Supports,1,Q',
  );

  test.each([
    ['as the file has them', ['Neutral', 'Supports']],
    ['as FEVER has them', ['NOT ENOUGH INFO', 'SUPPORTS']],
  ])('are right %s', async (_, [first, second]) => {
    const cwd = folderOf({
      'gold.csv': table,
      'p.jsonl': jsonl([
        { id: 1, predicted_label: first, probabilities: { [`${first}`]: 1 } },
        { id: 2, predicted_label: second, probabilities: { [`${second}`]: 1 } },
      ]),
    });
    const { exitCode, stderr, figures, systems } = await scoreJson(
      cwd,
      'gold.csv',
      'p.jsonl',
      '--from',
      'healthver',
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(figures[0]?.slice(0, 2)).toEqual([1, 1]);
    expect(systems[0]).toMatchObject({
      calibration: { figures: [{ value: 0 }, { value: 0 }, { value: 0 }, {}] },
    });
  });

  test('are wrong where they are', async () => {
    const cwd = folderOf({
      'gold.csv': table,
      'p.jsonl': jsonl([
        { id: 1, predicted_label: 'Refutes' },
        { id: 2, predicted_label: 'Supports' },
      ]),
    });
    const { figures } = await scoreJson(cwd, 'gold.csv', 'p.jsonl', '--from', 'healthver');
    expect(figures[0]?.[0]).toBe(0.5);
  });
});

describe('evidence that has nothing in common with gold is told', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    id: at,
    label: 'SUPPORTS',
    claim: 'A.',
    evidence: [[[0, 0, `P${at}`, 0]]],
  }));
  const predicted = (evidenceOf: (at: number) => readonly unknown[]) =>
    jsonl(many.map((_, at) => ({ predicted_label: 'SUPPORTS', predicted_evidence: evidenceOf(at) })));

  test.each([
    ['in another order', predicted((at) => [[`P${at + 1}`, 0]]), ['P1_sentence_0', 'P0_sentence_0']],
    ['counted from 1', predicted((at) => [[`P${at}`, 1]]), ['P0_sentence_1', 'P0_sentence_0']],
  ])('%s', async (_, content, [one, other]) => {
    const cwd = folderOf({ 'many.jsonl': jsonl(many), 'p.jsonl': content });
    const { exitCode, stderr } = await scoreJson(cwd, 'many.jsonl', 'p.jsonl');
    expect(exitCode).toBe(0);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      `No prediction has a piece of its claim’s gold evidence, of 30 that were looked at. This one has \`${one}\`, where gold has \`${other}\`.`,
    );
  });

  test.each([
    ['one piece of one claim', predicted((at) => [[at === 29 ? 'P29' : 'Q', 0]])],
    ['no evidence at all', predicted(() => [])],
  ])('but not with %s', async (_, content) => {
    const cwd = folderOf({ 'many.jsonl': jsonl(many), 'p.jsonl': content });
    expect((await scoreJson(cwd, 'many.jsonl', 'p.jsonl')).stderr).toBe('');
  });

  test('nor where few claims have evidence, or none is needed', async () => {
    const neutral = many.map((one) => ({
      ...one,
      label: 'NOT ENOUGH INFO',
      evidence: [[[0, null, null, null]]],
    }));
    const cwd = folderOf({
      'many.jsonl': jsonl([...many.slice(0, 19), ...neutral.slice(19)]),
      'p.jsonl': predicted(() => [['Q', 0]]),
    });
    expect((await scoreJson(cwd, 'many.jsonl', 'p.jsonl')).stderr).toBe('');
  });
});

describe('--official', () => {
  test.each([
    [
      'missing predictions',
      jsonl(predictions.slice(1)),
      'AssertionError: actual data and predicted data length must match',
    ],
    [
      'extra predictions',
      jsonl([...predictions, ...predictions]),
      'AssertionError: actual data and predicted data length must match',
    ],
    [
      'no label',
      jsonl(predictions.map(({ predicted_label: _, ...rest }) => rest)),
      "KeyError: 'predicted_label'",
    ],
    [
      'no evidence',
      jsonl(predictions.map(({ predicted_evidence: _, ...rest }) => rest)),
      'AssertionError: evidence must be provided for the prediction',
    ],
  ])('%s fail as there', async (_, content, message) => {
    const cwd = folderOf({ 'p.jsonl': content });
    const { exitCode, stderr, systems } = await scoreJson(cwd, 'gold.jsonl', 'p.jsonl', '--official');
    expect(stderr).toContain(message);
    expect({ exitCode, systems }).toEqual({ exitCode: 2, systems: [] });
  });

  test('joins by position, whatever the ids', async () => {
    const cwd = folderOf({ 'p.jsonl': jsonl([...predictions].reverse()) });
    const [official] = (await scoreJson(cwd, 'gold.jsonl', 'p.jsonl', '--official')).figures;
    expect(official?.[1]).toBe(0.5);
  });
});

describe('use', () => {
  test('--fail-under ends with 1 below', async () => {
    const cwd = folderOf({ 'p.jsonl': jsonl(predictions) });
    const run = (value: string) => scoreJson(cwd, 'gold.jsonl', 'p.jsonl', '--fail-under', value);
    expect(await run('feverScore=0.75,labelAccuracy=1')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await run('feverScore=0.76')).toMatchObject({
      exitCode: 1,
      stderr: 'error: p.jsonl: feverScore is 0.75, and should be at least 0.76.\n',
    });
    const unknown = await run('f1=0.5');
    expect(unknown).toMatchObject({ exitCode: 2 });
    expect(unknown.stderr).toContain('has no figure "f1"');
  });

  test.each([
    [['gold.jsonl', 'nothing.jsonl'], 'nothing.jsonl'],
    [['nothing.jsonl'], 'nothing.jsonl'],
    [['gold.jsonl', 'p.jsonl', '--scorer', 'best'], 'best'],
    [['gold.jsonl', 'p.jsonl', '--by', 'colour'], 'colour'],
    [['gold.jsonl', 'p.jsonl', '--resamples', '0'], 'resamples'],
    [['gold.jsonl', 'p.jsonl', '--max-evidence', 'many'], 'all'],
    [['-', '-'], 'Standard input can be only one'],
    [['gold.jsonl', 'p.jsonl', '--official', '--lenient'], 'leave out --lenient'],
    [['gold.jsonl', 'p.csv'], '"p.csv" is neither JSON nor a run of TREC.'],
    [['gold.jsonl', 'broken.gz'], 'broken.gz'],
    [['gold.jsonl', 'twice.gz'], 'is a gzip file within a gzip file'],
    [['gold.jsonl', 'p.jsonl', '--from', 'nothing'], 'There is no format "nothing".'],
    [['empty.jsonl', 'p.jsonl'], '"empty.jsonl" is empty.'],
    [['gold.jsonl', 'p.jsonl', '--fail-under', 'f1:SUPPORTS=0.1'], 'has no figure "f1:SUPPORTS"'],
  ])('%j ends with 2 and says why', async (argv, message) => {
    const cwd = folderOf({
      'p.jsonl': jsonl(predictions),
      'p.csv': 'id,label\n1,SUPPORTS\n',
      'broken.gz': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]),
      'twice.gz': gzipSync(gzipSync(jsonl(predictions))),
      'empty.jsonl': '\n',
    });
    const { exitCode, stderr } = await scoreJson(cwd, ...argv);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  test('what was asked for stands in what is printed', async () => {
    const cwd = folderOf({ 'p.jsonl': jsonl(predictions.slice(1)) });
    const argv = ['gold.jsonl', 'p.jsonl', '--lenient', '--max-evidence', 'all', '--missing', 'skip'];
    const { systems } = await scoreJson(cwd, ...argv);
    expect(systems[0]).toMatchObject({ settings: { lenient: true, maxEvidence: 'all', missing: 'skip' } });
    const { stdout } = await runCommand(['score', ...argv], { cwd });
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'Scored with --lenient, --max-evidence all, --missing skip: not by the rules of the shared task.',
    );
    expect(stdout).toContain('1 gold claim without a prediction, left out.');
    const usual = await scoreJson(cwd, 'gold.jsonl', 'p.jsonl', '--max-evidence', '5');
    expect(usual.systems[0]).not.toHaveProperty('settings');
  });

  test('two systems are compared, and the order of the predictions changes nothing', async () => {
    const cwd = folderOf({
      'a.jsonl': jsonl(predictions.map((one) => ({ ...one, predicted_label: 'SUPPORTS' }))),
      'b.jsonl': jsonl(predictions),
      'c.jsonl': jsonl([...predictions].reverse()),
    });
    const run = (other: string) => runCommand(['score', 'gold.jsonl', 'a.jsonl', other], { cwd });
    const { stdout, exitCode } = await run('b.jsonl');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('b.jsonl');
    expect((await run('c.jsonl')).stdout.replaceAll('c.jsonl', 'b.jsonl')).toBe(stdout);
  });

  test.each(['text', 'markdown', 'latex', 'json'])('the same bytes each time: %s', async (format) => {
    const cwd = folderOf({ 'p.jsonl': jsonl(predictions) });
    const argv = ['score', 'gold.jsonl', 'p.jsonl', '--by', 'all', '--worst', '3', '--format', format];
    const once = await runCommand(argv, { cwd });
    expect(once).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await runCommand(argv, { cwd })).toEqual(once);
  });
});

test.skipIf(process.platform === 'win32')(
  'a stream of a format that is read several times is refused',
  async () => {
    const cwd = folderOf({ 'p.jsonl': jsonl(predictions) });
    const { exitCode, stderr } = await scoreJson(cwd, '/dev/null', 'p.jsonl', '--from', 'healthver');
    expect(stderr).toContain('is healthver, which is read several times.');
    expect(exitCode).toBe(2);
  },
);

test('the worst claims come with the text of their evidence', async () => {
  const cwd = smallDataset({
    'claims/a.jsonl': jsonl([
      { id: 1, claim: 'A town lies on a lake.', label: 'REFUTES', evidence: [['A town_sentence_0']] },
    ]),
    'p.jsonl': jsonl([{ id: 1, predicted_label: 'SUPPORTS', predicted_evidence: ['A town_sentence_0'] }]),
  });
  const { stdout } = await runCommand(['score', '.', 'p.jsonl', '--worst', '1'], { cwd });
  expect(stdout).toContain('A town lies on a lake.');
  expect(stdout).toContain('A town lies on a river.');
});
