import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mutation, mutations } from '../../../src/claims/mutation.ts';
import { withWordNet } from '../../../src/io/wordnet/wordnet.ts';
import { mutateClaim } from '../../../src/retrieve/mutate/mutate-claim.ts';
import { findSubstitutes } from '../../../src/retrieve/mutate/substitutes.ts';
import { en } from '../../../src/text/languages/en.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';

const corpus = [
  'The Soviet Union sent 300 soldiers to Baku on 5 March 1990.',
  'Fighting in Baku and near Shusha went on until April 1992.',
  'In Shusha, President Heydar Aliyev met Levon Ter-Petrosyan in May 1992.',
  'Both Aliyev and Heydar Aliyev spoke of 500 soldiers of the Azerbaijani Army.',
  'A journalist wrote that the Soviet Union gave Armenia 14 tanks, and that Armenia lost them.',
  'On TV I said what I saw on TV.',
  'The journalist saw Mi-24 helicopters, and another journalist saw the Mi-8 and helicopters.',
];
const substitutes = findSubstitutes(corpus, en);

function rewrites(claim: string, type: Mutation): string[] {
  return withWordNet((thesaurus) =>
    mutateClaim(claim, type, { language: en, thesaurus, substitutes }).map(({ text }) => text),
  );
}

test.each([
  ['negate', 'The army attacked the town.', 'The army defended the town.'],
  ['negate', 'The war ended before the election.', 'The war ended after the election.'],
  ['negate', 'The ceasefire was signed in Baku.', 'The ceasefire was not signed in Baku.'],
  ['negate', 'Armenia joined in 1992.', 'Armenia did not join in 1992.'],
  ['negate', 'The general was born in Baku.', 'The general was not born in Baku.'],
  ['negate', 'Topman sells clothing.', 'Topman buys clothing.'],
  ['negate', 'Russian forces in Baku responded.', 'Russian forces in Baku did not respond.'],
  ['negate', 'Southpaw is a film.', 'Southpaw is not a film.'],
  ['negate', 'Serzh Sargsyan visited Baku.', 'Serzh Sargsyan did not visit Baku.'],
  ['negate', 'The town has two bridges.', 'The town does not have two bridges.'],
  ['negate', 'The army has captured Baku.', 'The army has not captured Baku.'],
  [
    'negate',
    'The plane that a pilot saw was flying to Baku.',
    'The plane that a pilot saw was not flying to Baku.',
  ],
  ['negate', 'The plane shot down near Baku was a jet.', 'The plane shot down near Baku was not a jet.'],
  ['negate', 'In 1989 fires preceded the war.', 'In 1989 fires followed the war.'],
  ['negate', 'Serzh Sargsyan did not visit Baku.', 'Serzh Sargsyan visited Baku.'],
  ['negate', "The army didn't capture Baku.", 'The army captured Baku.'],
  ['negate', 'The army was not in Baku.', 'The army was in Baku.'],
  ['negate', 'The army never took Baku.', 'The army took Baku.'],
  ['negate', 'An early attack came from Baku.', 'A late attack came from Baku.'],
  ['rephrase', 'The soldiers began to retreat.', 'The soldiers began to withdraw.'],
  ['rephrase', 'The army captured 14 tanks.', 'The army captured fourteen tanks.'],
  ['substitute_similar', 'The treaty was signed in May 1992.', 'The treaty was signed in April 1992.'],
  ['substitute_similar', 'The treaty was signed on 5 March 1990.', 'The treaty was signed on 5 April 1990.'],
  [
    'substitute_similar',
    'The army sent 300 soldiers to the river.',
    'The army sent 500 soldiers to the river.',
  ],
  ['substitute_similar', 'The army lost 5,000 rifles.', 'The army lost 10,000 rifles.'],
  ['substitute_similar', 'The army lost seven rifles.', 'The army lost eight rifles.'],
  ['substitute_similar', 'Armenia won the battle.', 'The Soviet Union won the battle.'],
  ['substitute_similar', 'The Mi-8 is a helicopter.', 'The Mi-24 is a helicopter.'],
  ['substitute_dissimilar', 'Armenia won the battle.', 'Heydar Aliyev won the battle.'],
  ['substitute_dissimilar', 'The army crossed a bridge.', 'The journalist crossed a bridge.'],
  ['specific', 'The treaty was signed in 1992.', 'The treaty was signed in April 1992.'],
  ['specific', 'The treaty was signed in March 1990.', 'The treaty was signed on 5 March 1990.'],
  ['specific', 'A plane crossed the river.', 'A jet crossed the river.'],
  ['general', 'The treaty was signed on 5 March 1990.', 'The treaty was signed in March 1990.'],
  ['general', 'The treaty was signed in 1992.', 'The treaty was signed in the 1990s.'],
  ['general', 'Armenia won the battle.', 'An Asian country won the battle.'],
  ['general', 'The army captured two bridges.', 'The army captured bridges.'],
] as [Mutation, string, string][])('%s: %s -> %s', (type, claim, wanted) => {
  const found = rewrites(claim, type);
  expect(found.includes(wanted) ? wanted : found.slice(0, 20)).toBe(wanted);
});

