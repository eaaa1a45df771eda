import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../src/claims/journal-event.ts';
import { fingerprintOfText } from '../../src/corpus/text-fingerprint.ts';
import { AnnotationJournals } from '../../src/io/journal/annotation-journals.ts';
import { runCommand } from './run-command.ts';
import { article, articlePath, claimLine, lines, smallDataset, writeInto } from './small-dataset.ts';

/** An article of sentences, numbered in order. */
const text = (...sentences: readonly string[]): string =>
  `A town\n\nFrom Wikipedia for FEVERv2\n\n${sentences.map((one, n) => `${one} A town_sentence_${n}\n`).join('\n')}`;

const [river, bridges, cold] = ['A town lies on a river.', 'The town has two bridges.', 'The river is cold.'];

const sentence = (number: number): string => `A town_sentence_${number}`;

/** A dataset folder, the newer text of its article beside it. */
function datasetWith(newer: string, files: Readonly<Record<string, string>>): string {
  return smallDataset({ ...files, 'newer/a-town.txt': newer });
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

const remap = (cwd: string, ...more: readonly string[]) =>
  runCommand(['remap', articlePath, 'newer/a-town.txt', ...more], { cwd });

/** A line as a person might have written it: nothing of it may change but ids. */
const odd = (id: number, evidence: string): string =>
  `{ "id": ${id},  "claim": "The \\u0041 one is ${id}.", "label":"SUPPORTS", "evidence" : ${evidence} , "note":"${sentence(1)}" }`;

describe('claimset remap', () => {
  const claims = [
    odd(1, `[["${sentence(1)}","${sentence(0)}"],["A town_sentence\\u005f2"]]`),
    odd(2, `[["${sentence(0)}"]]`),
    '',
    claimLine(3, {
      evidence: [[sentence(2)]],
      source: sentence(2),
      fingerprints: { [sentence(2)]: fingerprintOfText(cold) },
    }),
  ];
  const files = {
    'claims/a.jsonl': `\uFEFF${claims.join('\r\n')}`,
    'claims/annotations/x.jsonl': lines(
      JSON.stringify({
        claim: 1,
        annotator: 'x',
        label: 'SUPPORTS',
        evidence: [[sentence(1)]],
        at: '2026-01-02T03:04:05Z',
      }),
    ),
    'claims/suppressions.jsonl': lines(
      JSON.stringify({
        rule: 'evidence/changed-text',
        claim: 3,
        pointer: `/fingerprints/${sentence(2)}`,
        reason: 'r',
      }),
    ),
  };

  test('ids move with their sentences in all files, and nothing else changes', async () => {
    const newer = text(river, 'A new sentence.', bridges, cold);
    const cwd = datasetWith(newer, files);
    const before = Object.keys(files).map((path) => read(cwd, path));
    const plan = await remap(cwd);
    expect(plan.exitCode).toBe(0);
    expect(plan.stdout).toMatchInlineSnapshot(`
      "1 article; elements: 1 stay, 2 moved for certain, 0 uncertain, 0 gone
      cited ids: 1 stay, 2 move, 0 to confirm

        A town_sentence_1 -> A town_sentence_2 (2 records)
        A town_sentence_2 -> A town_sentence_3 (2 records)

        corpus/a-town.txt: the new text
        claims/a.jsonl: 5 ids in 2 lines
        claims/annotations/x.jsonl: 1 id in 1 line
        claims/suppressions.jsonl: 1 id in 1 line

      "
    `);
    expect(plan.stderr).toBe('Nothing was written: this is what --write would change.\n');
    expect(Object.keys(files).map((path) => read(cwd, path))).toEqual(before);
    const written = await remap(cwd, '--write');
    expect(written).toMatchObject({ exitCode: 0, stdout: plan.stdout });
    expect(read(cwd, articlePath)).toBe(newer);
    expect(read(cwd, 'claims/a.jsonl')).toBe(
      `\uFEFF${[
        odd(1, `[["${sentence(2)}","${sentence(0)}"],["${sentence(3)}"]]`),
        claims[1],
        '',
        (claims[3] ?? '').replaceAll(sentence(2), sentence(3)),
      ].join('\r\n')}`,
    );
    expect(read(cwd, 'claims/annotations/x.jsonl')).toContain(`[["${sentence(2)}"]]`);
    expect(read(cwd, 'claims/suppressions.jsonl')).toContain(`"/fingerprints/${sentence(3)}"`);
    expect(readdirSync(join(cwd, 'claims')).sort()).toEqual(['a.jsonl', 'annotations', 'suppressions.jsonl']);
    // Old and new are the same now.
    expect((await remap(cwd, '--write')).stdout).toContain('cited ids: 3 stay, 0 move, 0 to confirm');
  });

  test('events, claims that were dropped and claims without label follow, and the chain of a journal stays whole', async () => {
    const said = { claim: 1, annotator: 'x', at: '2026-01-02T03:04:05Z' };
    const answer = { label: 'SUPPORTS', evidence: [[sentence(1)]], consulted: [sentence(2)], ...said };
    const kept = { id: 4, claim: 'Four.', label: 'SUPPORTS', evidence: [[sentence(2)]], source: sentence(1) };
    const cwd = datasetWith(text(river, 'A new sentence.', bridges, cold), {
      'claims/a.jsonl': lines(claimLine(1)),
      'claims/unlabelled/b.jsonl': lines(JSON.stringify({ id: 2, claim: 'Two.', source: sentence(1) })),
    });
    const journals = AnnotationJournals.open(join(cwd, 'claims'), join(cwd, 'torn'));
    journals.append('x', [
      answer,
      { event: 'skip', reason: 'ambiguous', ...said },
      {
        event: 'drop',
        reason: 'both-valid',
        record: kept,
        file: 'a.jsonl',
        ...said,
        claim: 4,
      } as JournalEvent,
      { ...answer, adjudication: true, before: { file: 'a.jsonl', evidence: [[sentence(1)]] } },
    ]);
    expect(await remap(cwd, '--write')).toMatchObject({ exitCode: 0 });
    expect(read(cwd, 'claims/unlabelled/b.jsonl')).toContain(`"source":"${sentence(2)}"`);
    journals.refresh();
    expect(journals.problems).toEqual([]);
    expect([...journals.records()]).toMatchObject([
      { evidence: [[sentence(2)]], consulted: [sentence(3)] },
      { event: 'skip' },
      { record: { evidence: [[sentence(3)]], source: sentence(2) } },
      { evidence: [[sentence(2)]], before: { file: 'a.jsonl', evidence: [[sentence(2)]] } },
    ]);
  });

  test('what is uncertain is asked, with both texts, and written only when it is taken', async () => {
    const cwd = datasetWith(text('New.', 'The town has three bridges.', river), {
      'claims/a.jsonl': lines(
        claimLine(1),
        claimLine(2, { evidence: [[sentence(1)]] }),
        claimLine(3, { evidence: [[sentence(1)]] }),
      ),
    });
    const asked = await remap(cwd, '--write');
    expect(asked.exitCode).toBe(1);
    expect(asked.stderr).toBe('Nothing was written: confirm or mend what is named above.\n');
    expect(asked.stdout.slice(asked.stdout.indexOf('claims/a.jsonl\n'))).toMatchInlineSnapshot(`
      "claims/a.jsonl

        2:82  warning  remap/uncertain  claim 2
        \`A town_sentence_1\` (cited by 2 records) may have become \`A town_sentence_1\`, 80 % alike. It said
        "The town has two bridges.", that says "The town has three bridges.".
          2 │ …m":"The town of 2 lies on a river.","label":"SUPPORTS","evidence":[["A town_sentence_1"]]}
            │                                                                      ^^^^^^^^^^^^^^^^^^^
        why   An id that is moved to the wrong sentence makes a wrong claim that looks right: nobody sees
              it again.
        help  Read both texts. Take it with \`--accept-id "<old id>"\`, all of them with \`--accept\`, or say
              what it is: \`--map "<old id>=<new id>"\`.
        see   corpus/a-town.txt:8:1  This is what it said.
          8 │ The town has two bridges. A town_sentence_1
            │ ^^^^^^^^^^^^^^^^^^^^^^^^^
        see   newer/a-town.txt:7:1  This is what it may have become.
          7 │ The town has three bridges. A town_sentence_1
            │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^

      1 warning in 3 records of 1 file
      "
    `);
    expect(read(cwd, articlePath)).toBe(article);
    expect(read(cwd, 'claims/a.jsonl')).toContain(sentence(0));
    const taken = await remap(cwd, '--write', '--accept-id', sentence(1));
    expect(taken).toMatchObject({ exitCode: 0 });
    expect(taken.stdout).toContain('A town_sentence_0 -> A town_sentence_2 (1 record)');
    expect(read(cwd, 'claims/a.jsonl')).toBe(
      lines(
        claimLine(1, { evidence: [[sentence(2)]] }),
        claimLine(2, { evidence: [[sentence(1)]] }),
        claimLine(3, { evidence: [[sentence(1)]] }),
      ),
    );
  });

  test('what is gone is named, and can only be mapped by hand', async () => {
    const cwd = datasetWith(text(river, 'Nothing alike stands here.'), {
      'claims/a.jsonl': lines(claimLine(1, { evidence: [[sentence(2)], [sentence(7)]] })),
    });
    const { exitCode, stdout } = await remap(cwd, '--write', '--accept');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /error +remap\/gone +claim 1\n +`A town_sentence_2` \(cited by 1 record\) said "The river is cold\."/,
    );
    expect(stdout).toContain('`A town_sentence_7` (cited by 1 record) is no element of the old text');
    expect((await remap(cwd, '--accept-id', sentence(2))).stderr).toContain(
      'is not like anything in the new text',
    );
    const mapped = await remap(cwd, '--write', '--map', `${sentence(2)}=${sentence(1)}`);
    expect(mapped.exitCode).toBe(1);
    writeInto(cwd, 'claims/a.jsonl', lines(claimLine(1, { evidence: [[sentence(2)]] })));
    expect((await remap(cwd, '--write', '--map', `${sentence(2)}=${sentence(1)}`)).exitCode).toBe(0);
    expect(read(cwd, 'claims/a.jsonl')).toContain(`[["${sentence(1)}"]]`);
  });

  test('evidence that was chosen from another text is not moved in silence', async () => {
    const cwd = datasetWith(text('New.', river, bridges, cold), {
      'claims/a.jsonl': lines(claimLine(1, { fingerprints: { [sentence(0)]: fingerprintOfText('Other.') } })),
    });
    const { exitCode, stdout } = await remap(cwd, '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      stay: 0,
      moves: [],
      open: [{ id: sentence(0), reason: 'otherText', next: sentence(1), text: river, line: 1, claim: 1 }],
      written: false,
    });
    const taken = await remap(cwd, '--accept', '--json');
    expect(JSON.parse(taken.stdout)).toMatchObject({
      moves: [{ from: sentence(0), to: sentence(1), by: 'accepted', records: 1 }],
    });
  });

  test('a line that no record can be read from stops the writing', async () => {
    const cwd = datasetWith(text('New.', river, bridges, cold), {
      'claims/a.jsonl': lines(claimLine(1), '{"id":'),
    });
    const { exitCode, stdout } = await remap(cwd, '--write');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/2:1 +error +remap\/gone/);
    expect(read(cwd, 'claims/a.jsonl')).toContain(sentence(0));
  });

  test('a new text with errors stops at once', async () => {
    const cwd = datasetWith(`${text(river)}${river} ${sentence(0)}\n`, {
      'claims/a.jsonl': lines(claimLine(1)),
    });
    const { exitCode, stderr } = await remap(cwd, '--write');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('corpus/duplicate-id');
    expect(read(cwd, articlePath)).toBe(article);
  });

  test('folders: articles by title, files by path; the others stay, and suppressions of a renamed file follow', async () => {
    const other = 'Other\n\nOne. Other_sentence_0\n';
    const cwd = smallDataset({
      'corpus/other.txt': other,
      'claims/a.jsonl': lines(claimLine(1), claimLine(2, { evidence: [['Other_sentence_0']] })),
      'claims/suppressions.jsonl': lines(
        JSON.stringify({ rule: 'corpus/gap', file: articlePath, reason: 'r' }),
        JSON.stringify({ rule: 'corpus/gap', file: 'corpus/other.txt', reason: 'r' }),
      ),
      'newer/a-town.txt': text('New.', river, bridges, cold),
      'newer/sub/third.txt': 'Third\n\nOne. Third_sentence_0\n',
    });
    const { exitCode, stdout } = await runCommand(['remap', 'corpus', 'newer', '--write'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('left as it is, for there is no newer text: Other');
    expect(read(cwd, 'corpus/other.txt')).toBe(other);
    expect(read(cwd, 'corpus/sub/third.txt')).toContain('Third');
    expect(read(cwd, 'claims/a.jsonl')).toBe(
      lines(claimLine(1, { evidence: [[sentence(1)]] }), claimLine(2, { evidence: [['Other_sentence_0']] })),
    );
    // The new corpus is in its place already, under another name.
    mkdirSync(join(cwd, 'old'));
    writeFileSync(join(cwd, 'old/town.txt'), read(cwd, articlePath));
    writeInto(
      cwd,
      'claims/suppressions.jsonl',
      lines(JSON.stringify({ rule: 'corpus/gap', file: 'corpus/town.txt', reason: 'r' })),
    );
    expect((await runCommand(['remap', 'old', 'corpus', '--write'], { cwd })).exitCode).toBe(0);
    expect(read(cwd, 'claims/suppressions.jsonl')).toContain(`"file":"${articlePath}"`);
  });

  test('a text that is in its place already and says the same changes nothing', async () => {
    const cwd = datasetWith(article, { 'claims/a.jsonl': lines(claimLine(1)) });
    const { exitCode, stdout, stderr } = await runCommand(['remap', 'corpus', 'corpus'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'Nothing is to be changed.\n' });
    expect(stdout).toContain(' 0 move, 0 to confirm');
  });

  test.each([
    [['nowhere.txt', 'newer/a-town.txt'], 'There is no "nowhere.txt"'],
    [[articlePath, 'newer'], 'Name two articles or two folders'],
    [[articlePath, 'claims/a.jsonl'], '"claims/a.jsonl" is no article'],
    [[articlePath, 'claims/empty.txt'], 'There is no tagged article in "claims/empty.txt".'],
    [[articlePath, 'newer/a-town.txt', '--map', 'x=y'], 'does not name an id of the old text'],
    [[articlePath, 'newer/a-town.txt', '--accept-id', 'x'], 'There is no "x" in the old text'],
    [
      [articlePath, 'newer/a-town.txt', '--map', `${sentence(0)}=${sentence(2)}`],
      `"${sentence(2)}" is what "${sentence(2)}" has become`,
    ],
  ])('%j is wrong use', async (argv, message) => {
    const cwd = datasetWith(article, { 'claims/a.jsonl': lines(claimLine(1)), 'claims/empty.txt': 'x\n' });
    const { exitCode, stdout, stderr } = await runCommand(['remap', ...argv], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
