import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRepository, gitEnv, type TestRepository } from './git-repository.ts';
import { runCommand, temporaryFolder } from './run-command.ts';
import {
  article,
  articlePath,
  claimLine,
  claimsPath,
  fewRules,
  lines,
  unfinished,
  unresolved,
  writeInto,
} from './small-dataset.ts';

/** A repository with one commit: a dataset folder in which the claims `old-1` and `old-2` have a finding each. */
async function repositoryWith(dataset = '.'): Promise<TestRepository> {
  const repository = await createRepository();
  const folder = join(repository.top, dataset);
  writeInto(folder, 'claimset.config.json', JSON.stringify({ validate: { rules: fewRules } }));
  writeInto(folder, articlePath, article);
  writeInto(folder, claimsPath, [unfinished('old-1'), claimLine('right'), unresolved('old-2')]);
  commit(repository);
  return repository;
}

function commit(repository: TestRepository): void {
  repository.git(['add', '--all']);
  const { status, output } = repository.git(['commit', '--quiet', '--message', 'x', '--allow-empty']);
  expect({ status, output }).toEqual({ status: 0, output: '' });
}

/** Claim ids of the findings since a commit, in order. */
async function claimsFound(
  repository: TestRepository,
  since = 'HEAD',
  folder = '.',
  ...argv: readonly string[]
) {
  const { stdout, stderr } = await repository.claimset(
    ['validate', '--since', since, '--report', 'json', ...argv],
    folder,
  );
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout);
  return diagnostics.map(
    ({ place }: { place: { claimId?: string; file: string } }) => place.claimId ?? place.file,
  );
}

