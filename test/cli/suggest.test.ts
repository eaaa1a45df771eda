import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Suggestion } from '../../src/retrieve/suggest/suggestion.ts';
import { whyTooLarge } from '../runs.ts';
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

/** Three articles, of which one names another, two claims and one without a label. */
const folder = smallDataset(
  {
    [articlePath]: articleOf(
      'Blue Valley',
      'Blue Valley is a film by Ann Ferrer.',
      'It was shown in 1994.',
      'Sheep graze in it.',
    ),
    'corpus/b.txt': articleOf('Ann Ferrer', 'Ann Ferrer was born in Canada.', 'She has two brothers.'),
    'corpus/c.txt': articleOf('A hill', 'Many people were born in Canada.', 'The hill has 1994 trees.'),
    [claimsPath]: lines(
      claimLine('hop', {
        claim: 'Who made Blue Valley was born in Canada.',
        label: 'SUPPORTS',
        evidence: [['Blue Valley_sentence_0', 'Ann Ferrer_sentence_0']],
      }),
      claimLine('nei', { claim: 'Sheep eat in the valley.', label: 'NOT ENOUGH INFO', evidence: [] }),
    ),
    'claims/unlabelled/later.jsonl': lines(
      JSON.stringify({ id: 'later', claim: 'Blue Valley was shown in 1995.' }),
    ),
  },
  'suite',
);

async function suggested(...argv: readonly string[]) {
  return runCommand(['suggest', ...argv], { cwd: folder });
}

