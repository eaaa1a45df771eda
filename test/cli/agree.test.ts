import { expect, test } from 'vitest';
import { labels } from '../../src/claims/label.ts';
import { runCommand } from './run-command.ts';
import { claimLine, claimsPath, smallDataset, writeInto } from './small-dataset.ts';

interface Said {
  readonly annotator: string;
  /** `S R N`, and `.` for nothing, claim after claim. */
  readonly labels: string;
  /** Of the first claim; each further claim is a day later. */
  readonly day?: number;
  /** Number of the sentence that is cited. */
  readonly sentence?: number;
  readonly adjudication?: true;
}

function journal({ annotator, labels: line, day = 1, sentence = 0, ...more }: Said): string[] {
  return line.split('').flatMap((letter, at) => {
    const label = labels.find((name) => name.startsWith(letter));
    if (label === undefined) return [];
    const { adjudication } = more;
    const time = new Date(Date.UTC(2025, 0, day + at)).toISOString();
    const evidence = label === 'NOT ENOUGH INFO' ? [] : [[`A town_sentence_${sentence}`]];
    return [
      JSON.stringify({
        claim: at + 1,
        annotator,
        label,
        evidence,
        at: time,
        ...(adjudication && { adjudication }),
      }),
    ];
  });
}

const ann = journal({ annotator: 'ann', labels: 'SSRRNNSRSNSR' });
const bob = journal({ annotator: 'bob', labels: 'SSRRNSSRSNRR' });
const cy = journal({ annotator: 'cy\u001b[31m', labels: 'SR.R.NSR....', sentence: 1 });
const lead = journal({ annotator: 'lead', labels: '.....N....S.', adjudication: true });

function annotated(files: Readonly<Record<string, readonly string[]>> = { ann, bob, cy, lead }): string {
  const folder = smallDataset();
  writeInto(folder, claimsPath, [claimLine(1)]);
  for (const [name, lines] of Object.entries(files))
    writeInto(folder, `claims/annotations/${name}.jsonl`, lines);
  return folder;
}

