import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClaimNegatives } from '../../src/claims/negatives.ts';
import { runCommand } from './run-command.ts';
import {
  articleOf,
  articlePath,
  claimLine,
  claimsPath,
  jsonLines,
  lines,
  smallDataset,
  writeInto,
} from './small-dataset.ts';

const nei = (id: string, claim: string, change: object = {}): string =>
  claimLine(id, { claim, label: 'NOT ENOUGH INFO', evidence: [], ...change });

/** A dataset of three articles and three claims, of which two are NOT ENOUGH INFO. */
const folder = smallDataset(
  {
    [articlePath]: articleOf(
      'A town',
      'A town lies on a river.',
      'The town has two bridges.',
      'The river is cold.',
    ),
    'corpus/b.txt': articleOf('A lake', 'A lake is deep.', 'Fish live in the lake.'),
    'corpus/c.txt': articleOf('A hill', 'A hill is steep.', 'Sheep graze on the hill.'),
    [claimsPath]: lines(
      claimLine('s'),
      nei('n1', 'The lake is deep in winter, with fish.'),
      nei('n2', 'The hill has sheep with long wool.'),
    ),
    'claims/annotations/ann.jsonl': lines(
      JSON.stringify({
        claim: 'n1',
        annotator: 'ann',
        label: 'NOT ENOUGH INFO',
        evidence: [],
        at: '2024-01-01T00:00:00Z',
        consulted: ['A lake_sentence_1'],
      }),
    ),
  },
  'suite',
);

async function sampled(...argv: readonly string[]) {
  const { exitCode, stdout, stderr } = await runCommand(['negatives', ...argv], { cwd: folder });
  const found = jsonLines(stdout) as ClaimNegatives[];
  return { exitCode, stderr, found };
}

