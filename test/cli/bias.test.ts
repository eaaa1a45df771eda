import { describe, expect, test } from 'vitest';
import { runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, lines, smallDataset, writeInto } from './small-dataset.ts';

const nouns = ['bridge', 'river', 'tower', 'church', 'market'];
const traits = 'old long famous wide small white tall busy quiet steep young cheap'.split(' ');

/** Sixty claims: each that refutes has "not", no other has. Claims about one thing hang together. */
const skewed = nouns.flatMap((noun, row) =>
  traits.map((trait, column) => {
    const isRefuted = (row + column) % 2 === 0;
    return JSON.stringify({
      id: row * traits.length + column,
      claim: `The ${noun} of Ulm ${isRefuted ? 'is not' : 'is'} ${trait}.`,
      label: isRefuted ? 'REFUTES' : 'SUPPORTS',
      evidence: [[`A ${noun}_sentence_${column % 3}`]],
    });
  }),
);

function folderWith(...claims: readonly string[]): string {
  const folder = temporaryFolder();
  writeInto(folder, 'claims.jsonl', lines(...claims));
  return folder;
}

describe('claimset bias', () => {
  test('prints what gives labels away', async () => {
    const cwd = folderWith(...skewed);
    const { exitCode, stdout, stderr } = await runCommand(
      ['bias', 'claims.jsonl', '--no-classifier', '--ngram', '1', '--show', '2'],
      { cwd },
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Labels
        label     claims  share
        SUPPORTS      30   50 %
        REFUTES       30   50 %
        60 claims; the entropy of the labels is 1.0000 bits.

      Claim-only classifier
        Not asked for: --no-classifier.

      Words by label (local mutual information)

        SUPPORTS
                LMI   with   in
        word   ×10⁶  label  all   share      p  for example
        busy   9116      3    5  0.6000  1.000  The tower of Ulm is busy.
        cheap  9116      3    5  0.6000  1.000  The tower of Ulm is cheap.

        REFUTES
                 LMI   with   in
        word    ×10⁶  label  all   share      p  for example
        famous  9116      3    5  0.6000  1.000  The tower of Ulm is not famous.
        old     9116      3    5  0.6000  1.000  The tower of Ulm is not old.
        Taken out before: is, of, the, ulm, not, bridge, church, market, river, tower.

      Cue words
                  with
                     a      of
        label      cue  claims   share
        SUPPORTS     0      30  0.0000  [0.0000, 0.1135]
        REFUTES     30      30  1.0000  [0.8865, 1.0000]

        cue  claims  coverage  productivity  utility        p  mostly
        not      30    0.5000        1.0000  +0.5000  < 0.001  REFUTES

      Attributes and labels
                                          left                  p                        of
        attribute                counted   out    χ²  df   (Holm)       V    bits  H(label)
        length of the claim           60     0  60.0   1  < 0.001  1.0000  1.0000     100 %
        a negation in the claim       60     0  60.0   1  < 0.001  1.0000  1.0000     100 %
        a number in the claim: All claims have the same value: there is nothing to compare.
        names in the claim: All claims have the same value: there is nothing to compare.
        kind of evidence: All claims with evidence have the same value: there is nothing to compare.
        evidence sets: All claims with evidence have the same value: there is nothing to compare.
        pieces in the smallest evidence set: All claims with evidence have the same value: there is
        nothing to compare.

        length of the claim
                          claims    SUPPORTS     REFUTES
        6 words               30  30 (100 %)     0 (0 %)
        7 words and more      30     0 (0 %)  30 (100 %)

        a negation in the claim
             claims    SUPPORTS     REFUTES
        yes      30     0 (0 %)  30 (100 %)
        no       30  30 (100 %)     0 (0 %)

      Evidence

        kind of evidence: claims that cite it
                     SUPPORTS     REFUTES
        sentences  30 (100 %)  30 (100 %)

        number of the sentence: claims that cite it
                             SUPPORTS    REFUTES
        the first sentence  10 (33 %)  10 (33 %)
        sentences 2 to 5    20 (67 %)  20 (67 %)
      "
    `);
  });

  test('--show 0 leaves out words and cues', async () => {
    const cwd = folderWith(...skewed);
    const { stdout } = await runCommand(['bias', 'claims.jsonl', '--show', '0', '--errors', '0'], { cwd });
    expect(stdout).not.toMatch(/for example|mutual information|mostly/);
    const titles = stdout.split('\n').filter((line) => /^\S/.test(line));
    expect(titles).toEqual([
      ...['Labels', 'Claim-only classifier', 'Cue words', 'Attributes and labels', 'Evidence'],
      ...['Likely label errors', 'Cartography'],
    ]);
  });

  test('a classifier finds the planted word, and --json has all figures', async () => {
    const cwd = folderWith(...skewed);
    const { exitCode, stdout } = await runCommand(['bias', 'claims.jsonl', '--json', '--seed', '3'], { cwd });
    expect(exitCode).toBe(0);
    const figures = JSON.parse(stdout) as Record<string, never> & {
      claimOnly: {
        measured: { gain: { value: number }; ngrams: { label: string; ngrams: { ngram: string }[] }[] };
      };
    };
    expect(Object.keys(figures)).toEqual([
      'data',
      'split',
      'seed',
      'labels',
      'ngrams',
      'cues',
      'attributes',
      'positions',
      'coverage',
      'claimOnly',
      'cartography',
      'labelErrors',
      'budgets',
    ]);
    expect(figures).toMatchObject({
      data: 'claims.jsonl',
      split: null,
      seed: 3,
      coverage: null,
      budgets: [],
    });
    const { gain, ngrams } = figures.claimOnly.measured;
    expect(gain.value).toBeGreaterThan(0.3);
    const refuting = ngrams.find(({ label }) => label === 'REFUTES')?.ngrams.slice(0, 2) ?? [];
    expect(refuting.map(({ ngram }) => ngram)).toContain('not');
    expect((await runCommand(['bias', 'claims.jsonl', '--json', '--seed', '3'], { cwd })).stdout).toBe(
      stdout,
    );
  });

  test.each([
    ['gain=0.9', 0, ''],
    [
      'gain=0.05',
      1,
      /^error: gain: the claim-only classifier is 0\.\d{4} above .*; at most 0\.05 is allowed/,
    ],
    ['cue=0.9', 1, /^error: cue: of the 30 claims with "not", 1\.0000 are REFUTES; at most 0\.9 is allowed/],
    ['attribute=0.5', 1, /^error: attribute: Cramér's V of the label and length of the claim is 1\.0000/],
  ])('--max %s ends with %i', async (budget, expected, told) => {
    const cwd = folderWith(...skewed);
    const { exitCode, stderr } = await runCommand(
      ['bias', 'claims.jsonl', '--max', budget, ...(budget.startsWith('gain') ? [] : ['--no-classifier'])],
      { cwd },
    );
    expect(exitCode).toBe(expected);
    expect(stderr).toMatch(told);
    expect(stderr.split('\n').filter((line) => line !== '')).toHaveLength(expected);
  });

  test('of a dataset folder articles, journals, splits and budgets are read', async () => {
    const annotation = (claim: number, annotator: string) =>
      JSON.stringify({
        claim,
        annotator,
        label: annotator === 'ann' ? 'SUPPORTS' : 'REFUTES',
        evidence: [],
        at: '2024-05-01T10:00:00Z',
      });
    const cwd = smallDataset({
      'claimset.config.json': JSON.stringify({ bias: { maxCueProductivity: 0.8 } }),
      'claims/a.jsonl': lines(...skewed.map((line) => line.replace(/"A \w+_sentence/, '"A town_sentence'))),
      'claims/annotations/a.jsonl': lines(annotation(0, 'ann'), annotation(1, 'ann'), annotation(0, 'bob')),
    });
    const { exitCode, stdout, stderr } = await runCommand(['bias', '--no-classifier', '--json'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: cue: .*bias\.maxCueProductivity\)\.\n$/);
    const figures = JSON.parse(stdout) as { attributes: { attributes: { id: string }[] } };
    expect(figures).toMatchObject({
      data: '.',
      coverage: { claims: 60, citable: 3, cited: 3, sections: 1, covered: 1 },
      budgets: [{ id: 'cue', limit: 0.8, value: 1, isOver: true }],
    });
    expect(figures.attributes.attributes.find(({ id }) => id === 'annotator')).toMatchObject({
      unit: 'annotations',
      values: [
        { value: 'ann', counts: [2, 0] },
        { value: 'bob', counts: [0, 1] },
      ],
    });
    const loose = await runCommand(['bias', '--no-classifier', '--max', 'cue=1'], { cwd });
    expect({ exitCode: loose.exitCode, stderr: loose.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(loose.stdout).toContain('Claims cite 3 of the 3 pieces that may be evidence (100 %)');
  });

  test('--split looks at one split, and says which there are', async () => {
    const cwd = folderWith(
      claimLine(1, { split: 'train' }),
      claimLine(2, { split: 'dev', label: 'REFUTES' }),
      claimLine(3, { split: 'dev' }),
    );
    const { stdout } = await runCommand(['bias', 'claims.jsonl', '--split', 'dev', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ split: 'dev', labels: { claims: 2 } });
    expect(await runCommand(['bias', 'claims.jsonl', '--split', 'test'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is in the split "test". There are dev, train.'),
    });
  });

  test('a budget of what could not be measured is over', async () => {
    const cwd = folderWith(claimLine(1), claimLine(2));
    const blind = folderWith(claimLine(1, { label: undefined }));
    const { exitCode, stderr } = await runCommand(
      ['bias', 'claims.jsonl', '--max', 'cue=0.5,attribute=0.5', '--no-classifier'],
      { cwd: blind },
    );
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'error: cue: no claim has a label.\nerror: attribute: no claim has a label.\n',
    });
    for (const more of [[], ['--no-classifier']]) {
      const { exitCode, stderr } = await runCommand(['bias', 'claims.jsonl', '--max', 'gain=0.5', ...more], {
        cwd,
      });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^error: gain: the claim-only classifier has no figures\. [A-Z]/);
    }
  });

  test.each([
    [['--max', 'gain'], 'Write it like gain=0.05'],
    [['--max', 'gain=2'], 'from 0 to 1'],
    [['--max', 'luck=0.5'], 'There are gain, cue, attribute.'],
    [['--ngram', '4'], 'Give 1, 2 or 3'],
    [['--show', 'all'], 'Give a whole number.'],
    [['-C', '.'], 'not both'],
    [['nothing.jsonl'], 'nothing.jsonl'],
  ])('%j is misuse', async (args, told) => {
    const cwd = folderWith(claimLine(1));
    const { exitCode, stdout, stderr } = await runCommand(
      ['bias', ...(args[0]?.startsWith('-') ? ['claims.jsonl'] : []), ...args],
      { cwd },
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(told);
  });

  test('claims without labels are counted, lines that are no claims are told', async () => {
    const cwd = folderWith(claimLine(1, { label: undefined }), '{"id":', claimLine(2, { label: undefined }));
    const { exitCode, stdout, stderr } = await runCommand(['bias', 'claims.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toBe('Labels\n  None of 2 claims has a label: there is nothing to give away.\n');
    const some = await runCommand(['bias', 'claims.jsonl', '--no-classifier'], {
      cwd: folderWith(claimLine(1, { label: undefined }), claimLine(2)),
    });
    expect(some.stdout).toContain(
      '2 claims; the entropy of the labels is 0.0000 bits. Left out: 1 claim without a label.',
    );
    expect(stderr).toMatch(/^claims\.jsonl\n\n {2}2:7 {2}error/);
  });

  test.each(['text', 'markdown'])('as %s nothing of the data acts', async (format) => {
    const hostile = '\u001b[31m<img src=x>|`__proto__';
    const cwd = folderWith(
      ...skewed.map((line, at) =>
        at % 2 === 0
          ? line.replace('Ulm', '\\u001b[2J<b>Ulm').replace('"REFUTES"', JSON.stringify(hostile))
          : line,
      ),
    );
    const { exitCode, stdout } = await runCommand(['bias', 'claims.jsonl', '--format', format], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('__proto__');
    if (format === 'text') return;
    expect(stdout).toMatch(
      /^# Artefacts of `claims\.jsonl`\n\n## Labels\n\n\| label \| claims \| share \|\n/,
    );
    // Outside of code there is no markup of the data: what is left without code spans has no tags.
    const outside = stdout.replace(/(`+)(?:(?!\1)[^\n])+?\1(?!`)|<code>[^<]*<\/code>/g, '');
    expect(outside).not.toMatch(/<(?![ 1])/);
  });
});
