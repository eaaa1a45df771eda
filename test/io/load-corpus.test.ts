import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareDiagnostics } from '../../src/diagnostic/diagnostic.ts';
import { loadCorpus } from '../../src/io/load-corpus.ts';
import { runCommand, temporaryFolder } from '../cli/run-command.ts';
import { taggedArticle } from '../corpus/tagged-article.ts';

/** A dataset folder with these articles and one claim. */
function folderOf(articles: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  mkdirSync(join(folder, 'claims'));
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, 'corpus', name), text);
  const claim = { id: 1, claim: 'It is one.', label: 'SUPPORTS', evidence: [['T_sentence_0']] };
  writeFileSync(join(folder, 'claims', 'a.jsonl'), `${JSON.stringify(claim)}\n`);
  writeFileSync(join(folder, 'claimset.config.json'), '{}\n');
  return folder;
}

const folderWithCopy = () =>
  folderOf({
    'a.txt': taggedArticle('T', 'One. @_sentence_0'),
    'b.txt': taggedArticle('T', 'Two. @_sentence_0\n\nTwo. @_sentence_0'),
  });

test('findings of articles and of the corpus are sorted together, and the first article stands', () => {
  const folder = folderWithCopy();
  const { diagnostics, evidence } = loadCorpus(folder, 'corpus', folder);
  expect(diagnostics.map(({ ruleId, place }) => `${place.file}:${place.start.line} ${ruleId}`)).toEqual([
    'corpus/b.txt:1 corpus/duplicate-title',
    'corpus/b.txt:8 corpus/duplicate-id',
  ]);
  expect(diagnostics.toSorted(compareDiagnostics)).toEqual(diagnostics);
  expect(evidence.text('T_sentence_0')).toBe('One.');
});

test('a second article of one title fails validation and says where the first is', async () => {
  const { exitCode, stdout } = await runCommand(['validate', '--report', 'json'], { cwd: folderWithCopy() });
  expect(exitCode).toBe(1);
  const report = JSON.parse(stdout) as {
    diagnostics: { ruleId: string; related: { place: { file: string } }[] }[];
  };
  expect(
    report.diagnostics
      .filter(({ ruleId }) => ruleId === 'corpus/duplicate-title')
      .map(({ related }) => related.map(({ place }) => place.file)),
  ).toEqual([['corpus/a.txt']]);
});
