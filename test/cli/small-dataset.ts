import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { corpusRules } from '../../src/corpus/corpus-rules.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { temporaryFolder } from './run-command.ts';

/** An article of sentences alone, as tagged text. */
export function articleOf(title: string, ...sentences: readonly string[]): string {
  const tagged = sentences.map((text, at) => `${text} ${title}_sentence_${at}\n`);
  return `${title}\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n\n${tagged.join('\n')}`;
}

/** An article without findings: sentences 0 to 2 of "A town". */
export const article = articleOf(
  'A town',
  'A town lies on a river.',
  'The town has two bridges.',
  'The river is cold.',
);

export const articlePath = 'corpus/a-town.txt';
export const claimsPath = 'claims/a.jsonl';

/** A claim that is right but for what is changed in it. */
export const claimLine = (id: string | number, change: object = {}): string =>
  JSON.stringify({
    id,
    claim: `The town of ${id} lies on a river.`,
    label: 'SUPPORTS',
    evidence: [['A town_sentence_0']],
    ...change,
  });

/** Has one finding, `claim/no-final-period`, which is fixable. */
export const unfinished = (id: string | number): string =>
  claimLine(id, { claim: `The town of ${id} lies on a river` });

/** Has one finding, `evidence/unresolved`, an error of level 3. */
export const unresolved = (id: string | number): string =>
  claimLine(id, { evidence: [['A town_sentence_9']] });

/** Has one finding, `label/without-evidence`, an error of level 4. */
export const withoutEvidence = (id: string | number): string => claimLine(id, { evidence: [] });

/** Rules of levels 4 and 5 that are on in the small dataset: new ones change no test that is not about them. */
const wanted = ['claim/no-final-period', 'label/without-evidence', 'dataset/duplicate-claim', 'corpus/gap'];

/** Settings that leave only a few rules of the guideline and the dataset on. */
export const fewRules: Readonly<Record<string, string>> = Object.fromEntries(
  [...rules, ...Object.values(corpusRules)]
    .filter(({ id, level }) => level > 3 && !wanted.includes(id))
    .map(({ id }) => [id, 'off']),
);

/** A dataset folder with files by their paths, an article and settings; removed as {@link temporaryFolder} is. */
export function smallDataset(
  files: Readonly<Record<string, string>> = {},
  until: 'test' | 'suite' = 'test',
): string {
  const folder = temporaryFolder(until);
  const config = { validate: { rules: fewRules } };
  const all = { 'claimset.config.json': JSON.stringify(config), [articlePath]: article, ...files };
  for (const [path, text] of Object.entries(all)) writeInto(folder, path, text);
  return folder;
}

/** Writes a file of a folder; with `\n` behind each line where lines are given. */
export function writeInto(folder: string, path: string, content: string | readonly string[]): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, typeof content === 'string' ? content : content.map((line) => `${line}\n`).join(''));
}

/** Text of lines. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** The records of JSON Lines. */
export const jsonLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
