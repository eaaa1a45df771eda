import { expect, test } from 'vitest';
import { type Label, labels } from '../../src/claims/label.ts';
import type { Progress } from '../../src/stats/progress/progress.ts';
import { runCommand } from './run-command.ts';
import { claimLine, claimsPath, smallDataset, writeInto } from './small-dataset.ts';

/** Answers of an annotator to the claims from 1 on: `S R N`, a blank for none; a day later each, and `seconds` more. */
function journal(annotator: string, letters: string, change: object = {}, seconds = 20): string[] {
  return letters.split('').flatMap((letter, at) => {
    const label = labels.find((name) => name.startsWith(letter)) as Label | undefined;
    if (label === undefined) return [];
    const evidence = label === 'NOT ENOUGH INFO' ? [] : [['A town_sentence_0']];
    const time = new Date(Date.UTC(2026, 0, 5 + at)).toISOString();
    return [
      JSON.stringify({
        claim: at + 1,
        annotator,
        label,
        evidence,
        at: time,
        seconds: seconds + at * 10,
        ...change,
      }),
    ];
  });
}

const event = (name: string, annotator: string, claim: number, change: object = {}): string =>
  JSON.stringify({ event: name, annotator, claim, at: '2026-02-01T10:00:00Z', ...change });

const hostile = 'cy\u001b[31m\u202e';

const journals: Readonly<Record<string, readonly string[]>> = {
  ann: [...journal('ann', 'SSRRNNSRSN', { idleSeconds: 30 }), event('flag', 'ann', 2, { comment: 'see' })],
  bob: [
    ...journal('bob', 'SRRRNSSR', {}, 60),
    event('withdraw', 'bob', 8, { what: 'annotation' }),
    event('skip', 'bob', 8, { reason: 'ambiguous' }),
  ],
  cy: journal(hostile, '  R R', { seconds: 3 }),
  lead: journal('lead', ' S', {
    adjudication: true,
    reason: 'guideline-gap',
    comment: 'What of rivers\u001b]0;x\u0007 that run dry?\nSee the river rule.',
  }),
};

function dataset(files: Readonly<Record<string, readonly string[]>> = journals): string {
  const folder = smallDataset({
    'claimset.config.json': JSON.stringify({ annotate: { gold: { claims: [1, 3] } } }),
  });
  const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  writeInto(
    folder,
    claimsPath,
    ids.slice(0, 4).map((id) => claimLine(id)),
  );
  writeInto(
    folder,
    'claims/unlabelled/b.jsonl',
    ids.slice(4).map((id) => JSON.stringify({ id, claim: `The town of ${id} has never had a bridge.` })),
  );
  for (const [name, lines] of Object.entries(files))
    writeInto(folder, `claims/annotations/${name}.jsonl`, lines);
  return folder;
}

