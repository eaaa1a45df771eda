import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { markdownCell } from '../../src/reporters/markdown-cell.ts';
import { scorePrinters } from '../../src/score/print/index.ts';
import { latexText } from '../../src/score/print/latex-text.ts';
import type { PrintOptions, ShownScorer } from '../../src/score/print/score-printer.ts';
import { scoresSchema } from '../../src/score/print/scores-schema.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import type { Comparison, Scores } from '../../src/score/scores.ts';
import { differenceWords, figureWords, probabilityWords, shareWords } from '../../src/stats/figure-words.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { markdownTable } from '../../src/text/markdown-table.ts';
import { anyCharacter } from '../any-character.ts';
import { baseline, comparison, options, rival } from './example-scores.ts';

interface Printed {
  readonly scores?: readonly Scores[];
  readonly comparison?: Comparison;
  readonly scorer?: ShownScorer;
  readonly options?: Partial<PrintOptions>;
}

const printers = new Map(
  await Promise.all(scorePrinters.map(async ({ id, load }) => [id, await load()] as const)),
);

function print(id: string, { scores = [baseline], scorer = fever, ...rest }: Printed = {}): string {
  const printer = printers.get(id);
  if (printer === undefined) throw new Error(`no printer ${id}`);
  return [...printer.print(scores, rest.comparison, scorer, { ...options, ...rest.options })].join('');
}

const two: Printed = { scores: [baseline, rival], comparison };

test('the registry is sorted', () => {
  const ids = scorePrinters.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect([...printers].map(([, printer]) => printer.id)).toEqual(ids);
});

