import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, lines, smallDataset, writeInto } from './small-dataset.ts';

const leak = (cwd: string, ...args: readonly string[]) => runCommand(['leak', ...args], { cwd });

/** A claim of FEVER that cites a sentence. */
const fever = (id: number, claim: string, label: string, page = 'Page', sentence = id): string =>
  JSON.stringify({ id, verifiable: 'VERIFIABLE', label, claim, evidence: [[[id, id, page, sentence]]] });

/** Files of two splits that have one leak or repetition of each kind that FEVER can have. */
function leakyFiles(): string {
  const cwd = temporaryFolder();
  writeInto(cwd, 'train.jsonl', [
    fever(1, 'The war ended in 1994.', 'SUPPORTS'),
    fever(2, 'The army took the old town of Shusha in May.', 'SUPPORTS'),
    fever(3, 'Ada was a mathematician.', 'SUPPORTS', 'Ada_Lovelace', 1),
    fever(4, 'Bees make honey.', 'SUPPORTS', 'Bee', 4),
    fever(5, 'bees make honey', 'SUPPORTS', 'Bee', 5),
  ]);
  writeInto(cwd, 'dev.jsonl', [
    fever(11, 'the war ended in 1994', 'REFUTES'),
    fever(12, 'The army took the old town of Shusha in June.', 'REFUTES'),
    fever(13, 'Lovelace wrote programs.', 'SUPPORTS', 'Ada_Lovelace', 1),
  ]);
  return cwd;
}