describe('claimset negatives', () => {
  test('finds a sentence of the nearest article for NOT ENOUGH INFO claims', async () => {
    const { exitCode, found, stderr } = await sampled();
    expect(exitCode).toBe(0);
    expect(
      found.map(({ id, negatives }) => [
        id,
        negatives.map((one) => [one.id.slice(0, 6), one.rank, one.seed]),
      ]),
    ).toEqual([
      ['n1', [['A lake', 1, 0]]],
      ['n2', [['A hill', 1, 0]]],
    ]);
    expect(stderr).toMatchInlineSnapshot(`
      "2 claims, NOT ENOUGH INFO; seed 0
      nearest articles by DrQA's TF-IDF
      nearest-p: 2 taken
      "
    `);
  });

  test('of every label, by several samplers; what annotators looked at comes first', async () => {
    const { found, stderr } = await sampled(
      '--all',
      '--sampler',
      'hard',
      '--sampler',
      'consulted',
      '-n',
      '2',
    );
    expect(found.map(({ id }) => id)).toEqual(['s', 'n1', 'n2']);
    expect(found[1]?.negatives[0]).toEqual({ id: 'A lake_sentence_1', sampler: 'consulted', annotators: 1 });
    expect(found.flatMap(({ negatives }) => negatives).map(({ id }) => id)).not.toContain(
      'A town_sentence_0',
    );
    expect(stderr).toMatchInlineSnapshot(`
      "3 claims, of every label; seed 0
      consulted: 1 taken, 5 not found
      hard: 6 taken, 1 passed over as evidence of the claim
      "
    `);
  });

  test('other claims make no difference', async () => {
    const [, , second] = (await sampled('--all', '--sampler', 'random-s', '-n', '3')).found;
    const { found } = await sampled('--sampler', 'random-s', '-n', '3');
    expect(found[1]).toEqual(second);
    expect((await sampled('--sampler', 'random-s', '-n', '3', '--seed', '1')).found[1]).not.toEqual(second);
  });

  test('what decides a claim of the same text is not taken', async () => {
    const twins = [
      nei('x', 'The lake is deep!'),
      claimLine('y', { claim: 'the lake is deep', evidence: [['A lake_sentence_1']] }),
    ];
    writeInto(folder, 'twins.jsonl', lines(...twins));
    const { found } = await sampled('twins.jsonl', '--from', 'jsonl', '--sampler', 'hard', '-n', '9');
    expect(found.map(({ id }) => id)).toEqual(['x']);
    expect(found[0]?.negatives.map(({ id }) => id)).not.toContain('A lake_sentence_1');
  });

  test('of a file of claims, into a file', async () => {
    writeInto(folder, 'more.jsonl', lines(nei('x', 'A hill is steep in the north.')));
    const { exitCode, stderr } = await sampled('more.jsonl', '--from', 'jsonl', '-o', 'n.jsonl', '--force');
    expect([exitCode, stderr.split('\n').at(-2)]).toEqual([0, 'written to n.jsonl']);
    expect(readFileSync(join(folder, 'n.jsonl'), 'utf8')).toMatch(
      /^\{"id":"x","negatives":\[\{"id":"A hill_/,
    );
  });

  test.each([
    [['--all', '--labels', 'nei'], '--all takes every label: leave --labels out.'],
    [['--index', 'elements.index'], '--index is what hard searches'],
    [['--sampler', 'hard', '--article-index', 'articles.index'], '--article-index is for nearest-p'],
    [['--labels', 'mixture'], 'Write it like nei,supports'],
    [['--sampler', 'best'], 'Use one of consulted, nearest-p, random-s, hard, same-article.'],
    [['--count', '0'], 'Give a whole number from 1 to 1000.'],
    [['--kind', 'section'], 'Use one of sentence, cell, header_cell, table_caption, item.'],
    [['--from', 'fever'], '--from is for files of claims'],
    [['-o', claimsPath, '--force'], 'is a file that is read or written already'],
    [['nowhere.jsonl'], 'There is no "nowhere.jsonl"'],
  ])('%j is a wrong use', async (argv, message) => {
    const { exitCode, stderr } = await sampled(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('articles that are read page by page', () => {
  const page = (id: string, ...sentences: readonly string[]): string => {
    const all = sentences.map((text, at) => `${at}\t${text}`).join('\n');
    return JSON.stringify({ id, text: sentences.join(' '), lines: all });
  };

  test('are drawn and ranked by an index of them', async () => {
    const store = smallDataset({
      'pages/wiki-001.jsonl': lines(
        page('Lake', 'A lake is deep .', '', 'Fish live in the lake .'),
        page('Hill', 'A hill is steep .', 'Sheep graze .'),
        page('List_of_hills', 'Hill one .'),
        page('Sea', 'The sea is salty .'),
        page('River', 'The river flows .'),
      ),
      [claimsPath]: lines(nei('n', 'Fish live deep in the lake.')),
    });
    const run = (...argv: readonly string[]) => runCommand(argv, { cwd: store });
    mkdirSync(join(store, 'new/claims'), { recursive: true });
    writeInto(store, 'new/claimset.config.json', '{}');
    // A dataset folder without claims so far has no journals either.
    const own = ['-C', 'new', '--corpus', 'corpus', '--sampler', 'same-article'];
    expect((await run('negatives', claimsPath, ...own)).stderr).toContain('1 claim, NOT ENOUGH INFO');
    const argv = ['negatives', '--corpus', 'pages', '--sampler', 'nearest-p', '--sampler', 'random-s'];
    const without = await run(...argv);
    expect(without.stderr).toContain('name an index of them with --article-index');
    expect(without.exitCode).toBe(2);
    const index = ['--level', 'article', '--weighting', 'drqa', '--corpus', 'pages', '-o', 'articles.index'];
    expect((await run('index', ...index)).exitCode).toBe(0);
    const { stdout, stderr } = await run(...argv, '-n', '9', '--article-index', 'articles.index');
    const { negatives } = JSON.parse(stdout) as ClaimNegatives;
    expect(negatives[0]).toMatchObject({ sampler: 'nearest-p', rank: 1, seed: 0 });
    expect(negatives[0]?.id).toMatch(/^Lake_sentence_[02]$/);
    const random = negatives.filter(({ sampler }) => sampler === 'random-s').map(({ id }) => id);
    expect(random.filter((id) => id.startsWith('List'))).toEqual([]);
    expect(stderr).toContain("nearest articles by DrQA's TF-IDF\n");
    // The index of the dataset knows nothing of them.
    expect((await run('index')).exitCode).toBe(0);
    expect((await run(...argv, '--sampler', 'hard', '--article-index', 'articles.index')).stderr).toContain(
      'name an index of them with --index',
    );
  });
});

describe('claimset export --negatives', () => {
  const file = (name: string, ...records: readonly object[]): string => {
    writeInto(folder, name, lines(...records.map((record) => JSON.stringify(record))));
    return name;
  };

  test('writes pairs that are read back equal', async () => {
    await sampled('--all', '--sampler', 'hard', '-o', 'hard.jsonl', '--force');
    const argv = [
      'export',
      '--format',
      'nli',
      '--negatives',
      'hard.jsonl',
      '-o',
      'pairs.jsonl',
      '--force',
      '--verify',
    ];
    const { exitCode, stderr } = await runCommand(argv, { cwd: folder });
    expect(stderr).toContain('verified: read back equal');
    expect(exitCode).toBe(0);
    const rows = readFileSync(join(folder, 'pairs.jsonl'), 'utf8').trim().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { sampler: string }).sampler)).toEqual([
      'annotated',
      'hard',
      'hard',
      'hard',
    ]);
  });

  test('says what no pair can be made of', async () => {
    const name = file(
      'old.jsonl',
      { id: 's', negatives: [{ id: 'A town_sentence_0', sampler: 'hard' }] },
      { id: 'n1', negatives: [{ id: 'A sea_sentence_0', sampler: 'hard' }] },
      { id: 'gone', negatives: [{ id: 'A town_sentence_0', sampler: 'hard' }] },
    );
    const { stderr, stdout } = await runCommand(['export', '--format', 'chat', '--negatives', name], {
      cwd: folder,
    });
    expect(stderr).toContain(`old.jsonl: 1 claim that the dataset does not have: left out
old.jsonl: 1 negative that the claim has as evidence by now: left out
old.jsonl: 1 negative that the corpus does not have: left out
`);
    expect(stdout.trim().split('\n').length).toBe(3);
  });

  test.each([
    [['--format', 'csv', '--negatives', 'hard.jsonl'], '--negatives changes nothing in csv'],
    [['--format', 'nli', '--negatives', 'nowhere.jsonl'], 'nowhere.jsonl'],
  ])('%j is a wrong use', async (argv, message) => {
    const { exitCode, stderr } = await runCommand(['export', ...argv], { cwd: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
