import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleDataset } from '../report/example-dataset.ts';
import { runCommand, temporaryFolder } from './run-command.ts';

/** A folder with the example dataset. */
function datasetFolder(): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(exampleDataset({ claims: 12 }).files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const quick = ['--resamples', '20'];
const line = (id: number, change: object = {}): string =>
  `${JSON.stringify({ id, label: 'SUPPORTS', claim: `Claim ${id}.`, evidence: [[[0, 0, 'A', 0]]], ...change })}\n`;

/** A folder with a file of FEVER claims. */
function feverFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'dev.jsonl'), line(1) + line(2, { label: 'REFUTES' }));
  return folder;
}

/** As claimset score prints them. */
const scores = {
  version: 1,
  scorer: {
    id: 'fever',
    title: 'FEVER',
    url: 'https://fever.ai',
    figures: [
      { id: 'feverScore', title: 'FEVER score', about: 'Right label with evidence.', isError: false },
    ],
  },
  systems: [
    {
      predictions: 'predictions.jsonl',
      claims: 2,
      join: {
        by: 'id',
        missing: 0,
        extra: 0,
        repeatedGold: 0,
        repeatedPredictions: 0,
        withoutId: 0,
        unscored: 0,
      },
      nearMisses: 0,
      figures: [{ id: 'feverScore', value: 0.5, interval: { low: 0, high: 1 } }],
      bounds: [],
      confusion: {
        gold: ['SUPPORTS', 'REFUTES'],
        predicted: ['SUPPORTS', null],
        counts: [
          [1, 0],
          [0, 1],
        ],
      },
      breakdowns: [],
      worst: [],
    },
  ],
};

describe('claimset report', () => {
  test('writes report.html of the dataset at hand', async () => {
    const cwd = datasetFolder();
    const first = await runCommand(['report', ...quick], { cwd: join(cwd, 'claims') });
    expect(first).toMatchObject({ exitCode: 0, stdout: '', stderr: 'written report.html\n' });
    const path = join(cwd, 'claims/report.html');
    const page = readFileSync(path, 'utf8');
    expect(page).toContain('<h1>Towns and their works</h1>');
    expect(page).toContain('id="coverage"');
  });

  test('is no page over what somebody else wrote, but for --force', async () => {
    const cwd = feverFolder();
    writeFileSync(join(cwd, 'report.html'), '<!doctype html><p>Mine.');
    const refused = await runCommand(['report', 'dev.jsonl'], { cwd });
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('"report.html" is there, and is no report of claimset');
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toContain('Mine.');
    expect(await runCommand(['report', 'dev.jsonl', '--force'], { cwd })).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toContain('<h1>dev.jsonl</h1>');
    // Now it is one, which is written over without a question.
    expect(await runCommand(['report', 'dev.jsonl'], { cwd })).toMatchObject({ exitCode: 0 });
  });

  test('prints JSON and Markdown to standard output, of claims of any format', async () => {
    const cwd = feverFolder();
    const json = await runCommand(['report', 'dev.jsonl', '--json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      report: 'claimset dataset report',
      version: 1,
      title: 'dev.jsonl',
      facts: { claims: '2' },
      sections: { overview: { claims: 2, evidence: { ids: 1 } } },
    });
    const markdown = await runCommand(['report', 'dev.jsonl', '-f', 'markdown'], { cwd });
    expect(markdown.stdout).toContain('# dev.jsonl: dataset report');
    expect(existsSync(join(cwd, 'report.html'))).toBe(false);
  });

  test('shows scores of a file that claimset score printed', async () => {
    const cwd = feverFolder();
    writeFileSync(join(cwd, 'scores.json'), JSON.stringify(scores));
    const { stdout } = await runCommand(['report', 'dev.jsonl', '--json', '--scores', 'scores.json'], {
      cwd,
    });
    expect(JSON.stringify(JSON.parse(stdout).sections.scores)).toContain(
      '"value":0.5,"interval":{"low":0,"high":1}',
    );
    writeFileSync(join(cwd, 'scores.json'), '{"version":1}');
    const refused = await runCommand(['report', 'dev.jsonl', '--json', '--scores', 'scores.json'], { cwd });
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('scores.json:1:1');
  });

  test('tells of claims that it could not read', async () => {
    const cwd = feverFolder();
    writeFileSync(join(cwd, 'dev.jsonl'), `${line(1)}{"id":2}\n`);
    const { exitCode, stderr } = await runCommand(['report', 'dev.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^written report\.html\nwarning: \d errors of form or reference; 1 claim that has one is not in the report\. The first: dev\.jsonl:2: /,
    );
  });

  test('counts the claims of a dataset that errors keep out, and no journal or claim twice', async () => {
    const cwd = datasetFolder();
    const path = join(cwd, 'claims/towns.jsonl');
    const [first = '', second = '', ...others] = readFileSync(path, 'utf8').split('\n');
    const unresolved = JSON.stringify({
      ...JSON.parse(second),
      evidence: [['Nowhere_sentence_0'], ['Nowhere_sentence_1']],
    });
    writeFileSync(path, [`${first.slice(0, -5)}`, unresolved, ...others].join('\n'));
    writeFileSync(join(cwd, 'claims/annotations/journal-0.jsonl'), '{"claim":1}\n');
    const { exitCode, stdout, stderr } = await runCommand(['report', '--json', ...quick], { cwd });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).sections.overview).toMatchObject({ claims: 10, leftOut: 2 });
    expect(stderr).toContain('; 2 claims that have one are not in the report.');
  });

  test.each([
    [['report', 'nothing.jsonl'], 'nothing.jsonl'],
    [['report', '-'], 'read several times'],
    [['report', 'dev.jsonl', '-o', '.'], 'is a folder'],
    [['report', 'dev.jsonl', '--resamples', '0'], 'from 1 on'],
  ])('%j is refused', async (argv, message) => {
    const { exitCode, stderr } = await runCommand(argv, { cwd: feverFolder() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
