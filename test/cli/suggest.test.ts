import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Suggestion } from '../../src/retrieve/suggest/suggestion.ts';
import { runCommand } from './run-command.ts';
import { articlePath, claimLine, claimsPath, lines, smallDataset } from './small-dataset.ts';

const article = (name: string, ...sentences: readonly string[]): string =>
  `${name}\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n\n${sentences
    .map((text, at) => `${text} ${name}_sentence_${at}\n`)
    .join('\n')}`;

/** Three articles, of which one names another, two claims and one without a label. */
const folder = smallDataset(
  {
    [articlePath]: article(
      'Blue Valley',
      'Blue Valley is a film by Ann Ferrer.',
      'It was shown in 1994.',
      'Sheep graze in it.',
    ),
    'corpus/b.txt': article('Ann Ferrer', 'Ann Ferrer was born in Canada.', 'She has two brothers.'),
    'corpus/c.txt': article('A hill', 'Many people were born in Canada.', 'The hill has 1994 trees.'),
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
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Suggestion & { readonly rank: number });
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
    const all = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; suggestions: readonly Suggestion[] });
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
    expect(stderr).toContain('3 claims of claims, all with suggestions');
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
      wholeRecallAt: { 1: 0, 5: 1, 20: 1 },
      anyRecallAt: { 1: 1, 5: 1, 20: 1 },
    });
  });

  test.each([
    [['nobody'], 'There is no claim "nobody" in the dataset.'],
    [[], 'Give the id of a claim, or its text'],
    [['  '], 'Give the id of a claim, or its text'],
    [['hop', '--all'], 'Give a claim or --all, not both.'],
    [['hop', '--run', 'x'], 'A run is of many claims'],
    [['--all', '--run', 'two words'], 'It is one word of letters'],
    [['hop', '--from', 'fm2'], '--from says what a file is'],
    [['--evaluate', '--top', '3'], 'leave --top out'],
    [['--evaluate', 'missing.jsonl'], 'There is no file "missing.jsonl".'],
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

  const danish = resolve(import.meta.dirname, '../../../shared/data/danish/dev.jsonl');
  test.skipIf(!existsSync(danish))(
    'measures on a published file with its own texts (skipped where ../shared is absent)',
    async () => {
      const { stdout } = await suggested('--evaluate', danish, '--language', 'da', '--json');
      const measured = JSON.parse(stdout) as { claims: number; wholeRecallAt: Record<string, number> };
      expect(measured.claims).toBe(290);
      expect(measured.wholeRecallAt['20']).toBeGreaterThan(0.95);
    },
  );
});
