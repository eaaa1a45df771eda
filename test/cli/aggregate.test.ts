import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { claimLine, claimsPath, lines, smallDataset, writeInto } from './small-dataset.ts';

const at = (sentence: number): string => `A town_sentence_${sentence}`;

/** A line of a journal. */
const says = (
  annotator: string,
  claim: string | number,
  label: string,
  evidence: string[][] = [],
  more = {},
) => JSON.stringify({ claim, annotator, label, evidence, at: '2026-07-01T10:00:00Z', ...more });

/** A dataset folder with journals, one by annotator. */
function annotated(claims: string, journal: readonly string[]): string {
  return smallDataset({ [claimsPath]: claims, 'claims/annotations/all.jsonl': lines(...journal) });
}

const journal = [
  says('ann', 1, 'SUPPORTS', [[at(0)]]),
  says('bob', 1, 'SUPPORTS', [[at(0)]]),
  says('ann', 2, 'REFUTES', [[at(1)]]),
  says('bob', 2, 'REFUTES', [[at(2)], [at(1)]]),
  says('eve', 2, 'SUPPORTS', [[at(0)]]),
  says('ann', 3, 'REFUTES', [[at(1)]]),
  says('bob', 3, 'NOT ENOUGH INFO'),
  says('ann', 4, 'SUPPORTS', [[at(0)]]),
  says('ann', 5, 'SUPPORTS', [[at(0)]]),
  says('bob', 5, 'SUPPORTS', [[at(0)]]),
  says('boss', 5, 'REFUTES', [[at(2), at(1)]], { adjudication: true }),
];
const claims = lines(...[1, 2, 3, 4, 5].map((id) => claimLine(id)));

const read = (cwd: string): string => readFileSync(join(cwd, claimsPath), 'utf8');

