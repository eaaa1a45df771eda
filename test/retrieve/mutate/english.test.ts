import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indefiniteArticle } from '../../../src/retrieve/mutate/english/indefinite-article.ts';
import { irregularVerbs } from '../../../src/retrieve/mutate/english/irregular-verbs.ts';
import { pluralOf, singularsOf } from '../../../src/retrieve/mutate/english/noun-forms.ts';
import { inflectVerb, verbForms, verbsOfForm } from '../../../src/retrieve/mutate/english/verb-forms.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';

test.each([
  ['sign', 'sign signs signed signed signing'],
  ['stop', 'stop stops stopped stopped stopping'],
  ['admit', 'admit admits admitted admitted admitting'],
  ['visit', 'visit visits visited visited visiting'],
  ['carry out', 'carry out carries out carried out carried out carrying out'],
  ['die', 'die dies died died dying'],
  ['agree', 'agree agrees agreed agreed agreeing'],
  ['begin', 'begin begins began begun beginning'],
  ['deny', 'deny denies denied denied denying'],
  ['play', 'play plays played played playing'],
  ['rain', 'rain rains rained rained raining'],
  ['quit', 'quit quits quit quit quitting'],
  ['fix', 'fix fixes fixed fixed fixing'],
  ['go', 'go goes went gone going'],
  ['be', 'be is was been being'],
  ['have', 'have has had had having'],
])('the forms of `%s`', (base, forms) => {
  expect(verbForms.map((form) => inflectVerb(base, form)).join(' ')).toBe(forms);
});

test('every form of a verb is known as a form of it', () => {
  const regular = [
    'attack',
    'carry',
    'commit',
    'die',
    'free',
    'hope',
    'hop',
    'pass',
    'tie',
    'travel',
    'try',
    'use',
  ];
  for (const base of [...regular, ...irregularVerbs.keys()]) {
    for (const form of verbForms) {
      expect(verbsOfForm(inflectVerb(base, form)), `${base} ${form}`).toContainEqual({ base, form });
    }
  }
});

test('British English doubles the l', () => {
  expect(verbsOfForm('travelled')).toContainEqual({ base: 'travel', form: 'past' });
  expect(verbsOfForm('signalling')).toContainEqual({ base: 'signal', form: 'ing' });
});

test.each([
  ['city', 'cities'],
  ['war', 'wars'],
  ['bush', 'bushes'],
  ['policeman', 'policemen'],
  ['human', 'humans'],
  ['German', 'Germans'],
  ['member of parliament', 'members of parliament'],
  ['day', 'days'],
  ['aircraft', 'aircraft'],
  ['prime minister', 'prime ministers'],
  ['child', 'children'],
])('the plural of `%s` is `%s`, and back', (singular, plural) => {
  expect(pluralOf(singular)).toBe(plural);
  expect(plural.includes(' ') || singularsOf(plural).includes(singular)).toBe(true);
});

test.each([
  ['a', 'union, European, user, one-way street, UN, US, Su-25, NATO, house, 1100, eulogy'],
  ['an', 'hour, umbrella, unimportant town, FBI, M16, OSCE, 18-year-old, 11th, Armenian, heir'],
])('`%s` stands before %s', (article, words) => {
  const wrong = words.split(', ').filter((word) => indefiniteArticle(word) !== article);
  expect(wrong).toEqual([]);
});

test('no text is too odd to be taken apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (word) => {
      for (const { base, form } of verbsOfForm(word))
        expect(inflectVerb(base, form).length).toBeGreaterThanOrEqual(0);
      for (const singular of singularsOf(word)) expect(pluralOf(singular)).toBe(word);
      expect(['a', 'an']).toContain(indefiniteArticle(word));
    }),
    { numRuns: runs(100) },
  );
});
