import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baselines } from '../../src/baseline/index.ts';
import { formatNumber } from '../../src/reporters/count-words.ts';
import { readProbabilities } from '../../src/score/calibration/probabilities.ts';
import type { JsonObject, ScoreOptions } from '../../src/score/scorer.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';
import { whyTooLarge } from '../runs.ts';
import { copyOfDataset, runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, claimsPath, lines, smallDataset, writeInto } from './small-dataset.ts';

const options: ScoreOptions = { maxEvidence: 5, maxCells: 25, lenient: false, official: false };

const recordsOf = (text: string): JsonObject[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);

/** FEVER's figures of predictions on a file of gold claims. */
function scoresOf(gold: string, predictions: string, budget = options) {
  const byId = new Map(recordsOf(predictions).map((record) => [record.id, record]));
  const table = new OutcomeTable(fever.parts.length);
  for (const record of recordsOf(gold)) {
    const { value: wanted, flaws: ofGold } = fever.readGold(record, budget);
    const { value: found, flaws } = fever.readPrediction(byId.get(record.id) ?? {}, budget);
    expect([...ofGold, ...flaws]).toEqual([]);
    if (wanted !== undefined) table.add(fever.outcomeOf(wanted, found, budget));
  }
  const figures = fever.figuresOf(table.totals);
  return Object.fromEntries(fever.figures.map(({ id }, at) => [id, figures[at]]));
}

/** Asked for once each: every one loads and validates the dataset of this repository. */
const results = new Map<string, ReturnType<typeof runCommand>>();
function runOnce(...argv: readonly string[]): ReturnType<typeof runCommand> {
  const key = argv.join(' ');
  const result = results.get(key) ?? runCommand(argv);
  results.set(key, result);
  return result;
}

async function goldOf(split: string): Promise<string> {
  const { stdout } = await runOnce('export', '--format', 'jsonl', '--split', split);
  return stdout;
}

describe.each(baselines)('$id on the dataset of this repository', ({ id }) => {
  test('predicts each claim of dev, the same each time, as scorers read it', async () => {
    const { exitCode, stdout, stderr } = await runOnce('baseline', id);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`${id}: predicted 59 claims of dev\n`);
    expect((await runCommand(['baseline', id])).stdout).toBe(stdout);
    const gold = await goldOf('dev');
    const predictions = recordsOf(stdout);
    expect(predictions.map((record) => record.id)).toEqual(recordsOf(gold).map((record) => record.id));
    for (const prediction of predictions) expect(readProbabilities(prediction).flaws).toEqual([]);
    expect(scoresOf(gold, stdout).feverScore).toBeGreaterThanOrEqual(0);
  });
});

test('figures on dev: the oracle is never wrong, a search engine finds most, the others find nothing', async () => {
  const gold = await goldOf('dev');
  const scores: Record<string, unknown> = {};
  for (const { id } of baselines) scores[id] = scoresOf(gold, (await runOnce('baseline', id)).stdout);
  expect(scores).toMatchInlineSnapshot(`
    {
      "claim-only": {
        "evidenceF1": 0,
        "evidencePrecision": 1,
        "evidenceRecall": 0,
        "feverScore": 0,
        "labelAccuracy": 0.3559322033898305,
      },
      "majority": {
        "evidenceF1": 0,
        "evidencePrecision": 1,
        "evidenceRecall": 0,
        "feverScore": 0,
        "labelAccuracy": 0.3898305084745763,
      },
      "oracle": {
        "evidenceF1": 1,
        "evidencePrecision": 1,
        "evidenceRecall": 1,
        "feverScore": 1,
        "labelAccuracy": 1,
      },
      "random": {
        "evidenceF1": 0,
        "evidencePrecision": 1,
        "evidenceRecall": 0,
        "feverScore": 0.03389830508474576,
        "labelAccuracy": 0.423728813559322,
      },
      "retrieval": {
        "evidenceF1": 0.4664619363180863,
        "evidencePrecision": 0.32173913043478264,
        "evidenceRecall": 0.8478260869565217,
        "feverScore": 0.3389830508474576,
        "labelAccuracy": 0.3728813559322034,
      },
    }
  `);
});

test('the oracle is 1 on train, too, where all evidence counts', async () => {
  const gold = await goldOf('train');
  const { stdout } = await runCommand(['baseline', 'oracle', '--split', 'train']);
  const everything = { ...options, maxEvidence: Infinity };
  expect(Object.values(scoresOf(gold, stdout, everything))).toEqual([1, 1, 1, 1, 1]);
});