describe('claimset aggregate', () => {
  test('a claim without label moves to the file beside, and a dropped one is not missed', async () => {
    const cwd = smallDataset({
      [claimsPath]: lines(claimLine(1), claimLine(3)),
      'claims/unlabelled/a.jsonl': lines('{"id":2,"claim":"A town is old."}', '{"id":4,"claim":"It is."}'),
      'claims/annotations/all.jsonl': lines(
        says('ann', 2, 'SUPPORTS', [[at(0)]]),
        says('bob', 2, 'SUPPORTS', [[at(0)]]),
        says('ann', 9, 'SUPPORTS', [[at(0)]]),
        says('bob', 9, 'SUPPORTS', [[at(0)]]),
        `{"event":"drop","claim":9,"annotator":"ann","at":"2026-07-01T10:00:00Z","reason":"ambiguous-claim","file":"a.jsonl","record":${claimLine(9)}}`,
      ),
    });
    const { exitCode, stderr } = await runCommand(['aggregate', '--write'], { cwd });
    expect([exitCode, stderr]).toMatchInlineSnapshot(`
      [
        0,
        "written claims/a.jsonl, claims/unlabelled/a.jsonl
      ",
      ]
    `);
    expect(readFileSync(join(cwd, 'claims/unlabelled/a.jsonl'), 'utf8')).toBe('{"id":4,"claim":"It is."}\n');
    expect(
      read(cwd)
        .split('\n')
        .map((line) => line.slice(0, 57)),
    ).toMatchInlineSnapshot(`
      [
        "{"id":1,"claim":"The town of 1 lies on a river.","label":",
        "{"id":2,"claim":"A town is old.","label":"SUPPORTS","evid",
        "{"id":3,"claim":"The town of 3 lies on a river.","label":",
        "",
      ]
    `);
  });

  test('shows what would change, and writes nothing', async () => {
    const cwd = annotated(claims, journal);
    const { exitCode, stdout, stderr } = await runCommand(['aggregate'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "5 annotated claims, 3 annotators: 2 decided by majority, 1 adjudicated, 2 undecided
      to be changed: 2 labels, the evidence of 2 claims, the provenance of 3

      Would change
        claim  was       label    votes     confidence  by            evidence
        2      SUPPORTS  REFUTES  S 1, R 2        0.67  majority      2 sets
        5      SUPPORTS  REFUTES  S 2                –  adjudication  1 set

      Undecided, left as they are
        claim  why                  votes
        3      tie                  R 1, N 1
        4      too few annotations  S 1
      "
    `);
    expect(stderr).toBe('Nothing was written: this is what --write would change.\n');
    expect(read(cwd)).toBe(claims);
    expect((await runCommand(['aggregate', '--fail-on-undecided'], { cwd })).exitCode).toBe(1);
  });

  test('--write changes label, evidence and provenance, once, and nothing else', async () => {
    const cwd = annotated(claims, journal);
    const { exitCode, stderr } = await runCommand(['aggregate', '--write'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'written claims/a.jsonl\n' });
    const [first, second, third, fourth, fifth] = read(cwd).trimEnd().split('\n');
    const provenance = { method: 'majority', votes: { SUPPORTS: 2 }, annotators: 2, confidence: 1 };
    expect(first).toBe(claimLine(1, { aggregation: provenance }));
    expect(second).toBe(
      claimLine(2, {
        label: 'REFUTES',
        evidence: [[at(1)], [at(2)]],
        aggregation: {
          method: 'majority',
          votes: { SUPPORTS: 1, REFUTES: 2 },
          annotators: 3,
          confidence: 0.6667,
        },
      }),
    );
    expect([third, fourth]).toEqual([claimLine(3), claimLine(4)]);
    expect(fifth).toBe(
      claimLine(5, {
        label: 'REFUTES',
        evidence: [[at(2), at(1)]],
        aggregation: { method: 'adjudication', votes: { SUPPORTS: 2 }, annotators: 2 },
      }),
    );
    expect(read(cwd)).not.toMatch(/"(?:ann|bob|boss)"/);
    const after = read(cwd);
    expect((await runCommand(['aggregate', '--write'], { cwd })).stderr).toBe(
      'Nothing was written: the claims say all that already.\n',
    );
    expect(read(cwd)).toBe(after);
  });

  test('a line keeps its form; label and evidence may still be missing', async () => {
    const before = [
      `\uFEFF{ "id" : 1, "label":"REFUTES" , "claim": "One \\u0041.", "evidence": [["${at(0)}"]] , "note":1.50 } `,
      '',
      '{"id":"2","claim":"Two."}',
      claimLine(7),
    ].join('\r\n');
    const cwd = annotated(before, journal.slice(0, 5));
    expect((await runCommand(['aggregate', '--write'], { cwd })).exitCode).toBe(0);
    const one = '"aggregation":{"method":"majority","votes":{"SUPPORTS":2},"annotators":2,"confidence":1}';
    const two =
      '"aggregation":{"method":"majority","votes":{"SUPPORTS":1,"REFUTES":2},"annotators":3,"confidence":0.6667}';
    expect(read(cwd)).toBe(
      before
        .replace('"REFUTES"', '"SUPPORTS"')
        .replace('1.50 }', `1.50,${one} }`)
        .replace('"Two."', `"Two.","label":"REFUTES","evidence":[["${at(1)}"],["${at(2)}"]],${two}`),
    );
  });

  test('-o writes the records that would change', async () => {
    const cwd = annotated(claims, journal);
    const { exitCode, stderr } = await runCommand(['aggregate', '-o', 'changed.jsonl'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'written changed.jsonl\n' });
    expect(read(cwd)).toBe(claims);
    const written = readFileSync(join(cwd, 'changed.jsonl'), 'utf8');
    await runCommand(['aggregate', '--write'], { cwd });
    expect(written.trimEnd().split('\n')).toEqual(
      read(cwd)
        .split('\n')
        .filter((line) => line.includes('aggregation')),
    );
    const again = await runCommand(['aggregate', '-o', 'changed.jsonl'], { cwd });
    expect(again).toMatchObject({ exitCode: 2, stdout: '' });
    expect(again.stderr).toContain('replace it with --force');
    expect((await runCommand(['aggregate', '-o', 'changed.jsonl', '--force'], { cwd })).exitCode).toBe(0);
    const onClaims = await runCommand(['aggregate', '-o', claimsPath, '--force'], { cwd });
    expect(onClaims).toMatchObject({ exitCode: 2, stdout: '' });
    expect((await runCommand(['aggregate', '-o', 'b.jsonl', '--write'], { cwd })).exitCode).toBe(2);
    expect(existsSync(join(cwd, 'b.jsonl'))).toBe(false);
  });

  test.each([
    ['--min-annotations', '3', [null, 'REFUTES', null, null, 'REFUTES']],
    ['--min-confidence', '0.7', ['SUPPORTS', null, null, null, 'REFUTES']],
    ['--min-annotations', '1', ['SUPPORTS', 'REFUTES', null, 'SUPPORTS', 'REFUTES']],
  ])('%s %s', async (option, value, labels) => {
    const cwd = annotated(claims, journal);
    const { stdout } = await runCommand(['aggregate', option, value, '--json'], { cwd });
    const found = JSON.parse(stdout) as { claims: { label: string | null }[] };
    expect(found.claims.map(({ label }) => label)).toEqual(labels);
  });

  test.each([
    ['--min-annotations', '0'],
    ['--min-confidence', '1.5'],
    ['--method', 'coin'],
  ])('%s %s is refused', async (...option) => {
    expect((await runCommand(['aggregate', ...option], { cwd: annotated(claims, journal) })).exitCode).toBe(
      2,
    );
  });

  test('a model says beside the majority what it thinks, and is not trusted with little', async () => {
    const cwd = annotated(claims, journal);
    const { exitCode, stdout, stderr } = await runCommand(
      ['aggregate', '--method', 'dawid-skene', '--write', '--json'],
      { cwd },
    );
    expect(exitCode).toBe(1);
    const { written, caution, claims: found } = JSON.parse(stdout);
    expect({ written, majority: found[1].majority, method: found[1].method }).toEqual({
      written: false,
      majority: 'REFUTES',
      method: 'dawid-skene',
    });
    expect(caution).toContain('there are 4 and 3');
    expect(stderr).toContain(`warning: ${caution}\nNothing was written: the model is not to be trusted`);
    expect(read(cwd)).toBe(claims);
    const text = await runCommand(['aggregate', '--method', 'mace'], { cwd });
    expect(text.stdout).toMatch(/MACE says something else than the majority, or decides a tie, for \d claim/);
    expect(text.stdout).toContain('majority');
  });

  test('annotators are named only when asked for', async () => {
    const cwd = annotated(claims, [...journal, says('\u001b[2Jeve', 1, 'SUPPORTS', [[at(0)]])]);
    for (const form of [[], ['--json']]) {
      const plain = await runCommand(['aggregate', ...form], { cwd });
      expect(plain.stdout + plain.stderr).not.toMatch(/ann\b|bob|eve/);
    }
    const { stdout } = await runCommand(['aggregate', '--quality'], { cwd });
    expect(stdout).toContain('for those who lead them and not for one another');
    expect(stdout).toContain('\\u{1b}[2Jeve');
    expect(stdout).not.toContain('\u001b');
    const json = JSON.parse((await runCommand(['aggregate', '--quality', '--json'], { cwd })).stdout);
    expect(json.quality.map(({ annotator }: { annotator: string }) => annotator)).toEqual([
      '\u001b[2Jeve',
      'ann',
      'bob',
      'eve',
    ]);
  });

  test('what cannot be done is told, the rest is done', async () => {
    const text = lines(
      claimLine(1),
      claimLine(2),
      claimLine('2'),
      '{"id":',
      claimLine(3, { aggregation: 'mine' }),
    );
    const cwd = annotated(text, [...journal, says('ann', 'x\u001b', 'NOT ENOUGH INFO')]);
    const { exitCode, stderr } = await runCommand(['aggregate', '--write'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "error: 1 line left out that no claim could be read from: see \`claimset validate\`.
      error: 3 annotated claims not in the dataset: 4, 5, x\\u{1b}.
      error: 1 id that several claims have, which are left as they are: 2.
      error: 1 claim with a key "aggregation" that claimset did not write, left as they are: 3.
      written claims/a.jsonl
      "
    `);
    const [first, ...rest] = read(cwd).split('\n');
    expect(first).toContain('"aggregation"');
    expect(rest).toEqual(text.split('\n').slice(1));
  });

  test('a journal with a line that cannot be read decides nothing', async () => {
    const cwd = annotated(claims, [...journal, '{"claim":']);
    for (const option of ['--write', '--output=changed.jsonl']) {
      const { exitCode, stderr } = await runCommand(['aggregate', option], { cwd });
      expect(exitCode).toBe(1);
      expect(stderr).toContain('error: No annotation could be read from 1 line of the journals.');
      expect(stderr).toContain('Nothing was written: what the journals say on the lines');
    }
    expect(read(cwd)).toBe(claims);
    expect(existsSync(join(cwd, 'changed.jsonl'))).toBe(false);
  });

  test('votes do not overrule an adjudication that the journals have lost', async () => {
    const cwd = annotated(claims, journal);
    await runCommand(['aggregate', '--write'], { cwd });
    const settled = read(cwd);
    writeInto(cwd, 'claims/annotations/all.jsonl', journal.slice(0, -1));
    const { exitCode, stderr } = await runCommand(['aggregate', '--write'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'error: 1 claim decided by an adjudication that the journals do not have, left as they are: 5. Restore it,',
    );
    expect(read(cwd)).toBe(settled);
  });

  test('a dataset without annotations says where they would be', async () => {
    const { exitCode, stderr } = await runCommand(['aggregate'], {
      cwd: smallDataset({ [claimsPath]: claims }),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('claims/annotations');
  });

  test('a file with bytes that are not UTF-8 is left alone', async () => {
    const cwd = annotated(claims, journal);
    const bytes = Buffer.concat([Buffer.from(claims), Buffer.from([0x7b, 0xff, 0x7d, 0x0a])]);
    writeFileSync(join(cwd, claimsPath), bytes);
    expect((await runCommand(['aggregate', '--write'], { cwd })).exitCode).toBe(1);
    expect(readFileSync(join(cwd, claimsPath)).equals(bytes)).toBe(true);
  });
});