describe('validate --since', () => {
  test('reports what is about changed records, and counts the rest', async () => {
    const repository = await repositoryWith();
    expect(await claimsFound(repository)).toEqual([]);
    expect((await repository.claimset(['validate', '--since', 'HEAD'])).stdout).toBe(
      'No findings in 3 records of 2 files; 2 in unchanged records left out\n',
    );
    writeInto(repository.top, claimsPath, [unfinished('old-1'), unfinished('right'), unresolved('old-2')]);
    expect(await claimsFound(repository)).toEqual(['right']);
    commit(repository);
    expect(await claimsFound(repository)).toEqual([]);
    expect(await claimsFound(repository, 'HEAD~1')).toEqual(['right']);
    expect(await claimsFound(repository, 'main@{0}')).toEqual([]);
  });

  test('sees lines that move, within a file or to another, staged or not, as unchanged', async () => {
    const repository = await repositoryWith();
    writeInto(repository.top, claimsPath, [unresolved('old-2'), claimLine('new'), unfinished('old-1')]);
    expect(await claimsFound(repository)).toEqual([]);
    renameSync(repository.path(claimsPath), repository.path('claims/moved.jsonl'));
    expect(await claimsFound(repository)).toEqual([]);
    repository.git(['add', '--all']);
    expect(await claimsFound(repository)).toEqual([]);
    appendFileSync(repository.path('claims/moved.jsonl'), lines(unfinished('new-2')));
    expect(await claimsFound(repository)).toEqual(['new-2']);
  });

  test('sees a copy of a line as changed: it stands more often than before', async () => {
    const repository = await repositoryWith();
    writeInto(repository.top, 'claims/z.jsonl', [unfinished('old-1')]);
    expect(await claimsFound(repository)).toEqual(['old-1']);
    // A file that is read before the first one: that its id stands twice is told where nothing has changed.
    renameSync(repository.path('claims/z.jsonl'), repository.path('claims/0.jsonl'));
    expect(await claimsFound(repository)).toEqual(['old-1', 'old-1']);
  });

  test('keeps a finding in an old record that is about a changed one', async () => {
    const repository = await repositoryWith();
    writeInto(repository.top, 'claims/0.jsonl', [
      claimLine('first', { claim: 'The town of right lies on a river.' }),
    ]);
    const found = await claimsFound(repository);
    expect(found).toEqual(['right']);
  });

  test('line ends are no change, whoever made them', async () => {
    const repository = await repositoryWith();
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    writeFileSync(
      repository.path(claimsPath),
      crlf(lines(unfinished('old-1'), claimLine('right'), unresolved('old-2'))),
    );
    expect(await claimsFound(repository)).toEqual([]);
    repository.git(['config', 'core.autocrlf', 'true']);
    writeFileSync(repository.path(articlePath), crlf(article));
    expect(await claimsFound(repository)).toEqual([]);
    writeInto(
      repository.top,
      claimsPath,
      lines(unfinished('old-1'), claimLine('right'), unresolved('old-2')).trimEnd(),
    );
    expect(await claimsFound(repository)).toEqual([]);
  });

  test('where an article changes, is new or goes, what evidence rules find counts for all records', async () => {
    const repository = await repositoryWith();
    writeInto(repository.top, articlePath, article.replace('bridges', 'ferries'));
    expect(await claimsFound(repository)).toEqual(['old-2']);
    repository.git(['checkout', '--quiet', '--', '.']);
    writeInto(
      repository.top,
      'corpus/new.txt',
      article.replaceAll('A town', 'B town').replace('sentence_2', 'sentence_4'),
    );
    expect(await claimsFound(repository)).toEqual(['old-2', 'corpus/new.txt']);
    commit(repository);
    rmSync(repository.path('corpus/new.txt'));
    expect(await claimsFound(repository)).toEqual(['old-2']);
  });

  test('annotations and suppressions are records too', async () => {
    const repository = await repositoryWith();
    const said = {
      claim: 'right',
      annotator: 'x',
      label: 'SUPPORTS',
      evidence: [['A town_sentence_9']],
      at: '2026-01-02T03:04:05Z',
    };
    writeInto(repository.top, 'claims/annotations/x.jsonl', [JSON.stringify(said)]);
    writeInto(repository.top, 'claims/suppressions.jsonl', ['[]']);
    expect(await claimsFound(repository)).toEqual(['right', 'claims/suppressions.jsonl']);
    commit(repository);
    expect(await claimsFound(repository)).toEqual([]);
  });

  test('works below the top of the repository, from anywhere, and in another working tree', async () => {
    const repository = await repositoryWith('data/:(x) facts');
    const folder = 'data/:(x) facts';
    writeInto(repository.path(folder), claimsPath, [unfinished('old-1'), unfinished('new')]);
    expect(await claimsFound(repository, 'HEAD', folder)).toEqual(['new']);
    expect(await claimsFound(repository, 'HEAD', `${folder}/claims`)).toEqual(['new']);
    expect(await claimsFound(repository, 'HEAD', '.', '--dataset', folder)).toEqual(['new']);
    const outside = temporaryFolder();
    const argv = ['validate', '--since', 'HEAD', '--dataset', repository.path(folder), '--report', 'agent'];
    expect((await runCommand(argv, { cwd: outside, env: gitEnv })).stdout).toMatch(
      /claims\/a\.jsonl:2:\d+ warning/,
    );
    const tree = join(temporaryFolder(), 'tree');
    repository.git(['worktree', 'add', '--quiet', tree, 'HEAD']);
    const inTree = await runCommand(['validate', '--since', 'HEAD'], {
      cwd: join(tree, folder),
      env: gitEnv,
    });
    expect(inTree.stdout).toContain('2 in unchanged records left out');
  });

  test('compares files that are named and standard input with all claims there were', async () => {
    const repository = await repositoryWith();
    mkdirSync(repository.path('drafts'));
    writeInto(repository.top, 'drafts/d.jsonl', [unfinished('old-1'), unfinished('draft')]);
    expect(await claimsFound(repository, 'HEAD', '.', 'drafts/d.jsonl')).toEqual(['draft']);
    cpSync(repository.path('drafts/d.jsonl'), repository.path('drafts/e.jsonl'));
    expect(await claimsFound(repository, 'HEAD', '.', claimsPath)).toEqual([]);
  });

  test.each<[string, string]>([
    ['nothing', 'There is no commit "nothing" in this repository. Check --since.'],
    ['HEAD:claims', 'There is no commit "HEAD:claims"'],
    ['main..HEAD', 'There is no commit "main..HEAD"'],
    ['--output=stolen', '"--output=stolen" is no commit.'],
    ['', '"" is no commit.'],
  ])('%j is told to be none', async (since, message) => {
    const repository = await repositoryWith();
    const { exitCode, stderr } = await repository.claimset(['validate', `--since=${since}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  test('says so where there is no repository, and where there is no git', async () => {
    const repository = await repositoryWith();
    const cwd = temporaryFolder();
    cpSync(repository.path('claims'), join(cwd, 'claims'), { recursive: true });
    cpSync(repository.path('corpus'), join(cwd, 'corpus'), { recursive: true });
    const env = { ...gitEnv, GIT_CEILING_DIRECTORIES: join(cwd, '..') };
    const outside = await runCommand(['validate', '--since', 'HEAD'], { cwd, env });
    expect(outside.exitCode).toBe(2);
    expect(outside.stderr).toContain('(NOT_A_REPOSITORY)');
    const without = await runCommand(['validate', '--since', 'HEAD'], {
      cwd: repository.top,
      env: { PATH: cwd },
    });
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toContain('(GIT_NOT_FOUND)');
  });
});