test('tells what it learned from and what it searched', async () => {
  const { stderr } = await runCommand(['baseline', 'retrieval', '--top', '2', '--split', 'train']);
  expect(stderr).toMatchInlineSnapshot(`
    "retrieval: learned from 233 claims of train (SUPPORTS 38.6 %, REFUTES 38.6 %, NOT ENOUGH INFO 22.7 %)
    retrieval: warning: these are the claims that were predicted
    retrieval: searched 600 sentences, cells, captions and items by BM25, the best 2 for each claim
    retrieval: predicted 233 claims of train
    "
  `);
});

describe('files', () => {
  const train = lines(
    claimLine(1, { claim: 'It is so.' }),
    claimLine(2, { claim: 'It is not so.', label: 'REFUTES', evidence: [['A town_sentence_2']] }),
  );
  const dev = lines(claimLine('x', { claim: 'It is not so.' }), claimLine('y', { claim: 'It is so.' }));

  test('are predicted and learned from, and written whole', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'train.jsonl'), train);
    writeFileSync(join(cwd, 'dev.jsonl'), dev);
    const argv = ['baseline', 'claim-only', 'dev.jsonl', '--train', 'train.jsonl', '-o', 'out/a.jsonl'];
    const { exitCode, stdout, stderr } = await runCommand(argv, { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toBe(
      `claim-only: learned from 2 claims of train.jsonl (SUPPORTS 50 %, REFUTES 50 %)
claim-only: predicted 2 claims of dev.jsonl
written to ${join('out', 'a.jsonl')}
`,
    );
    const written = recordsOf(readFileSync(join(cwd, 'out/a.jsonl'), 'utf8'));
    expect(written.map((record) => [record.id, record.predicted_label])).toEqual([
      ['x', 'REFUTES'],
      ['y', 'SUPPORTS'],
    ]);
    const again = await runCommand(argv, { cwd });
    expect(again).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('replace it with --force') });
    expect((await runCommand([...argv, '--force'], { cwd })).exitCode).toBe(0);
  });

  test('of another format keep their ids, and the spelling of labels is told', async () => {
    const cwd = temporaryFolder();
    const record = (id: string, label: string) =>
      JSON.stringify({
        unique_id: id,
        claim: `${id} is so.`,
        label,
        evidence: 'A text.',
        page: 'A',
        case_id: '1',
      });
    writeFileSync(join(cwd, 'a.jsonl'), lines(record('a', 'SUPPORTS'), record('b', 'REFUTES')));
    const { exitCode, stdout, stderr } = await runCommand(['baseline', 'oracle', 'a.jsonl'], { cwd });
    expect(exitCode).toBe(0);
    expect(recordsOf(stdout)).toMatchObject([
      { id: 'a', predicted_label: 'SUPPORTS', predicted_evidence: ['A_sentence_0'] },
      { id: 'b', predicted_label: 'REFUTES', predicted_evidence: ['A_sentence_0'] },
    ]);
    expect(stderr).toContain('score with --lenient');
  });

  test('are searched in the articles of the dataset folder around them', async () => {
    const asked = lines(claimLine('x'), claimLine('y', { claim: 'Two bridges are in the town.' }));
    const cwd = smallDataset({ [claimsPath]: train, 'dev.jsonl': asked });
    const argv = ['baseline', 'retrieval', 'dev.jsonl', '--train', claimsPath, '--top', '1'];
    const { exitCode, stdout } = await runCommand(argv, { cwd });
    expect(exitCode).toBe(0);
    expect(recordsOf(stdout).map((record) => record.predicted_evidence)).toEqual([
      ['A town_sentence_0'],
      ['A town_sentence_1'],
    ]);
  });

  test('that cannot be read in full give no predictions', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'dev.jsonl'), `${dev}{"id":3,"claim":"x","label":"SUPPORTS","evidence":7}\n`);
    const { exitCode, stdout, stderr } = await runCommand(['baseline', 'oracle', 'dev.jsonl'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('3:51  error  format/not-a-claim');
  });

  test('that are read are not written over', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'dev.jsonl'), dev);
    const argv = ['baseline', 'oracle', 'dev.jsonl', '-o', 'dev.jsonl', '--force'];
    const { exitCode, stderr } = await runCommand(argv, { cwd });
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Name another file'),
    });
    expect(readFileSync(join(cwd, 'dev.jsonl'), 'utf8')).toBe(dev);
  });
});

const data = resolve(import.meta.dirname, '../../../shared/data');