describe('claimset suggest', () => {
  test('marks words as the texts are taken apart', async () => {
    const marked = async (stem: boolean): Promise<string> => {
      const cwd = smallDataset({
        [articlePath]: articleOf('A town', 'The town has bridges of stone.'),
        'claimset.config.json': JSON.stringify({ search: { stem } }),
      });
      const argv = ['suggest', 'A stone bridge stands here.'];
      return (await runCommand(argv, { cwd, env: { FORCE_COLOR: '1' } })).stdout;
    };
    const [stems, words] = [await marked(true), await marked(false)];
    expect(stems).toContain('\u001b[33mbridges\u001b[39m of \u001b[33mstone\u001b[39m');
    expect(words).toContain('bridges of \u001b[33mstone\u001b[39m');
  });

  test('shows ids, what heads them, and the reasons', async () => {
    const { exitCode, stdout, stderr } = await suggested('hop', '--top', '2');
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatchInlineSnapshot(`
      "hop: Who made Blue Valley was born in Canada.

      Blue Valley_sentence_0
       1. sentence · 1.34
         Blue Valley is a film by Ann Ferrer.
         names the article

      Blue Valley_sentence_1
       2. sentence · 1.23
         It was shown in 1994.
         names the article
      "
    `);
  });

  test('prints suggestions as JSON, one a line', async () => {
    const { stdout } = await suggested('Sheep were shown in 1994.', '--json');
    const found = jsonLines(stdout) as (Suggestion & { readonly rank: number })[];
    expect(found.map(({ rank }) => rank)).toEqual(found.map((_, at) => at + 1));
    expect(found[0]).toMatchObject({
      id: 'Blue Valley_sentence_1',
      title: 'Blue Valley',
      kind: 'sentence',
      text: 'It was shown in 1994.',
      reasons: [
        { kind: 'number', text: '1994' },
        { kind: 'term', text: 'shown' },
      ],
    });
  });

  test('prints a line of JSON for every claim, those without label too', async () => {
    const { exitCode, stdout, stderr } = await suggested('--all', '--top', '1');
    expect(exitCode).toBe(0);
    const all = jsonLines(stdout) as { id: string; suggestions: readonly Suggestion[] }[];
    expect(all.map(({ id, suggestions }) => [id, suggestions.map((one) => one.id)])).toMatchInlineSnapshot(`
      [
        [
          "hop",
          [
            "Blue Valley_sentence_0",
          ],
        ],
        [
          "nei",
          [
            "Blue Valley_sentence_2",
          ],
        ],
        [
          "later",
          [
            "Blue Valley_sentence_1",
          ],
        ],
      ]
    `);
    expect(stderr).toContain('3 claims, all with suggestions');
  });

  test('writes a run that programs rank as it stands', async () => {
    const { stdout } = await suggested('--all', '--run', 'mine', '--top', '3');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '));
    expect(rows.every(({ length }) => length === 6)).toBe(true);
    for (const query of ['hop', 'nei', 'later']) {
      const scores = rows.filter(([id]) => id === query).map(([, , , , score]) => Number(score));
      expect(scores.length).toBeGreaterThan(0);
      expect(scores).toEqual([...new Set(scores)].sort((one, other) => other - one));
    }
  });

  test('measures how much of the evidence is found', async () => {
    const { exitCode, stdout } = await suggested('--evaluate');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "claims: 1 claim with evidence, 7 elements searched

                          a whole      any
                         evidence    piece
        among the first       set    of it
        1                   0.0 %  100.0 %
        5                 100.0 %  100.0 %
        20                100.0 %  100.0 %
      "
    `);
    const json = await suggested('--evaluate', '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      name: 'claims',
      claims: 1,
      searched: 7,
      outside: 0,
      wholeRecallAt: { 1: 0, 5: 1, 20: 1 },
      anyRecallAt: { 1: 1, 5: 1, 20: 1 },
    });
  });

  test('says where evidence is not in the articles that are searched', async () => {
    const elsewhere = claimLine('far', { claim: 'A sea is salty.', evidence: [['A sea_sentence_0']] });
    const near = claimLine('near', { claim: 'Sheep graze.', evidence: [['Blue Valley_sentence_2']] });
    writeInto(folder, 'far.jsonl', lines(elsewhere));
    writeInto(folder, 'both.jsonl', lines(elsewhere, near));
    const { exitCode, stderr } = await suggested('--evaluate', 'far.jsonl', '--from', 'jsonl');
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('No claim of "far.jsonl" has its evidence'),
    ]);
    expect((await suggested('--evaluate', 'both.jsonl', '--from', 'jsonl')).stdout).toContain(
      '1 claim with no evidence set in the articles that are searched: not found\n',
    );
  });

  test.each([
    [['nobody'], 'There is no claim "nobody" in the dataset.'],
    [[], 'Give the id of a claim, or its text'],
    [['  '], 'Give the id of a claim, or its text'],
    [['hop', '--all'], 'Give a claim or --all, not both.'],
    [['hop', 'hop'], 'Give the id of one claim, or --all'],
    [['hop', '--run', 'x'], 'A run is of many claims'],
    [['--all', '--run', 'two words'], 'It is one word of letters'],
    [['hop', '--from', 'fm2'], '--from says what a file is'],
    [['--evaluate', '--top', '3'], 'leave --top out'],
    [['--evaluate', 'missing.jsonl'], 'There is no "missing.jsonl".'],
    [['hop', '--top', '0'], 'a whole number from 1 to 1000'],
    [['hop', '--language', '../en'], 'Write it like en'],
  ])('refuses %j', async (argv, message) => {
    const { exitCode, stdout, stderr } = await suggested(...argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  test('says that nothing was found', async () => {
    const { exitCode, stderr } = await suggested('Zebras quarrel.');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Nothing in the corpus');
  });

  test('measures on a file in the texts that it carries', async () => {
    const fm2 = (id: string, claim: string, text: string): string =>
      JSON.stringify({
        id,
        text: claim,
        label: 'SUPPORTS',
        gold_evidence: [{ section_header: '', text }],
        wikipedia_page: id,
      });
    writeInto(folder, 'fm2.jsonl', [
      fm2('Asia', 'Tea grows in Asia.', 'Tea is grown there.'),
      fm2('Oslo', 'Snow falls in Oslo.', 'It snows in winter.'),
    ]);
    const { stdout, stderr } = await suggested('--evaluate', 'fm2.jsonl', '--from', 'fm2', '--json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'fm2.jsonl',
      claims: 2,
      searched: 2,
      anyRecallAt: { 1: 1, 5: 1, 20: 1 },
    });
    const other = await suggested('--evaluate', 'fm2.jsonl', '--from', 'fm2', '--index', 'any.index');
    expect(other.stderr).toContain('leave --index and --engine out');
  });

  const danish = resolve(import.meta.dirname, '../../../shared/data/danish/dev.jsonl');
  const why = existsSync(danish) ? whyTooLarge(4000) : 'skipped: ../shared/data is absent';
  test.skipIf(why !== undefined)(
    `measures on a published file with its own texts${why ? ` (${why})` : ''}`,
    async () => {
      const { stdout } = await suggested('--evaluate', danish, '--language', 'da', '--json');
      const measured = JSON.parse(stdout) as { claims: number; wholeRecallAt: Record<string, number> };
      expect(measured.claims).toBe(290);
      expect(measured.wholeRecallAt['20']).toBeGreaterThan(0.95);
    },
  );
});