test.each([
  ['negate', 'The army attacked the town.', / not /],
  ['substitute_similar', 'The council adopted Resolution 822 on the war.', /Resolution (?!822)/],
  ['substitute_similar', 'The Mi-8 is a helicopter.', /Mi-(?:9|16|7)/],
  ['substitute_similar', "The general was born in the 1950's.", /1951/],
  ['substitute_similar', 'The Armenian border was closed.', /^Azerbaijani/],
  ['substitute_similar', 'Most of Ripon College fell.', /Most (?!of)/],
  ['substitute_similar', 'Southpaw is a film.', /pitcher|hander/i],
  ['substitute_dissimilar', 'Heydar Aliyev crossed the river.', /^(?:I|TV) /],
  ['rephrase', 'A resident of Baku had his own house.', /physician|ain/],
  ['specific', 'The troops left.', /troopses/],
  ['general', 'He was paid below 300 rubles in the 1990 census.', /below rubles|1990s/],
  ['negate', 'South Ossetia fell.', /^North/],
  ['negate', 'Serzh Sargsyan signed the ceasefire agreement.', /disagreement/],
  ['substitute_similar', 'One bridge fell in 1992.', /two bridge/i],
  ['general', 'More than two bridges fell.', /More than bridges/],
  ['negate', 'Serzh Sargsyan signed on behalf of the North Caucasus.', /South Caucasus/],
] as [Mutation, string, RegExp][])('%s: of `%s` nothing is made like %s', (type, claim, unwanted) => {
  expect(rewrites(claim, type).filter((text) => unwanted.test(text))).toEqual([]);
});

const shipped = readdirSync(resolve(import.meta.dirname, '../../../claims'))
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) =>
    readFileSync(join(import.meta.dirname, '../../../claims', file), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => JSON.parse(line).claim as string)
  .filter((_, at) => at % 60 === 0);

test('a rewrite of a shipped claim changes one place and says which, each once', () => {
  withWordNet((thesaurus) => {
    for (const claim of shipped) {
      for (const type of mutations) {
        const found = mutateClaim(claim, type, { language: en, thesaurus, substitutes });
        expect(new Set(found.map(({ text }) => text)).size).toBe(found.length);
        for (const { text, span, to, from } of found) {
          expect(text).not.toBe(claim);
          expect(text.slice(span.start, span.end)).toBe(to);
          expect(claim).toContain(from);
          // Behind the new words all is as it was.
          const behind = text.slice(span.end).trimStart();
          expect(claim.toLowerCase().endsWith(behind.toLowerCase())).toBe(true);
        }
      }
    }
  });
});

test('there is a negation of nearly every shipped claim', () => {
  const without = withWordNet((thesaurus) =>
    shipped.filter(
      (claim) => mutateClaim(claim, 'negate', { language: en, thesaurus, substitutes }).length === 0,
    ),
  );
  expect(without).toEqual([]);
});

test('without a thesaurus dates and numbers are replaced', () => {
  const sources = { language: en, thesaurus: undefined, substitutes };
  const found = mutateClaim('In May 1992, 300 soldiers came.', 'substitute_similar', sources);
  expect(found.slice(0, 2).map(({ text }) => text)).toEqual([
    'In April 1992, 300 soldiers came.',
    'In May 1992, 500 soldiers came.',
  ]);
});

test('no text is too odd, and the same text gives the same rewrites', () => {
  const word = fc.constantFrom(
    'the',
    'The',
    'a',
    'not',
    "didn't",
    'was',
    'Baku',
    '5',
    'March',
    '1990',
    'of',
    ',',
    'ran',
    '%',
    '\u0000',
    '\u001b[31m',
    '__proto__',
    'constructor',
    'İ',
    '🙂',
    "'s",
    'million',
  );
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(word).map((words) => words.join(' ')),
  );
  withWordNet((thesaurus) => {
    fc.assert(
      fc.property(text, fc.constantFrom(...mutations), (claim, type) => {
        const sources = { language: en, thesaurus, substitutes: findSubstitutes([...corpus, claim], en) };
        const found = mutateClaim(claim, type, sources);
        expect(mutateClaim(claim, type, sources)).toEqual(found);
        expect(found.every(({ text: other }) => other !== claim)).toBe(true);
      }),
      { numRuns: runs(50) },
    );
  });
});

test('a text that is no claim is left alone', () => {
  expect(rewrites('very long '.repeat(1000), 'negate')).toEqual([]);
});