describe('of published files the oracle has every label right', () => {
  for (const [name, claims] of [
    ['averitec/dev_first250.json', 250],
    ['climate-fever/first700.jsonl', 700],
    ['fever-symmetric/symmetric_v0.2_fever_symmetric_dev.jsonl', 708],
    ['fool-me-twice/dev.jsonl', 1169],
    ['healthver/healthver_dev.csv', 1917],
    ['vitaminc/synthetic_test_first3000.jsonl', 3000],
  ] as const) {
    const file = join(data, name);
    const why = existsSync(file) ? whyTooLarge(claims) : 'skipped: the file is not there';
    test.skipIf(why !== undefined)(`${name}${why === undefined ? '' : ` (${why})`}`, async () => {
      const cwd = temporaryFolder();
      const { stderr } = await runCommand(['baseline', 'oracle', file, '-o', 'oracle.jsonl'], { cwd });
      expect(stderr).toContain(`oracle: predicted ${formatNumber(claims)} claims`);
      const argv = [
        'score',
        file,
        'oracle.jsonl',
        '--scorer',
        'nli',
        '--lenient',
        '--no-intervals',
        '--json',
      ];
      const { exitCode, stdout } = await runCommand([...argv, '--fail-under', 'accuracy=1,macroF1=1'], {
        cwd,
      });
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`"claims":${claims},`);
    });
  }
});

test('a dataset folder may be named as the gold is, and claims to learn from may come from elsewhere', async () => {
  const folder = copyOfDataset();
  const cwd = temporaryFolder();
  writeInto(cwd, 'train.jsonl', [claimLine(1, { label: 'REFUTES' })]);
  const { exitCode, stdout, stderr } = await runCommand(
    ['baseline', 'majority', folder, '--train', 'train.jsonl'],
    { cwd },
  );
  expect(exitCode).toBe(0);
  expect(stderr).toContain('learned from 1 claim of train.jsonl (REFUTES 100 %)');
  expect(new Set(recordsOf(stdout).map((record) => record.predicted_label))).toEqual(new Set(['REFUTES']));
});

describe('what cannot be done is said, with what to do', () => {
  const labelled = lines(claimLine(1), claimLine(2));
  const blind = lines('{"id":1,"claim":"It is so."}');

  test.each([
    [['nonsense'], 'Allowed choices are claim-only, majority, oracle, random, retrieval.'],
    [['majority', 'dev.jsonl'], 'There is nothing to learn from: name a file of claims with --train.'],
    [['majority', 'dev.jsonl', '--train', 'blind.jsonl'], 'There is no claim with a label'],
    [
      ['majority', 'empty.jsonl', '--train', 'dev.jsonl', '--from', 'jsonl'],
      'There is no claim in empty.jsonl.',
    ],
    [['oracle', 'blind.jsonl', '--from', 'blind'], 'There is no claim with a label in blind.jsonl.'],
    [['oracle', 'dev.jsonl', '--train', 'dev.jsonl'], '--train changes nothing in oracle: leave it out.'],
    [['majority', '--seed', '3'], '--seed changes nothing in majority: leave it out.'],
    [['random', '--top', '3'], '--top changes nothing in random: leave it out.'],
    [['retrieval', '--top', '0'], 'It is a whole number from 1 on.'],
    [['oracle', 'dev.jsonl', '--split', 'dev'], '--split is for datasets: "dev.jsonl" is a file'],
    [['oracle', 'nowhere.jsonl'], 'There is no "nowhere.jsonl". Check the path.'],
    [['majority', '-', '--train', '-', '--from', 'jsonl'], 'Standard input can be read only once.'],
    [['retrieval', 'dev.jsonl', '--train', 'dev.jsonl'], 'There is no article to search.'],
  ])('%j', async (argv, message) => {
    const cwd = temporaryFolder();
    for (const [name, text] of Object.entries({
      'dev.jsonl': labelled,
      'blind.jsonl': blind,
      'empty.jsonl': '',
    }))
      writeFileSync(join(cwd, name), text);
    const { exitCode, stdout, stderr } = await runCommand(['baseline', ...argv], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('a dataset without a split to learn from, or to predict', async () => {
    const settings = { split: { ratios: { dev: 0.5, test: 0.5 } } };
    const cwd = smallDataset({ [claimsPath]: labelled, 'claimset.config.json': JSON.stringify(settings) });
    expect(await runCommand(['baseline', 'majority'], { cwd })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('There is no split "train" to learn from, only dev, test: name a file'),
    });
    expect(await runCommand(['baseline', 'oracle', '--split', 'tset'], { cwd })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('There is no split "tset". Use one of dev, test with --split'),
    });
  });

  test('a dataset with errors', async () => {
    const cwd = smallDataset({ [claimsPath]: lines(claimLine(1, { evidence: [['A town_sentence_9']] })) });
    const { exitCode, stderr } = await runCommand(['baseline', 'majority', '-o', 'out.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('evidence/unresolved');
    expect(existsSync(join(cwd, 'out.jsonl'))).toBe(false);
  });
});