describe('text', () => {
  test('one system, 80 columns', () => {
    expect(print('text')).toMatchInlineSnapshot(`
      "FEVER: runs/baseline.jsonl
      9,999 claims, joined by position

        FEVER score         0.3257  [0.3157, 0.3357]
        label accuracy      0.5209  [0.5109, 0.5309]
        evidence precision  0.1044  [0.0944, 0.1144]
        evidence recall     0.4422  [0.4322, 0.4522]
        evidence F1         0.1689  [0.1589, 0.1789]

      Where the loss is: FEVER score
                                       gain
        as predicted        0.3257
        with gold evidence  0.5208  +0.1951
        with gold label     0.6281  +0.3024
        with both           0.9979  +0.6722

      By gold label
                                  FEVER     label   evidence  evidence  evidence
                         claims   score  accuracy  precision    recall        F1
        SUPPORTS          3,333  0.3211    0.7540     0.1107    0.4533    0.1779
        REFUTES           3,333  0.2736    0.4260     0.0980    0.4312    0.1597
        NOT ENOUGH INFO   3,333  0.3825    0.3825          –         –         –
        More with --json: intervals.

      By pieces of evidence needed
                                                  label   evidence  evidence  evidence
            claims  FEVER score                accuracy  precision    recall        F1
        0    3,333  0.3825  [0.3725, 0.3925]     0.3825          –         –         –
        1    5,912  0.3310  [0.3210, 0.3410]     0.5980     0.1100    0.4870    0.1795
        2      601  0.0083  [-0.0017, 0.0183]    0.5210     0.0890    0.0416    0.0567
        3       98  0.0000  [-0.0100, 0.0100]    0.4900     0.0790    0.0000    0.0000
        4+      55  0.0000                       0.5100     0.0700    0.0000    0.0000

      Labels: gold in rows, predicted in columns
                                                    NOT ENOUGH       no
                            SUPPORTS      REFUTES         INFO    label  claims
        SUPPORTS         2,513  75 %    182   5 %    638  19 %  0   0 %   3,333
        REFUTES            611  18 %  1,420  43 %  1,302  39 %  0   0 %   3,333
        NOT ENOUGH INFO  1,055  32 %    998  30 %  1,275  38 %  5  <1 %   3,333

      Calibration of the predicted probabilities
        ECE          0.3212  [0.3144, 0.3301]
        MCE          0.5152
        Brier score       –

                                     mean   share   right less
        probability   claims  probability   right  probability
        0.60 to 0.67   4,000       0.6500  0.6200      -0.0300
        0.93 to 1.00   5,999       0.9700  0.4547      -0.5153

      Worst claims
        + predicted, - not predicted
        1. claim 137334: opposite label, evidence found
           Fox 2000 Pictures released the film Soul Food.
           gold SUPPORTS, predicted REFUTES with probability 0.97
           gold evidence, any one of 2 sets
             + Soul_Food_-LRB-film-RRB-_sentence_0
                 Soul Food is a 1997 American comedy-drama film produced by Kenneth
                 "Babyface" Edmonds, Tracey Edmonds and Robert Teitel and released by
                 Fox 2000 Pictures.
           or
             - Soul_Food_-LRB-film-RRB-_sentence_4
             - Fox_2000_Pictures_sentence_1
           also predicted
               Soul_food_sentence_2
                 The expression "soul food" may have originated in the mid-1960s.

        2. claim 111897: wrong label, no evidence predicted
           Telemundo is an English-language television network.
           gold REFUTES, predicted NOT ENOUGH INFO
           gold evidence
             - Telemundo_sentence_0

      [low, high]: 95 % confidence interval, percentile bootstrap over claims, 1,000
      resamples, seed 1.
      No interval: the same in all resamples, or defined in fewer than half of them.
      Not defined (–): there is no claim that the figure counts.
      At least 12 claims score less only for the spelling of labels or titles: see
      --lenient.
      "
    `);
  });

  test('two systems, 80 columns', () => {
    const short = { ...baseline, breakdowns: baseline.breakdowns.slice(0, 1), worst: [] };
    expect(print('text', { ...two, scores: [short, rival] })).toMatchInlineSnapshot(`
      "FEVER: 2 systems
        A  runs/baseline.jsonl: 9,999 claims, joined by position
        B  runs/rival_v2.jsonl: 9,999 claims, joined by id

                            A                         B
        FEVER score         0.3257  [0.3157, 0.3357]  0.3411  [0.3311, 0.3511]
        label accuracy      0.5209  [0.5109, 0.5309]  0.5302  [0.5202, 0.5402]
        evidence precision  0.1044  [0.0944, 0.1144]  0.1101  [0.1001, 0.1201]
        evidence recall     0.4422  [0.4322, 0.4522]  0.4499  [0.4399, 0.4599]
        evidence F1         0.1689  [0.1589, 0.1789]  0.1769  [0.1669, 0.1869]

      Difference: B less A
                                                             p by           p by
                                                        bootstrap  randomisation
        FEVER score         +0.0154  [0.0101, 0.0206]     < 0.001          0.001
        label accuracy      +0.0093  [-0.0003, 0.0188]      0.058          0.061
        evidence precision        –                             –              –
        By FEVER score, A is better on 312 claims, B on 466; on 9,221 they are equal.

      Where the loss is: FEVER score
                                 A     gain       B     gain
        as predicted        0.3257           0.3411
        with gold evidence  0.5208  +0.1951  0.5208  +0.1797
        with gold label     0.6281  +0.3024  0.6281  +0.2870
        with both           0.9979  +0.6722  0.9979  +0.6568

      By gold label
                         claims  A                         B
        SUPPORTS          3,333  0.3211  [0.3111, 0.3311]  0.3211  [0.3111, 0.3311]
        REFUTES           3,333  0.2736  [0.2636, 0.2836]  0.2736  [0.2636, 0.2836]
        NOT ENOUGH INFO   3,333  0.3825  [0.3725, 0.3925]  0.3825  [0.3725, 0.3925]

      Labels: gold in rows, predicted in columns: A
                                                    NOT ENOUGH       no
                            SUPPORTS      REFUTES         INFO    label  claims
        SUPPORTS         2,513  75 %    182   5 %    638  19 %  0   0 %   3,333
        REFUTES            611  18 %  1,420  43 %  1,302  39 %  0   0 %   3,333
        NOT ENOUGH INFO  1,055  32 %    998  30 %  1,275  38 %  5  <1 %   3,333

      Calibration of the predicted probabilities: A
        ECE          0.3212  [0.3144, 0.3301]
        MCE          0.5152
        Brier score       –

                                     mean   share   right less
        probability   claims  probability   right  probability
        0.60 to 0.67   4,000       0.6500  0.6200      -0.0300
        0.93 to 1.00   5,999       0.9700  0.4547      -0.5153

      Labels: gold in rows, predicted in columns: B
                                                    NOT ENOUGH       no
                            SUPPORTS      REFUTES         INFO    label  claims
        SUPPORTS         2,513  75 %    182   5 %    638  19 %  0   0 %   3,333
        REFUTES            611  18 %  1,420  43 %  1,302  39 %  0   0 %   3,333
        NOT ENOUGH INFO  1,055  32 %    998  30 %  1,275  38 %  5  <1 %   3,333

      [low, high]: 95 % confidence interval, percentile bootstrap over claims, 1,000
      resamples, seed 1.
      No interval: the same in all resamples, or defined in fewer than half of them.
      Not defined (–): there is no claim that the figure counts.
      p by bootstrap: paired bootstrap over claims. p by randomisation: the two
      outcomes of each claim swapped at random. Both two-sided.
      A: At least 12 claims score less only for the spelling of labels or titles: see
      --lenient.
      B: 49 gold claims without a prediction, counted as wrong; 1 prediction for no
      gold claim.
      "
    `);
  });

  test('120 columns have room for the interval of the first figure of each group', () => {
    const page = print('text', { options: { width: 120 } });
    expect(page.slice(page.indexOf('By gold label'), page.indexOf('By pieces'))).toMatchInlineSnapshot(`
      "By gold label
                                                              label   evidence  evidence  evidence
                         claims  FEVER score               accuracy  precision    recall        F1
        SUPPORTS          3,333  0.3211  [0.3111, 0.3311]    0.7540     0.1107    0.4533    0.1779
        REFUTES           3,333  0.2736  [0.2636, 0.2836]    0.4260     0.0980    0.4312    0.1597
        NOT ENOUGH INFO   3,333  0.3825  [0.3725, 0.3925]    0.3825          –         –         –

      "
    `);
  });

  test('40 columns: tables stand beneath one another, no line is longer', () => {
    const page = print('text', { options: { width: 40 } });
    expect(page.slice(page.indexOf('Labels:'), page.indexOf('Calibration'))).toMatchInlineSnapshot(`
      "Labels: gold in rows, predicted in
      columns
                            SUPPORTS
        SUPPORTS         2,513  75 %
        REFUTES            611  18 %
        NOT ENOUGH INFO  1,055  32 %

                             REFUTES
        SUPPORTS           182   5 %
        REFUTES          1,420  43 %
        NOT ENOUGH INFO    998  30 %

                          NOT ENOUGH       no
                                INFO    label
        SUPPORTS           638  19 %  0   0 %
        REFUTES          1,302  39 %  0   0 %
        NOT ENOUGH INFO  1,275  38 %  5  <1 %

                         claims
        SUPPORTS          3,333
        REFUTES           3,333
        NOT ENOUGH INFO   3,333

      "
    `);
    expect(page.split('\n').filter((line) => displayWidth(line) > 40)).toEqual([]);
  });

  test.each([80, 120])('no line of two systems is longer than %d columns', (width) => {
    const lines = print('text', { ...two, options: { width } }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
  });

  test('colour sets off headings, and nothing else changes', () => {
    const page = print('text', { options: { color: true } });
    expect(page).toContain('\u001b[1mFEVER: runs/baseline.jsonl\u001b[22m\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what colour adds
    expect(page.replaceAll(/\u001b\[\d+m/g, '')).toBe(print('text'));
  });

  test('of many groups the largest are shown', () => {
    const groups = Array.from({ length: 1001 }, (_, at) => ({
      name: at === 1000 ? 'other' : `Article ${at}`,
      claims: 2000 - at,
      figures: baseline.figures,
    }));
    const breakdowns = [{ id: 'article', title: 'article', groups }];
    const page = print('text', { scores: [{ ...baseline, breakdowns }] });
    expect(page.match(/^ {2}Article \d+ /gm)).toHaveLength(20);
    expect(page).toMatch(/^ {2}other +1,000 /m);
    expect(page).toContain('  More with --json: intervals, 980 smaller groups.\n');
  });

  test('figures that have no room are counted', () => {
    const figures = Array.from({ length: 12 }, (_, at) => ({
      id: `f${at}`,
      title: `figure ${at}`,
      about: '',
    }));
    const values = figures.map(({ id }) => ({ id, value: 0.5 }));
    const breakdowns = [
      { id: 'split', title: 'split', groups: [{ name: 'dev', claims: 1, figures: values }] },
    ];
    const page = print('text', {
      scores: [{ ...baseline, figures: values, breakdowns, bounds: [] }],
      scorer: { ...fever, figures },
    });
    expect(page).toMatch(/^ {2}dev {7}1( {2}0\.5000){8}$/m);
    expect(page).toContain('  More with --json: 4 figures.\n');
  });

  test('a break-down by what no claim has is no table', () => {
    const groups = [{ name: 'none', claims: 9999, figures: baseline.figures }];
    const breakdowns = [{ id: 'challenge', title: 'challenge', groups }];
    const scores = [{ ...baseline, breakdowns }];
    expect(print('text', { scores })).toContain('By challenge\n  No claim has one.\n');
    expect(print('markdown', { scores })).toContain('By challenge</summary>\n\nNo claim has one.\n');
  });

  test('a precision for want of predictions is told', () => {
    const figures = baseline.figures.map((figure) =>
      figure.id === 'evidencePrecision' ? { ...figure, value: 1 } : figure,
    );
    const note = 'By convention of the official code evidence precision is 1 of claims';
    expect(print('text', { scores: [{ ...baseline, figures }] })).toContain(note);
    expect(print('text', { scores: [baseline] })).not.toContain(note);
  });

  test('where there are no claims, nothing is defined', () => {
    const none: Scores = {
      ...rival,
      claims: 0,
      figures: fever.figures.map(({ id }) => ({ id, value: null })),
      bounds: [],
      breakdowns: [{ id: 'split', title: 'split', groups: [] }],
      confusion: { gold: [], predicted: [], counts: [] },
      join: { ...rival.join, missing: 0, extra: 0, unscored: 3 },
    };
    expect(print('text', { scores: [none] })).toMatchInlineSnapshot(`
      "FEVER: runs/rival_v2.jsonl
      0 claims, joined by id

        FEVER score              –
        label accuracy           –
        evidence precision       –
        evidence recall          –
        evidence F1              –

      By split
        No claim has one.

      Not defined (–): no claim was scored.
      3 gold records left out, having no right answer.
      "
    `);
  });
});

test('Markdown for a comment', () => {
  expect(print('markdown', two)).toMatchInlineSnapshot(`
    "<!-- claimset score -->
    ## FEVER score

    - A: \`runs/baseline.jsonl\`, 9,999 claims, joined by position
    - B: \`runs/rival_v2.jsonl\`, 9,999 claims, joined by id

    |  | A | interval | B | interval |
    |---|---|---|---|---|
    | FEVER score | 0.3257 | [0.3157, 0.3357] | 0.3411 | [0.3311, 0.3511] |
    | label accuracy | 0.5209 | [0.5109, 0.5309] | 0.5302 | [0.5202, 0.5402] |
    | evidence precision | 0.1044 | [0.0944, 0.1144] | 0.1101 | [0.1001, 0.1201] |
    | evidence recall | 0.4422 | [0.4322, 0.4522] | 0.4499 | [0.4399, 0.4599] |
    | evidence F1 | 0.1689 | [0.1589, 0.1789] | 0.1769 | [0.1669, 0.1869] |

    ### Difference: B less A

    |  | difference | interval | p by bootstrap | p by randomisation |
    |---|---|---|---|---|
    | FEVER score | +0.0154 | [0.0101, 0.0206] | &lt; 0.001 | 0.001 |
    | label accuracy | +0.0093 | [-0.0003, 0.0188] | 0.058 | 0.061 |
    | evidence precision | – |  | – | – |

    By FEVER score, A is better on 312 claims, B on 466; on 9,221 they are equal.

    ### Where the loss is: FEVER score

    |  | A | gain | B | gain |
    |---|---|---|---|---|
    | as predicted | 0.3257 |  | 0.3411 |  |
    | with gold evidence | 0.5208 | +0.1951 | 0.5208 | +0.1797 |
    | with gold label | 0.6281 | +0.3024 | 0.6281 | +0.2870 |
    | with both | 0.9979 | +0.6722 | 0.9979 | +0.6568 |

    <details>
    <summary>By gold label</summary>

    |  | claims | A | B |
    |---|---|---|---|
    | \`SUPPORTS\` | 3,333 | 0.3211 [0.3111, 0.3311] | 0.3211 [0.3111, 0.3311] |
    | \`REFUTES\` | 3,333 | 0.2736 [0.2636, 0.2836] | 0.2736 [0.2636, 0.2836] |
    | \`NOT ENOUGH INFO\` | 3,333 | 0.3825 [0.3725, 0.3925] | 0.3825 [0.3725, 0.3925] |

    </details>

    <details>
    <summary>By pieces of evidence needed</summary>

    |  | claims | A | B |
    |---|---|---|---|
    | \`0\` | 3,333 | 0.3825 [0.3725, 0.3925] | 0.3825 [0.3725, 0.3925] |
    | \`1\` | 5,912 | 0.3310 [0.3210, 0.3410] | 0.3310 [0.3210, 0.3410] |
    | \`2\` | 601 | 0.0083 [-0.0017, 0.0183] | 0.0083 [-0.0017, 0.0183] |
    | \`3\` | 98 | 0.0000 [-0.0100, 0.0100] | 0.0000 [-0.0100, 0.0100] |
    | \`4+\` | 55 | 0.0000 | 0.0000 |

    </details>

    <details>
    <summary>Labels: gold in rows, predicted in columns: A</summary>

    |  | \`SUPPORTS\` | \`REFUTES\` | \`NOT ENOUGH INFO\` | no label | claims |
    |---|---|---|---|---|---|
    | \`SUPPORTS\` | 2,513 (75 %) | 182 (5 %) | 638 (19 %) | 0 (0 %) | 3,333 |
    | \`REFUTES\` | 611 (18 %) | 1,420 (43 %) | 1,302 (39 %) | 0 (0 %) | 3,333 |
    | \`NOT ENOUGH INFO\` | 1,055 (32 %) | 998 (30 %) | 1,275 (38 %) | 5 (&lt;1 %) | 3,333 |

    </details>

    <details>
    <summary>Calibration of the predicted probabilities: A</summary>

    9,999 claims with a probability.

    |  | value |
    |---|---|
    | ECE | 0.3212 [0.3144, 0.3301] |
    | MCE | 0.5152 |
    | Brier score | – |

    | probability | claims | mean probability | share right | right less probability |
    |---|---|---|---|---|
    | 0.60 to 0.67 | 4,000 | 0.6500 | 0.6200 | -0.0300 |
    | 0.93 to 1.00 | 5,999 | 0.9700 | 0.4547 | -0.5153 |

    </details>

    <details>
    <summary>Labels: gold in rows, predicted in columns: B</summary>

    |  | \`SUPPORTS\` | \`REFUTES\` | \`NOT ENOUGH INFO\` | no label | claims |
    |---|---|---|---|---|---|
    | \`SUPPORTS\` | 2,513 (75 %) | 182 (5 %) | 638 (19 %) | 0 (0 %) | 3,333 |
    | \`REFUTES\` | 611 (18 %) | 1,420 (43 %) | 1,302 (39 %) | 0 (0 %) | 3,333 |
    | \`NOT ENOUGH INFO\` | 1,055 (32 %) | 998 (30 %) | 1,275 (38 %) | 5 (&lt;1 %) | 3,333 |

    </details>

    <details>
    <summary>Worst claims: A</summary>

    1. \`137334\`: **opposite label, evidence found**<br>\`Fox 2000 Pictures released the film Soul Food.\`<br>gold \`SUPPORTS\`, predicted \`REFUTES\` with probability 0.97
       - gold evidence: \`Soul_Food_-LRB-film-RRB-_sentence_0\` (found) \`Soul Food is a 1997 American comedy-drama film produced by Kenneth "Babyface" Edmonds, Tracey Edmonds and Robert Teitel and released by Fox 2000 Pictures.\`
       - or: \`Soul_Food_-LRB-film-RRB-_sentence_4\`, \`Fox_2000_Pictures_sentence_1\`
       - also predicted: \`Soul_food_sentence_2\` \`The expression "soul food" may have originated in the mid-1960s.\`
    2. \`111897\`: **wrong label, no evidence predicted**<br>\`Telemundo is an English-language television network.\`<br>gold \`REFUTES\`, predicted \`NOT ENOUGH INFO\`
       - gold evidence: \`Telemundo_sentence_0\`

    </details>

    - [low, high]: 95 % confidence interval, percentile bootstrap over claims, 1,000 resamples, seed 1.
    - No interval: the same in all resamples, or defined in fewer than half of them.
    - Not defined (–): there is no claim that the figure counts.
    - p by bootstrap: paired bootstrap over claims. p by randomisation: the two outcomes of each claim swapped at random. Both two-sided.
    - A: At least 12 claims score less only for the spelling of labels or titles: see --lenient.
    - B: 49 gold claims without a prediction, counted as wrong; 1 prediction for no gold claim.
    "
  `);
});

test('LaTeX for a paper', () => {
  const short = { ...baseline, breakdowns: baseline.breakdowns.slice(0, 1) };
  expect(print('latex', { ...two, scores: [short, rival] })).toMatchInlineSnapshot(`
    "% \\usepackage{booktabs}
    % 9,999 claims
    % [low, high]: 95 % confidence interval, percentile bootstrap over claims, 1,000 resamples, seed 1.
    % No interval: the same in all resamples, or defined in fewer than half of them.
    % Not defined (–): there is no claim that the figure counts.
    % p by bootstrap: paired bootstrap over claims. p by randomisation: the two outcomes of each claim swapped at random. Both two-sided.
    % A: At least 12 claims score less only for the spelling of labels or titles: see --lenient.
    % B: 49 gold claims without a prediction, counted as wrong; 1 prediction for no gold claim.

    % figures; the first p is by bootstrap, the second by randomisation
    \\begin{tabular}{lrlrlrlrr}
      \\toprule
      FEVER & \\multicolumn{2}{l}{runs/baseline.jsonl} & \\multicolumn{2}{l}{runs/rival\\_v2.jsonl} & \\multicolumn{2}{l}{difference} & $p$ & $p$ \\\\
      \\midrule
      FEVER score & 0.3257 & [0.3157, 0.3357] & 0.3411 & [0.3311, 0.3511] & +0.0154 & [0.0101, 0.0206] & $<$ 0.001 & 0.001 \\\\
      label accuracy & 0.5209 & [0.5109, 0.5309] & 0.5302 & [0.5202, 0.5402] & +0.0093 & [$-$0.0003, 0.0188] & 0.058 & 0.061 \\\\
      evidence precision & 0.1044 & [0.0944, 0.1144] & 0.1101 & [0.1001, 0.1201] & -- &  & -- & -- \\\\
      evidence recall & 0.4422 & [0.4322, 0.4522] & 0.4499 & [0.4399, 0.4599] & -- &  & -- & -- \\\\
      evidence F1 & 0.1689 & [0.1589, 0.1789] & 0.1769 & [0.1669, 0.1869] & -- &  & -- & -- \\\\
      \\bottomrule
    \\end{tabular}

    % where the loss is
    \\begin{tabular}{lrlrl}
      \\toprule
      FEVER score & \\multicolumn{2}{l}{runs/baseline.jsonl} & \\multicolumn{2}{l}{runs/rival\\_v2.jsonl} \\\\
      \\midrule
      as predicted & 0.3257 & [0.3157, 0.3357] & 0.3411 & [0.3311, 0.3511] \\\\
      with gold evidence & 0.5208 &  & 0.5208 & \\\\
      with gold label & 0.6281 &  & 0.6281 & \\\\
      with both & 0.9979 &  & 0.9979 & \\\\
      \\bottomrule
    \\end{tabular}

    % the first figure by group
    \\begin{tabular}{lrrlrl}
      \\toprule
      gold label & claims & \\multicolumn{2}{l}{runs/baseline.jsonl} & \\multicolumn{2}{l}{runs/rival\\_v2.jsonl} \\\\
      \\midrule
      SUPPORTS & 3,333 & 0.3211 & [0.3111, 0.3311] & 0.3211 & [0.3111, 0.3311] \\\\
      REFUTES & 3,333 & 0.2736 & [0.2636, 0.2836] & 0.2736 & [0.2636, 0.2836] \\\\
      NOT ENOUGH INFO & 3,333 & 0.3825 & [0.3725, 0.3925] & 0.3825 & [0.3725, 0.3925] \\\\
      \\bottomrule
    \\end{tabular}

    % gold labels in rows, predicted ones in columns
    \\begin{tabular}{lrrrrr}
      \\toprule
       & SUPPORTS & REFUTES & NOT ENOUGH INFO & no label & claims \\\\
      \\midrule
      SUPPORTS & 2,513 (75 \\%) & 182 (5 \\%) & 638 (19 \\%) & 0 (0 \\%) & 3,333 \\\\
      REFUTES & 611 (18 \\%) & 1,420 (43 \\%) & 1,302 (39 \\%) & 0 (0 \\%) & 3,333 \\\\
      NOT ENOUGH INFO & 1,055 (32 \\%) & 998 (30 \\%) & 1,275 (38 \\%) & 5 (\\textless{}1 \\%) & 3,333 \\\\
      \\bottomrule
    \\end{tabular}

    % calibration of the predicted probabilities
    \\begin{tabular}{lrl}
      \\toprule
       & \\multicolumn{2}{l}{runs/baseline.jsonl} \\\\
      \\midrule
      ECE & 0.3212 & [0.3144, 0.3301] \\\\
      MCE & 0.5152 & \\\\
      Brier score & -- & \\\\
      \\bottomrule
    \\end{tabular}

    % gold labels in rows, predicted ones in columns
    \\begin{tabular}{lrrrrr}
      \\toprule
       & SUPPORTS & REFUTES & NOT ENOUGH INFO & no label & claims \\\\
      \\midrule
      SUPPORTS & 2,513 (75 \\%) & 182 (5 \\%) & 638 (19 \\%) & 0 (0 \\%) & 3,333 \\\\
      REFUTES & 611 (18 \\%) & 1,420 (43 \\%) & 1,302 (39 \\%) & 0 (0 \\%) & 3,333 \\\\
      NOT ENOUGH INFO & 1,055 (32 \\%) & 998 (30 \\%) & 1,275 (38 \\%) & 5 (\\textless{}1 \\%) & 3,333 \\\\
      \\bottomrule
    \\end{tabular}
    "
  `);
});

const schema = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../schema/scores.schema.json'), 'utf8'),
);
const isScores = new Ajv2020({ allErrors: true }).compile(schema);

function parsed(printed: Printed) {
  const text = print('json', printed);
  expect(text.endsWith('\n')).toBe(true);
  expect(text.trimEnd()).not.toContain('\n');
  const json = JSON.parse(text);
  isScores(json);
  expect(isScores.errors).toBeNull();
  return json;
}

describe('JSON', () => {
  test('has whole doubles and one order of keys', () => {
    const json = parsed({});
    expect(Object.keys(json)).toEqual(['version', 'scorer', 'resampling', 'systems']);
    expect(json.systems[0].figures[0]).toEqual({
      id: 'feverScore',
      value: 0.32573257325732574,
      interval: { low: 0.32573257325732574 - 0.01, high: 0.32573257325732574 + 0.01 },
    });
    const turned = Object.fromEntries(Object.entries(baseline).reverse()) as unknown as Scores;
    expect(print('json', { scores: [turned] })).toBe(print('json'));
  });

  test('has two systems with their comparison, as the schema says', () => {
    const json = parsed(two);
    expect(json.systems.map(({ predictions }: Scores) => predictions)).toEqual([
      'runs/baseline.jsonl',
      'runs/rival_v2.jsonl',
    ]);
    expect(json.comparison.wins).toEqual({ first: 312, second: 466, ties: 9221 });
    expect(json.systems[0].breakdowns).toEqual(baseline.breakdowns);
    expect(json.systems[0].worst).toEqual(baseline.worst);
    expect(json.systems[0].calibration).toEqual(baseline.calibration);
  });

  test('the schema would say so', () => {
    const { systems, ...rest } = parsed({});
    expect(isScores({ ...rest, systems: [] })).toBe(false);
    expect(isScores({ ...rest, systems: [{ ...systems[0], nearMisses: -1 }] })).toBe(false);
    expect(scoresSchema.safeParse({ ...rest, systems, added: 1 }).success).toBe(true);
  });
});

/** Texts as hostile data have them. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.constantFrom(
    '\u001b[31mred\u001b[0m',
    'a|b\\|c',
    '</details><script>alert(1)</script>',
    '\\input{/etc/passwd}',
    '% \\end{tabular}',
    'line\nbreak\r\n```',
    '\u202eright to left',
    '__proto__',
    '@everyone www.example.com',
    '界'.repeat(50),
    'x'.repeat(3000),
  ),
);
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const figure = fc.record(
  {
    id: fc.constantFrom(...fever.figures.map(({ id }) => id), 'unknown'),
    value: fc.option(unit, { nil: null }),
    interval: fc.record({ low: unit, high: unit }, { noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'value'], noNullPrototype: true },
);
const hostileScores = fc.record({
  name: text,
  figures: fc.array(figure, { maxLength: 6 }),
  labels: fc.uniqueArray(text, { minLength: 1, maxLength: 5 }),
  groups: fc.uniqueArray(text, { maxLength: 5 }),
  ids: fc.array(text, { maxLength: 8 }),
});

function scoresOf({
  name,
  figures,
  labels,
  groups,
  ids,
}: typeof hostileScores extends fc.Arbitrary<infer V> ? V : never): Scores {
  return {
    ...baseline,
    predictions: name,
    figures,
    confusion: {
      gold: labels,
      predicted: [...labels, null],
      counts: labels.map((_, row) => [...labels.map((_label, column) => row * column), 1]),
    },
    breakdowns: [
      {
        id: 'article',
        title: 'article',
        groups: groups.map((group) => ({ name: group, claims: 1, figures })),
      },
    ],
    worst: [
      {
        id: name,
        claim: name,
        gold: labels[0] ?? '',
        predicted: name,
        fault: 'wrong label',
        goldEvidence: [ids],
        predictedEvidence: ids,
      },
    ],
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal must not get
const acting = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('hostile data', () => {
  test('never act on a terminal, and keep to its width', () => {
    fc.assert(
      fc.property(hostileScores, fc.integer({ min: 40, max: 160 }), (hostile, width) => {
        const scores = [scoresOf(hostile)];
        const page = print('text', { scores, options: { width, evidenceText: () => hostile.name } });
        expect(page.replaceAll('\n', '')).not.toMatch(acting);
        const tables = page.slice(0, page.indexOf('By article'));
        expect(tables.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
      }),
    );
  });

  test('are text in Markdown: no HTML, no link, no further cell', () => {
    fc.assert(
      fc.property(hostileScores, (hostile) => {
        const page = print('markdown', {
          scores: [scoresOf(hostile)],
          options: { evidenceText: () => hostile.name },
        });
        // What is ours: the marker, and what folds tables away and breaks lines.
        const ours = page.replaceAll(/<!-- claimset score -->|<\/?(?:details|summary)>|<br>/g, '');
        const html = String(marked.parse(ours));
        expect(html).not.toMatch(/<(?:script|a|img|details|br|!--)/);
      }),
    );
  });

  test('make no further cell of a Markdown table', () => {
    fc.assert(
      fc.property(text, (data) => {
        expect(markdownCell(data, 50)).not.toMatch(/[|\r\n]/);
      }),
    );
    const [table] = marked.lexer(markdownTable(['a', 'b'], [[markdownCell('x\\|`y', 50), 'second']]));
    expect(
      table?.type === 'table' && table.rows[0]?.map(({ text: cell }: { readonly text: string }) => cell),
    ).toEqual(['<code>x&#92;&#124;&#96;y</code>', 'second']);
  });

  test('are letters in LaTeX', () => {
    fc.assert(
      fc.property(text, (data) => {
        const escaped = latexText(data);
        const known = /\\text[a-z]+\{\}|\\[{}$&#%_]|\{''\}|\{[[*]\}|-\{\}/g;
        expect(escaped.replaceAll(known, '')).not.toMatch(/[\\{}$&#%_^~<>|"[*\n]/);
      }),
    );
    expect(latexText('50% of $x_1$ & \\input{a}--[b]')).toBe(
      '50\\% of \\$x\\_1\\$ \\& \\textbackslash{}input\\{a\\}-{}-{[}b]',
    );
  });

  test('are JSON as the schema says', () => {
    fc.assert(
      fc.property(hostileScores, (hostile) => {
        parsed({ scores: [scoresOf(hostile)] });
      }),
    );
  });
});

test.each([
  [0.32573257, '0.3257'],
  [1, '1.0000'],
  [-0.00001, '0.0000'],
  [null, '–'],
  [undefined, '–'],
])('the figure %j is %s', (value, words) => {
  expect(figureWords(value)).toBe(words);
});

test.each([
  [0.01537, '+0.0154'],
  [-0.002, '-0.0020'],
  [0.00001, '0.0000'],
  [-0.00001, '0.0000'],
  [null, '–'],
])('the difference %j is %s', (value, words) => {
  expect(differenceWords(value)).toBe(words);
});

test.each([
  [0, '< 0.001'],
  [0.00099, '< 0.001'],
  [0.001, '0.001'],
  [0.0609, '0.061'],
  [1, '1.000'],
  [null, '–'],
])('the p-value %j is %s', (value, words) => {
  expect(probabilityWords(value)).toBe(words);
});

test.each([
  [0, 10, '0 %'],
  [1, 1000, '<1 %'],
  [999, 1000, '>99 %'],
  [10, 10, '100 %'],
  [0, 0, ''],
])('%d of %d is "%s"', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});