test('prints how far the annotation is', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['progress'], { cwd: dataset() });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "5 of 8 claims answered by 2 annotators each
      ███████████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 63 %
      answered                              5  1 of them decided
      begun                                 3  by fewer than 2
      untouched                             0
      waiting for a decision                5
        different labels                    2
        skipped, for the lead to decide     1
        flagged                             1
        another label than the dataset has  1
      with sure gold                        2  to measure annotators by, in none of the above

    Annotators
                                                            median    time           decided
                            answered  waiting  skipped        time  in all  hasty  otherwise  SUPPORTS
      ann                         10        0        –  1 min 05 s  11 min      –          –      40 %
      bob                          7        2        1  1 min 30 s  11 min      –          1      43 %
      cy\\u{1b}[31m\\u{202e}         2        2        –         3 s     6 s      2          –       0 %

                                        NOT
                                     ENOUGH
                            REFUTES    INFO    last day
      ann                      30 %    30 %  2026-01-14
      bob                      43 %    14 %  2026-01-11
      cy\\u{1b}[31m\\u{202e}    100 %     0 %  2026-01-09
      Besides, 5 min idle and 0 s with the page hidden, in none of the times.
      Hasty: in less than a quarter of the median time of all. To be looked at, no proof of anything.

    On claims with sure gold
                                       right   evidence  evidence  evidence
                            answered  labels  precision    recall        F1
      ann                          2  0.5000     1.0000    1.0000    1.0000
      bob                          2  0.5000     1.0000    1.0000    1.0000
      cy\\u{1b}[31m\\u{202e}         1  0.0000     1.0000    1.0000    1.0000

    Agreement on labels
      Krippendorff's alpha 0.4444  [-0.0843, 0.8095], of 7 claims with two answers or more

    What is said beside what, in pairs of answers
                                             NOT
                                          ENOUGH
                       SUPPORTS  REFUTES    INFO
      SUPPORTS                2        1       1
      REFUTES                 1        4       2
      NOT ENOUGH INFO         1        2       1

    Answers
      SUPPORTS         7  37 %
      REFUTES          8  42 %
      NOT ENOUGH INFO  4  21 %
      Skipped: ambiguous 1
      Flagged: 1

      day         answers        time
      2026-01-05        2  1 min 20 s
      2026-01-06        2  1 min 40 s
      2026-01-07        3  2 min 03 s
      2026-01-08        2  2 min 20 s
      2026-01-09        3  2 min 43 s
      2026-01-10        2       3 min
      2026-01-11        2  3 min 20 s
      2026-01-12        1  1 min 30 s
      2026-01-13        1  1 min 40 s
      2026-01-14        1  1 min 50 s

    Time an answer takes
      Median 1 min 10 s, without pauses
      under 15 s       2  11 %
      15 s to 30 s     1   5 %
      30 s to 1 min    3  16 %
      1 min to 2 min  12  63 %
      2 min to 5 min   1   5 %

    Gaps of the guidelines
      - 2: What of rivers\\u{1b}]0;x\\u{7} that run dry? See the river rule.
    "
  `);
});

test('prints no line wider than the terminal allows, and colours only where they are wanted', async () => {
  const cwd = dataset();
  const { stdout } = await runCommand(['progress'], { cwd, env: { FORCE_COLOR: '1' } });
  expect(stdout).toContain('\u001b[1mAnnotators\u001b[22m');
  // Of what stands in the data nothing acts on the terminal.
  const styled = ['\u001b[1m', '\u001b[2m', '\u001b[22m'];
  const text = styled.reduce((rest, code) => rest.replaceAll(code, ''), stdout);
  for (const acting of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(acting);
  const plain = await runCommand(['progress'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
  expect(plain.stdout).not.toContain('\u001b');
  expect(Math.max(...plain.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('--json has all figures, and alpha as `claimset agree` has it', async () => {
  const cwd = dataset();
  const { exitCode, stdout } = await runCommand(['progress', '--json'], { cwd });
  expect(exitCode).toBe(0);
  const progress = JSON.parse(stdout) as Progress;
  expect(progress.claims).toEqual({
    all: 8,
    untouched: 0,
    begun: 3,
    answered: 5,
    decided: 1,
    conflicts: 5,
    gold: 2,
    dropped: 0,
  });
  const agree = await runCommand(['agree', '--json'], { cwd });
  const { figures } = (JSON.parse(agree.stdout) as { labels: { figures: { id: string }[] } }).labels;
  expect(figures.find(({ id }) => id === 'alpha')).toMatchObject({
    value: progress.agreement.value,
    interval: progress.agreement.interval,
  });
});

test('says that nobody has answered yet', async () => {
  const { exitCode, stdout } = await runCommand(['progress'], { cwd: dataset({}) });
  expect(exitCode).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "0 of 8 claims answered by 2 annotators each
      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0 %
      answered        0
      untouched       8
      with sure gold  2  to measure annotators by, in none of the above

      Nobody has answered yet.
    "
  `);
});

test('leaves a line that is no record where it is, and tells of it', async () => {
  const torn = '{"claim":1,"annotator":"ann","lab';
  const cwd = dataset({ ann: [...journal('ann', 'S'), torn] });
  const { exitCode, stdout, stderr } = await runCommand(['progress'], { cwd });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr:
      '1 line is neither a claim nor a record of a journal and counts for nothing. `claimset validate` tells of all of them.\n',
  });
  expect(stdout).toContain('ann');
});

test('needs a folder of claims', async () => {
  const { exitCode, stderr } = await runCommand(['progress'], { cwd: smallDataset() });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('no folder "claims"');
});