test('prints how far annotators agree', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['agree', '--resamples', '200'], {
    cwd: annotated(),
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "Agreement of 3 annotators on 12 claims
      30 labels (2 to 3 a claim, 2.50 on average) in 24 pairs, from claims/annotations/ann.jsonl and 3
      other journals.

    Labels
      Observed agreement             0.8056  [0.6111, 1.0000]
      Krippendorff's alpha           0.6979  [0.3870, 1.0000]
      Krippendorff's alpha, ordinal  0.6375  [0.2511, 1.0000]
      Cohen's kappa                       –
      Cohen's kappa, mean of pairs   0.6452  [0.2776, 1.0000]
      Scott's pi                          –
      Fleiss' kappa                       –
      Gwet's AC1                     0.7124  [0.4443, 1.0000]
      Bennett's S                    0.7083  [0.4167, 1.0000]
      – Cohen's kappa: Defined for two annotators, and there are 3. Look at that of each pair, and at
      the mean of these.
      – Scott's pi: Defined for two annotators, and there are 3. Look at that of each pair, and at
      Fleiss' kappa, which is the same for more.
      – Fleiss' kappa: Not defined for claims with unequal numbers of labels. Krippendorff's alpha is
      made for that.

    Be careful
      - Only 12 claims have two or more annotators. With fewer than 30 the figures, and their intervals
        too, say little.
      - 2 claims were adjudicated. Where these are the ones that annotators disagreed on, agreement with
        adjudications is lower than on all claims.

    Each label against the others
                       given   share  interval           alpha  interval
      SUPPORTS            12  0.4000  [0.2459, 0.5768]  0.5972  [0.1005, 1.0000]
      REFUTES             12  0.4000  [0.2459, 0.5768]  0.7315  [0.2834, 1.0000]
      NOT ENOUGH INFO      6  0.2000  [0.0951, 0.3731]  0.7986  [0.4442, 1.0000]

    What is said beside what
      Of those who share a claim with one who gave the label of the row, how many gave that of the
      column.
                                               NOT
                                            ENOUGH
                       SUPPORTS   REFUTES     INFO
      SUPPORTS          9  75 %   2  17 %  1   8 %
      REFUTES           2  17 %  10  83 %  0   0 %
      NOT ENOUGH INFO   1  17 %   0   0 %  5  83 %

    Pairs of annotators, the lowest alpha first
                                                    Cohen's     its  Scott's
                          claims  observed   alpha    kappa   error       pi     AC1
      bob / cy\\u{1b}[31m       6    0.6667  0.4634   0.4545  0.2471   0.4146  0.5340
      ann / bob               12    0.8333  0.7514   0.7419  0.1653   0.7405  0.7545
      ann / cy\\u{1b}[31m       6    0.8333  0.7556   0.7391  0.2360   0.7333  0.7576

    Annotators against adjudications, the lowest first
                               the                    Cohen's
                    claims    same  interval            kappa
      bob                2  0.0000  [0.0000, 0.6576]  -0.3333
      ann                2  1.0000  [0.3424, 1.0000]   1.0000
      cy\\u{1b}[31m       1  1.0000  [0.2065, 1.0000]        –

    Evidence
      9 claims with evidence of two or more of 3 annotators, 19 pairs.
      A set in common             0.4737  [0.3635, 0.6923]
      A set within a set          0.4737  [0.3635, 0.6923]
      F1 of the sets most alike   0.4737  [0.3635, 0.6923]
      F1 of evidence, pooled      0.4737  [0.3635, 0.6923]
      Alpha with Jaccard         -0.2222  [-0.3889, -0.0556]
      Alpha with MASI            -0.2222  [-0.3889, -0.0556]

    The same label, by evidence
                                       the
                                      same
                             pairs   label  interval
      evidence in common         9  0.8889  [0.6659, 1.0000]
      other evidence            10  0.8000  [0.3333, 1.0000]
      evidence of one alone      2  0.0000

    Evidence against adjudications
      Precision  0.8000  [0.6667, 1.0000]
      Recall     1.0000

    Most disputed claims
      - 11: SUPPORTS ann; REFUTES bob (a tie, adjudicated SUPPORTS)
      - 2: SUPPORTS ann, bob; REFUTES cy\\u{1b}[31m
      - 6: NOT ENOUGH INFO ann, cy\\u{1b}[31m; SUPPORTS bob (adjudicated NOT ENOUGH INFO)

    Left out
      - 2 adjudications, which settle what annotators disagree about
      - of the evidence: 6 annotations, NOT ENOUGH INFO without evidence
      - of the evidence: 1 annotation, the only one of its claim with evidence

    Notes
      - Ordinal: REFUTES < NOT ENOUGH INFO < SUPPORTS, so that SUPPORTS beside REFUTES is worse than
        either beside NOT ENOUGH INFO.
      - In brackets: where the figure probably lies, 95 % of 200 resamples of the claims; for shares of
        labels and of annotators Wilson's interval.
    "
  `);
});

test('prints Markdown in which names do nothing', async () => {
  const cwd = annotated({ 'a|b': journal({ annotator: 'a|b<img>', labels: 'SRN' }), bob });
  const { exitCode, stdout } = await runCommand(
    ['agree', '--format', 'markdown', '--no-intervals', '--by', 'week'],
    { cwd },
  );
  expect(exitCode).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "<!-- claimset agree -->
    ## Agreement of 2 annotators on 3 claims

    6 labels (2 a claim) in 3 pairs, from \`claims/annotations/a|b.jsonl\` and 1 other journal.

    ### Labels

    | figure | value | interval |
    |---|---|---|
    | Observed agreement | 0.3333 |  |
    | Krippendorff's alpha | 0.0909 |  |
    | Krippendorff's alpha, ordinal | 0.1944 |  |
    | Cohen's kappa | 0.0000 |  |
    | Cohen's kappa, mean of pairs | 0.0000 |  |
    | Scott's pi | -0.0909 |  |
    | Fleiss' kappa | -0.0909 |  |
    | Gwet's AC1 | 0.0400 |  |
    | Bennett's S | 0.0000 |  |

    ### Be careful

    - Only 3 claims have two or more annotators. With fewer than 30 the figures, and their intervals too, say little.

    ### Each label against the others

    |  | given | share | interval | alpha | interval |
    |---|---|---|---|---|---|
    | SUPPORTS | 3 | 0.5000 | [0.1876, 0.8124] | 0.4444 |  |
    | REFUTES | 2 | 0.3333 | [0.0968, 0.7000] | -0.2500 |  |
    | NOT ENOUGH INFO | 1 | 0.1667 | [0.0301, 0.5635] | 0.0000 |  |

    ### Who says what

    In rows what \`a|b<img>\` says, in columns \`bob\`.

    |  | SUPPORTS | REFUTES | NOT ENOUGH INFO |
    |---|---|---|---|
    | SUPPORTS | 1 100 % | 0   0 % | 0   0 % |
    | REFUTES | 1 100 % | 0   0 % | 0   0 % |
    | NOT ENOUGH INFO | 0   0 % | 1 100 % | 0   0 % |

    ### Evidence

    2 claims with evidence of two or more of 2 annotators, 2 pairs.

    | figure | value | interval |
    |---|---|---|
    | A set in common | 1.0000 |  |
    | A set within a set | 1.0000 |  |
    | F1 of the sets most alike | 1.0000 |  |
    | F1 of evidence, pooled | 1.0000 |  |
    | Alpha with Jaccard | – |  |
    | Alpha with MASI | – |  |

    – Alpha with Jaccard; Alpha with MASI: All cite the same evidence for all claims: no disagreement is expected, and alpha is not defined.

    ### The same label, by evidence

    |  | pairs | the same label | interval |
    |---|---|---|---|
    | evidence in common | 2 | 0.5000 |  |
    | evidence of one alone | 1 | 0.0000 |  |

    ### By week

    | week | from | claims | observed | alpha | interval |
    |---|---|---|---|---|---|
    | 2025-W01 | 2024-12-30 | 3 | 0.3333 | 0.0909 |  |

    ### Most disputed claims

    - \`2\`: SUPPORTS \`bob\`; REFUTES \`a|b<img>\` (a tie)
    - \`3\`: REFUTES \`bob\`; NOT ENOUGH INFO \`a|b<img>\` (a tie)

    ### Left out

    - 9 claims with one annotation, which there is nothing to compare with
    - of the evidence: 3 annotations, NOT ENOUGH INFO without evidence
    - of the evidence: 8 annotations, the only one of its claim with evidence

    ### Notes

    - Ordinal: REFUTES &lt; NOT ENOUGH INFO &lt; SUPPORTS, so that SUPPORTS beside REFUTES is worse than either beside NOT ENOUGH INFO.
    - Bennett's S is here the same number as Randolph's free-marginal kappa.
    - In brackets: where a share probably lies, Wilson's interval for 95 %.
    "
  `);
});

test('prints all of it as JSON', async () => {
  const { exitCode, stdout } = await runCommand(
    [
      'agree',
      '--json',
      '--by',
      'week',
      '--since',
      '2025-01-02',
      '--until',
      '2025-01-11',
      '--annotator',
      'ann',
      '--annotator',
      'bob',
      '--resamples',
      '50',
    ],
    { cwd: annotated() },
  );
  expect(exitCode).toBe(0);
  const json = JSON.parse(stdout);
  expect(json).toMatchObject({
    unreadable: 0,
    restriction: { annotators: ['ann', 'bob'], since: '2025-01-02', until: '2025-01-11' },
    resampling: { resamples: 50, confidence: 0.95, seed: 1 },
    leftOut: [
      { id: 'otherDays', count: 5 },
      { id: 'otherAnnotators', count: 5 },
    ],
    labels: { claims: 10, annotators: 2 },
    weeks: [
      { id: '2025-W01', from: '2024-12-30', claims: 4, observed: { value: 1 } },
      { id: '2025-W02', from: '2025-01-06', claims: 6 },
    ],
  });
  expect(json.journals).toContain('claims/annotations/ann.jsonl');
});

test('fails under a figure, and where it is not defined', async () => {
  const { exitCode, stderr } = await runCommand(
    [
      'agree',
      '--no-intervals',
      '--fail-under',
      'observed=0.5,kappa=0',
      '--fail-under',
      'evidenceStrict=0.9,alpha:REFUTES=-1',
    ],
    { cwd: annotated() },
  );
  expect(exitCode).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "error: Cohen's kappa (kappa) should be at least 0, and is not defined: Defined for two annotators, and there are 3. Look at that of each pair, and at the mean of these.
    error: A set in common (evidenceStrict) should be at least 0.9, and is 0.4737.
    "
  `);
});

test('reads what is readable, and tells what is not', async () => {
  const cwd = annotated({
    ann,
    bob: ['nonsense', ...bob, '{"claim":1,"annotator":"bob","label":"Supported"}'],
  });
  const { exitCode, stdout, stderr } = await runCommand(['agree', '--no-intervals'], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('2 lines of the journals that are no annotations');
  expect(stderr).toContain('file/json-syntax');
  expect(stderr).toContain('schema/unknown-label');
  expect(stderr).toContain('2 of 26 lines are no annotations and count for nothing.');
});

test('shows as many disputed claims as are asked for', async () => {
  const shown = async (...args: string[]): Promise<string> =>
    (await runCommand(['agree', '--no-intervals', ...args], { cwd: annotated() })).stdout;
  expect((await shown('--show', '1')).match(/\(a tie/g)).toHaveLength(1);
  expect(await shown('--show', '1')).toMatch(/Most disputed claims \(1 of \d+\)/);
  expect(await shown('--show', '0', '--format', 'markdown')).not.toContain('disputed');
});

test('tells of a few broken lines, and counts the others', async () => {
  const cwd = annotated({ ann: [...ann, ...Array.from({ length: 50 }, () => '[')], bob });
  const { exitCode, stderr } = await runCommand(['agree', '--no-intervals'], { cwd });
  expect(exitCode).toBe(1);
  expect(stderr.match(/file\/json-syntax/g)).toHaveLength(20);
  expect(stderr).toContain('50 of 74 lines are no annotations');
});

test('reads journals and folders that are named', async () => {
  const cwd = smallDataset();
  writeInto(cwd, 'said/ann.jsonl', ann);
  writeInto(cwd, 'said/bob.jsonl', bob);
  const plain = await runCommand(['agree', 'said/ann.jsonl', 'said/bob.jsonl', 'said', '--no-intervals'], {
    cwd,
  });
  expect(plain).toMatchObject({ exitCode: 0, stderr: '' });
  expect(plain.stdout).toContain('Agreement of 2 annotators on 12 claims');
  // Of a dataset folder only what lies in a folder of annotations is a journal.
  const other = annotated();
  const named = await runCommand(['agree', other, '--no-intervals'], { cwd });
  expect(named.stdout).toContain('Agreement of 3 annotators on 12 claims');
  expect(named.stdout).toMatch(/\band\s+3\s+other\s+journals\./);
});

test('says what to do where there are no annotations, or none to compare', async () => {
  const none = await runCommand(['agree'], { cwd: annotated({}) });
  expect(none).toMatchObject({ exitCode: 2, stdout: '' });
  expect(none.stderr).toContain('NO_ANNOTATIONS');
  const single = await runCommand(['agree'], { cwd: annotated({ ann }) });
  expect(single.exitCode).toBe(2);
  expect(single.stderr).toContain('Let a second person annotate');
  expect(single.stdout).toContain('– No claim has labels of two annotators.');
  const narrow = await runCommand(['agree', '--annotator', 'ann'], { cwd: annotated() });
  expect(narrow.exitCode).toBe(2);
  expect(narrow.stderr).toContain('among those that were asked for. Name more annotators, or more days.');
});

test.each<[readonly string[], string]>([
  [['--fail-under', 'alpa=1'], 'There is no figure "alpa". There are observed, alpha,'],
  [['--fail-under', 'alpha'], 'Write it like alpha=0.67'],
  [
    ['--annotator', 'ann', '--annotator', 'lead'],
    'nobody called "lead". There are "ann", "bob", "cy\\u001b[31m".',
  ],
  [['--since', '2025-02-30'], 'Write a day like 2025-03-01.'],
  [['--until', 'May'], 'Write a day like 2025-03-01.'],
  [['--since', '2025-02-03', '--until', '2025-02-02'], 'No day is from 2025-02-03 on and up to 2025-02-02.'],
  [['--by', 'moon'], 'Allowed choices are week'],
  [['--resamples', '0'], 'Give a whole number of resamples'],
  [['--confidence', '1'], 'Give a number between 0 and 1'],
  [['nowhere'], 'FILE_NOT_FOUND'],
  [['-C', '.', 'claims'], 'not both'],
])('refuses %j', async (args, message) => {
  const { exitCode, stdout, stderr } = await runCommand(['agree', ...args], { cwd: annotated() });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
});