describe('claimset leak', () => {
  test('tells what files share, what repeats and contradicts, and where', async () => {
    const { exitCode, stdout, stderr } = await leak(leakyFiles(), 'train.jsonl', 'dev.jsonl', '--show', '1');
    expect(exitCode).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "8 claims: train 5, dev 3
      near-duplicates: Jaccard similarity of their words at least 0.8

                                                  shared    shared   shared
        between      duplicates  near-duplicates  source  evidence  article
        train – dev           1                1       0         1        2
        allowed               0                0       0         0      any

        in a split or not                  texts  claims  allowed
        repeated claims                        1       2        0
        contradictions                         1       2        0
        near-duplicates with other labels      1              any

      duplicate claims
        train.jsonl:1 1 SUPPORTS  The war ended in 1994.
        dev.jsonl:1 11 REFUTES    the war ended in 1994

      near-duplicates
        similarity 0.80
        train.jsonl:2 2 SUPPORTS  The army took the old town of Shusha in May.
        dev.jsonl:2 12 REFUTES    The army took the old town of Shusha in June.

      shared evidence
        Ada Lovelace_sentence_1
        train.jsonl:3 3 SUPPORTS  Ada was a mathematician.
        dev.jsonl:3 13 SUPPORTS   Lovelace wrote programs.

      shared articles 1 of 2
        Page
        train.jsonl:1 1 SUPPORTS  The war ended in 1994.
        dev.jsonl:1 11 REFUTES    the war ended in 1994

      repeated claims
        train.jsonl:4 4 SUPPORTS  Bees make honey.
        train.jsonl:5 5 SUPPORTS  bees make honey

      contradictions
        train.jsonl:1 1 SUPPORTS  The war ended in 1994.
        dev.jsonl:1 11 REFUTES    the war ended in 1994

      near-duplicates with other labels
        similarity 0.80
        train.jsonl:2 2 SUPPORTS  The army took the old town of Shusha in May.
        dev.jsonl:2 12 REFUTES    The army took the old town of Shusha in June.
      "
    `);
    expect(stderr).toMatchInlineSnapshot(`
      "error: duplicate claims: 1, over the budget of 0 (--max duplicates or leak.maxDuplicates)
      error: near-duplicates: 1, over the budget of 0 (--max near-duplicates or leak.maxNearDuplicates)
      error: shared evidence: 1, over the budget of 0 (--max shared-evidence or leak.maxSharedEvidence)
      error: repeated claims: 1, over the budget of 0 (--max repeated or leak.maxRepeated)
      error: contradictions: 1, over the budget of 0 (--max contradictions or leak.maxContradictions)
      "
    `);
  });

  test('--json has the same as data', async () => {
    const { exitCode, stdout } = await leak(
      leakyFiles(),
      'train.jsonl',
      'dev.jsonl',
      '--json',
      '--show',
      '1',
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      claims: 8,
      splits: [
        { split: 'train', claims: 5 },
        { split: 'dev', claims: 3 },
      ],
      nearDuplicate: { threshold: 0.8, shingles: { unit: 'words', n: 1 }, minHash: null },
      between: [
        { splits: ['train', 'dev'], counts: { duplicates: 1, nearDuplicates: 1, sharedEvidence: 1 } },
      ],
      figures: {
        contradictions: {
          count: 1,
          claims: 2,
          allowed: 0,
          findings: [
            {
              kind: 'contradictions',
              claims: [
                { id: 1, split: 'train', label: 'SUPPORTS', file: 'train.jsonl', line: 1 },
                { id: 11, split: 'dev', label: 'REFUTES', file: 'dev.jsonl', line: 1 },
              ],
              shared: 'the war ended in 1994',
              similarity: null,
            },
          ],
        },
        nearContradictions: { count: 1, allowed: null },
      },
    });
  });

  test('budgets of the command line', async () => {
    const cwd = leakyFiles();
    const all = 'duplicates=1,near-duplicates=1,shared-evidence=all,repeated=1,contradictions=1';
    expect(await leak(cwd, 'train.jsonl', 'dev.jsonl', '--max', all)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    const less = await leak(
      cwd,
      'train.jsonl',
      'dev.jsonl',
      '--max',
      all,
      '--max',
      'shared-article=0,repeated=0',
    );
    expect(less.exitCode).toBe(1);
    expect(less.stderr).toMatchInlineSnapshot(`
      "error: shared articles: 2, over the budget of 0 (--max shared-article or leak.maxSharedArticle)
      error: repeated claims: 1, over the budget of 0 (--max repeated or leak.maxRepeated)
      "
    `);
  });

  test('a dataset folder has its splits from the lock and its budgets from its settings', async () => {
    const folder = smallDataset({
      'claims/a.jsonl': lines(claimLine(1), claimLine(2, { claim: 'Its bridges are old.' })),
      'splits.lock.json': JSON.stringify({
        ...{ version: 1, seed: 0, ratios: { train: 0.8, dev: 0.2 }, nearDuplicate: 0.8 },
        splits: [
          [1, 'train'],
          [2, 'dev'],
        ],
      }),
    });
    const strict = await leak(folder, '--json');
    expect(JSON.parse(strict.stdout).figures.sharedEvidence).toMatchObject({ count: 1, allowed: 0 });
    expect(strict.exitCode).toBe(1);
    writeInto(folder, 'claimset.config.json', JSON.stringify({ leak: { maxSharedEvidence: 'all' } }));
    expect((await leak(folder)).exitCode).toBe(0);
    expect((await leak(folder, '--max', 'shared-evidence=0')).exitCode).toBe(1);
  });

  test('one file whose claims name their splits, and one whose claims name none', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'all.jsonl', [claimLine(1, { split: 'train' }), claimLine(1, { id: 2, split: 'dev' })]);
    writeInto(cwd, 'plain.jsonl', [claimLine(1), claimLine(1, { id: 2 })]);
    const named = JSON.parse((await leak(cwd, 'all.jsonl', '--json')).stdout);
    expect(named.between).toMatchObject([{ splits: ['train', 'dev'], counts: { duplicates: 1 } }]);
    const plain = await leak(cwd, 'plain.jsonl');
    expect(plain.stdout).toContain('There are no two splits');
    expect(plain.stderr).toBe(
      'error: repeated claims: 1, over the budget of 0 (--max repeated or leak.maxRepeated)\n',
    );
  });

  test('a claim names the split that it was made from', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'train.jsonl', [claimLine('m', { claim: 'One.', source: 'o', evidence: [] })]);
    writeInto(cwd, 'test.jsonl', [claimLine('o', { claim: 'Two three.', evidence: [] })]);
    const { stdout } = await leak(cwd, 'train.jsonl', 'test.jsonl');
    expect(stdout).toContain('shared sources\n  o\n');
  });

  test('names of splits: of files, of folders where files are called alike, or as they are given', async () => {
    const cwd = temporaryFolder();
    for (const file of ['a/dev.jsonl', 'b/dev.jsonl']) writeInto(cwd, file, [claimLine(1)]);
    const splitsOf = async (...args: string[]) =>
      JSON.parse((await leak(cwd, ...args, '--json')).stdout).splits;
    expect(await splitsOf('a/dev.jsonl', 'b/dev.jsonl')).toMatchObject([
      { split: 'a/dev' },
      { split: 'b/dev' },
    ]);
    expect(await splitsOf('old=a/dev.jsonl', 'new=b')).toMatchObject([{ split: 'old' }, { split: 'new' }]);
    for (const args of [
      ['a/dev.jsonl', './a/dev.jsonl'],
      ['x=a/dev.jsonl', 'y=a/dev.jsonl'],
      ['-', 'x=-'],
    ])
      expect((await leak(cwd, ...args)).stderr).toMatch(/is named twice\. \(USAGE\)/);
    expect((await leak(cwd, 'x=a/dev.jsonl', 'x=b/dev.jsonl')).stderr).toContain(
      'Two splits would be called "x". Name them: a=a/dev.jsonl b=b/dev.jsonl',
    );
  });

  test('evidence that files carry as texts is shared where the texts are the same', async () => {
    const cwd = temporaryFolder();
    const pair = (id: string, claim: string, label: string, evidence: string, page = 'Bee') =>
      JSON.stringify({ unique_id: id, case_id: id, label, claim, evidence, page });
    writeInto(cwd, 'train.jsonl', [
      pair('5', 'Nobody knows.', 'SUPPORTS', 'No title.', ''),
      pair('1', 'Bees make wax.', 'SUPPORTS', 'Bees make wax and honey.'),
      pair('2', 'Bees make wax.', 'REFUTES', 'Bees make nothing but honey.'),
    ]);
    writeInto(cwd, 'test.jsonl', [
      pair('3', 'Honey is old.', 'SUPPORTS', 'Honey is old.', ''),
      pair('4', 'Wax and honey are made.', 'SUPPORTS', 'Bees make wax and honey.'),
    ]);
    const audit = JSON.parse((await leak(cwd, 'train.jsonl', 'test.jsonl', '--json')).stdout);
    // The title of texts without one, VitaminC, is no article.
    expect(audit.between[0].counts).toMatchObject({ sharedEvidence: 1, sharedArticle: 1 });
    expect(audit.figures.contradictions.count).toBe(0);
    const strict = JSON.parse((await leak(cwd, 'train.jsonl', '--no-by-evidence', '--json')).stdout);
    expect(strict.figures.contradictions.count).toBe(1);
  });

  test('records of a list are told by their number, and packed files are read', async () => {
    const cwd = temporaryFolder();
    const hover = (uid: string, claim: string) => ({
      ...{ uid, claim, label: 'SUPPORTED', supporting_facts: [['A', 1]], num_hops: 2, hpqa_id: uid },
    });
    writeInto(
      cwd,
      'dev.json',
      JSON.stringify([hover('a', 'Same.'), hover('b', 'Other words.'), hover('c', 'same')]),
    );
    const [finding] = JSON.parse((await leak(cwd, 'dev.json', '--json')).stdout).figures.repeated.findings;
    expect(finding.claims).toMatchObject([
      { file: 'dev.json', line: null, record: 1 },
      { line: null, record: 3 },
    ]);
    writeFileSync(join(cwd, 'train.jsonl.gz'), gzipSync(`${claimLine(1)}\n${claimLine(1)}\n`));
    const packed = JSON.parse((await leak(cwd, 'train.jsonl.gz', '--json')).stdout);
    expect(packed.figures.repeated.findings[0].claims[1]).toMatchObject({
      file: 'train.jsonl.gz',
      split: 'train',
      line: 2,
    });
  });

  test('-o writes all findings: a table without formulas, or JSON Lines', async () => {
    const cwd = temporaryFolder();
    const formula = (id: string) => claimLine(id, { claim: '=1+1 is "two", they say' });
    writeInto(cwd, 'train.jsonl', [formula('@a'), formula('+b'), formula('-c')]);
    await leak(cwd, 'train.jsonl', '-o', 'found.csv', '--show', '0');
    expect(readFileSync(join(cwd, 'found.csv'), 'utf8')).toMatchInlineSnapshot(`
      "kind,similarity,shared,split_1,id_1,label_1,file_1,line_1,record_1,claim_1,split_2,id_2,label_2,file_2,line_2,record_2,claim_2
      repeated,,'=1+1 is two they say,train,'@a,SUPPORTS,train.jsonl,1,1,"'=1+1 is ""two"", they say",train,'+b,SUPPORTS,train.jsonl,2,2,"'=1+1 is ""two"", they say"
      repeated,,'=1+1 is two they say,train,'@a,SUPPORTS,train.jsonl,1,1,"'=1+1 is ""two"", they say",train,'-c,SUPPORTS,train.jsonl,3,3,"'=1+1 is ""two"", they say"
      "
    `);
    await leak(cwd, 'train.jsonl', '-o', 'found.jsonl', '--show', '0');
    const found = readFileSync(join(cwd, 'found.jsonl'), 'utf8').trim().split('\n');
    expect(found.map((line) => JSON.parse(line).claims[1].id)).toEqual(['+b', '-c']);
    expect(await leak(cwd, 'train.jsonl', '-o', 'found.xlsx')).toMatchObject({ exitCode: 2 });
    expect(readdirSync(cwd).sort()).toEqual(['found.csv', 'found.jsonl', 'train.jsonl']);
  });

  test('-o replaces no file that somebody may want', async () => {
    const cwd = leakyFiles();
    const before = readFileSync(join(cwd, 'dev.jsonl'), 'utf8');
    const onInput = await leak(cwd, 'train.jsonl', 'dev.jsonl', '-o', 'dev.jsonl', '--force');
    expect(onInput).toMatchObject({ exitCode: 2, stdout: '' });
    expect(onInput.stderr).toContain('"dev.jsonl" is a file that is read or written already.');
    expect(readFileSync(join(cwd, 'dev.jsonl'), 'utf8')).toBe(before);
    const inFolder = await leak(cwd, '.', '-o', 'dev.jsonl', '--force');
    expect(inFolder).toMatchObject({ exitCode: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'dev.jsonl'), 'utf8')).toBe(before);
    writeFileSync(join(cwd, 'found.csv'), 'mine');
    const onOther = await leak(cwd, 'train.jsonl', 'dev.jsonl', '-o', 'found.csv');
    expect(onOther).toMatchObject({ exitCode: 2, stdout: '' });
    expect(onOther.stderr).toContain('replace it with --force');
    expect(readFileSync(join(cwd, 'found.csv'), 'utf8')).toBe('mine');
    await leak(cwd, 'train.jsonl', 'dev.jsonl', '-o', 'found.csv', '--force');
    expect(readFileSync(join(cwd, 'found.csv'), 'utf8')).toMatch(/^kind,similarity/);
  });

  test('--format markdown: what is over its budget, tables, findings in code', async () => {
    const cwd = leakyFiles();
    writeInto(cwd, 'test.jsonl', [fever(21, 'Bees | make `honey`.', 'REFUTES', 'Bee', 4)]);
    const files = ['test.jsonl', 'train.jsonl', 'dev.jsonl'];
    const args = ['--format', 'markdown', '--show', '1', '--max', 'repeated=1,near-duplicates=all'];
    const { stdout } = await leak(cwd, ...files, ...args);
    expect(stdout).toMatchInlineSnapshot(`
      "<!-- claimset leak -->
      ## Leakage of 9 claims

      \`test\` 1, \`train\` 5, \`dev\` 3. Near-duplicates: Jaccard similarity of their words at least 0.8.

      **Over budget:** duplicate claims 1, of 0 allowed; shared evidence 2, of 0 allowed; contradictions 1, of 0 allowed.

      | between | duplicates | near-duplicates | shared source | shared evidence | shared article |
      |---|---|---|---|---|---|
      | \`test\` – \`train\` | 0 | 0 | 0 | 1 | 1 |
      | \`test\` – \`dev\` | 0 | 0 | 0 | 0 | 0 |
      | \`train\` – \`dev\` | 1 | 1 | 0 | 1 | 2 |
      | all | 1 | 1 | 0 | 2 | 3 |
      | allowed | 0 | any | 0 | 0 | any |

      | in a split or not | texts | claims | allowed |
      |---|---|---|---|
      | repeated claims | 1 | 2 | 1 |
      | contradictions | 1 | 2 | 0 |
      | near-duplicates with other labels | 1 |  | any |

      ### duplicate claims

      - \`the war ended in 1994\`
        - \`train.jsonl:1\` \`1\` \`train\` \`SUPPORTS\`: \`The war ended in 1994.\`
        - \`dev.jsonl:1\` \`11\` \`dev\` \`REFUTES\`: \`the war ended in 1994\`

      ### near-duplicates

      - similarity 0.80
        - \`train.jsonl:2\` \`2\` \`train\` \`SUPPORTS\`: \`The army took the old town of Shusha in May.\`
        - \`dev.jsonl:2\` \`12\` \`dev\` \`REFUTES\`: \`The army took the old town of Shusha in June.\`

      ### shared evidence (1 of 2)

      - \`Bee_sentence_4\`
        - \`test.jsonl:1\` \`21\` \`test\` \`REFUTES\`: \`\` Bees | make \`honey\`. \`\`
        - \`train.jsonl:4\` \`4\` \`train\` \`SUPPORTS\`: \`Bees make honey.\`

      ### shared articles (1 of 3)

      - \`Bee\`
        - \`test.jsonl:1\` \`21\` \`test\` \`REFUTES\`: \`\` Bees | make \`honey\`. \`\`
        - \`train.jsonl:4\` \`4\` \`train\` \`SUPPORTS\`: \`Bees make honey.\`

      ### repeated claims

      - \`bees make honey\`
        - \`train.jsonl:4\` \`4\` \`train\` \`SUPPORTS\`: \`Bees make honey.\`
        - \`train.jsonl:5\` \`5\` \`train\` \`SUPPORTS\`: \`bees make honey\`

      ### contradictions

      - \`the war ended in 1994\`
        - \`train.jsonl:1\` \`1\` \`train\` \`SUPPORTS\`: \`The war ended in 1994.\`
        - \`dev.jsonl:1\` \`11\` \`dev\` \`REFUTES\`: \`the war ended in 1994\`

      ### near-duplicates with other labels

      - similarity 0.80
        - \`train.jsonl:2\` \`2\` \`train\` \`SUPPORTS\`: \`The army took the old town of Shusha in May.\`
        - \`dev.jsonl:2\` \`12\` \`dev\` \`REFUTES\`: \`The army took the old town of Shusha in June.\`
      "
    `);
    const within = await leak(cwd, 'dev.jsonl', '--format', 'markdown');
    expect(within.stdout).toContain('All is within its budget.\n\nThere are no two splits');
  });

  test('hostile ids, labels and claims do nothing to a terminal', async () => {
    const cwd = temporaryFolder();
    const hostile = {
      id: '__proto__',
      claim: '\u001b[31mred\u202e',
      label: 'REFUTES',
      evidence: [['constructor_sentence_0']],
    };
    writeInto(cwd, 'train.jsonl', [JSON.stringify(hostile)]);
    writeInto(cwd, 'dev.jsonl', [JSON.stringify({ ...hostile, label: 'SUPPORTS', id: '\u001b]0;x\u0007' })]);
    const { stdout, exitCode } = await leak(cwd, '__proto__=train.jsonl', 'dev.jsonl');
    expect(exitCode).toBe(1);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
    expect(stdout).toContain('__proto__');
    const json = JSON.parse((await leak(cwd, '__proto__=train.jsonl', 'dev.jsonl', '--json')).stdout);
    expect(json.between[0]).toMatchObject({
      splits: ['__proto__', 'dev'],
      counts: { duplicates: 1, sharedArticle: 1 },
    });
  });

  test('what cannot be read is told, and ends with 1', async () => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'train.jsonl', [claimLine(1), '{"id": 2', claimLine(3)]);
    const { exitCode, stdout, stderr } = await leak(cwd, 'train.jsonl', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).claims).toBe(2);
    expect(stderr).toContain('2:9  error  format/not-json');
  });

  test.each([
    [['none.jsonl'], 'none.jsonl'],
    [['empty.jsonl'], 'There are no claims to audit in "empty.jsonl"'],
    [['train.jsonl', 'empty.jsonl'], 'There are no claims to audit in "empty.jsonl"'],
    [['train.jsonl', '-'], '"<stdin>" can be read only once'],
    [['dev=trian.jsonl', 'train.jsonl'], 'There is no "trian.jsonl"'],
    [['empty.jsonl', '--max', 'leaks=3'], 'There is no "leaks". Choose of duplicates, near-duplicates'],
    [['empty.jsonl', '--max', 'duplicates'], 'Write it like duplicates=0'],
    [['empty.jsonl', '--near-duplicate', '1.1'], 'above 0, up to 1'],
    [['empty.jsonl', '--shingles', 'letters'], 'words, words:3'],
    [['train.jsonl', '--shingles', 'words:99'], 'whole number from 1 to 20'],
    [['train.jsonl', '--min-hash', '16'], 'Write it like 16x6'],
    [['train.jsonl', '--min-hash', '999x1'], '1 to 256 bands'],
  ])('%j is refused: %s', async (args, message) => {
    const cwd = temporaryFolder();
    writeInto(cwd, 'empty.jsonl', '');
    writeInto(cwd, 'train.jsonl', [claimLine(1)]);
    const { exitCode, stderr } = await leak(cwd, ...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

/** What the published files hold, measured; the claims are not copied into the project. */
const data = resolve(import.meta.dirname, '../../../shared/data');

describe.skipIf(!existsSync(data))('published data (skipped where ../shared/data is not there)', () => {
  const auditOf = async (...args: readonly string[]) => {
    const { stdout } = await leak(data, ...args, '--json', '--show', '2000');
    return JSON.parse(stdout);
  };

  test('two claims of SciFact stand in train and dev', async () => {
    const { between, figures } = await auditOf(
      'train=scifact/claims_train.jsonl',
      'dev=scifact/claims_dev.jsonl',
    );
    expect(between[0].counts).toEqual({
      duplicates: 2,
      nearDuplicates: 70,
      sharedSource: 0,
      sharedEvidence: 173,
      sharedArticle: 110,
    });
    const shared = figures.duplicates.findings.map((finding: { shared: string }) => finding.shared);
    expect(shared[0]).toBe('obesity decreases life quality');
  });

  test('of the first 5,000 claims of FEVER’s dev 57 texts are repeated, 9 with different labels', async () => {
    // Of all 19,998 it is 335 and 54 by the text itself (../shared/data/INDEX.md), 338 and 55 without case and punctuation.
    const { figures } = await auditOf('fever/dev_first5000.jsonl');
    expect(figures.repeated).toMatchObject({ count: 57, claims: 120 });
    expect(figures.contradictions).toMatchObject({ count: 9, claims: 18 });
  });

  test('198 rows of HealthVer’s dev repeat a claim with its evidence, none with another label', async () => {
    const { figures } = await auditOf('healthver/healthver_dev.csv');
    expect(figures.repeated.claims - figures.repeated.count).toBe(198);
    expect(figures.contradictions.count).toBe(0);
  });
});
