import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import type { EvidenceSearcher, SearchRequest } from '../../../src/retrieve/evidence-searcher.ts';
import { searcherOfTexts } from '../../../src/retrieve/searcher-of-texts.ts';
import { suggestEvidence } from '../../../src/retrieve/suggest/suggest-evidence.ts';
import {
  defaultSuggestSettings,
  settingsWithoutOrder,
} from '../../../src/retrieve/suggest/suggest-settings.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';

const texts: readonly (readonly [string, string])[] = [
  ['Titanic (film)_sentence_0', 'Titanic is a film that James Cameron directed.'],
  ['Titanic (film)_sentence_1', 'It cost 200 million dollars.'],
  ['Titanic (film)_sentence_2', 'Critics praised the music.'],
  ['James Cameron_sentence_0', 'He was born in Kapuskasing, Canada.'],
  ['James Cameron_sentence_1', 'He has two children.'],
  ['Canada_sentence_0', 'Canada is a country in which millions were born.'],
  ['Shusha_sentence_0', 'The town fell on 9 May 1992.'],
  ['Shusha_sentence_1', 'Its people had left by then.'],
  ['Shusha_sentence_7', 'A museum was opened in 2008.'],
];
const searcher = searcherOfTexts('the texts', texts, defaultIndexSettings);

async function suggested(claim: string, count = 20, except?: ReadonlySet<string>) {
  return suggestEvidence(searcher, { claim, count, language: 'en', ...(except && { except }) });
}

describe('suggestEvidence', () => {
  test('finds the second of two articles by its name in the first', async () => {
    const found = await suggested('The director of Titanic was born in Canada.');
    expect(found.slice(0, 3).map(({ id }) => id)).toMatchInlineSnapshot(`
      [
        "Canada_sentence_0",
        "James Cameron_sentence_0",
        "Titanic (film)_sentence_0",
      ]
    `);
    const second = found.find(({ id }) => id === 'James Cameron_sentence_0');
    expect(second?.reasons).toMatchInlineSnapshot(`
      [
        {
          "kind": "entity",
          "text": "Canada",
        },
        {
          "kind": "term",
          "text": "born",
        },
        {
          "kind": "link",
          "text": "James Cameron",
          "via": "Titanic (film)_sentence_0",
        },
      ]
    `);
  });

  test.each([
    ['Shusha fell in 1992.', 'Shusha_sentence_0', ['title Shusha', 'number 1992', 'term fell']],
    [
      'Titanic cost two hundred million dollars.',
      'Titanic (film)_sentence_1',
      ['number two hundred million', 'term Titanic', 'term cost', 'term dollars'],
    ],
    [
      'Praise of music by critics',
      'Titanic (film)_sentence_2',
      ['term Praise', 'term music', 'term critics'],
    ],
  ])('%s', async (claim, id, reasons) => {
    const [first] = await suggested(claim);
    expect(first?.id).toBe(id);
    expect(first?.reasons.map(({ kind, text }) => `${kind} ${text}`)).toEqual(reasons);
  });

  test('lifts a record beside a good one, unless numbers are no order', async () => {
    const scoreOf = async (id: string, settings = defaultSuggestSettings) => {
      const request = { claim: 'People left the town, and a museum fell.', count: 20, language: 'en' };
      return (await suggestEvidence(searcher, request, settings)).find((one) => one.id === id)?.score ?? 0;
    };
    for (const id of ['Shusha_sentence_0', 'Shusha_sentence_1'])
      expect(await scoreOf(id)).toBeGreaterThan(await scoreOf(id, settingsWithoutOrder));
    expect(await scoreOf('Shusha_sentence_7')).toBe(await scoreOf('Shusha_sentence_7', settingsWithoutOrder));
  });

  test('leaves out what is not to be suggested, and gives no more than asked for', async () => {
    const all = await suggested('Canada and Titanic');
    const except = new Set(all.slice(0, 1).map(({ id }) => id));
    const others = await suggested('Canada and Titanic', 2, except);
    expect(others.length).toBeLessThanOrEqual(2);
    expect(others.map(({ id }) => id)).toContain(all[1]?.id);
    expect(others.map(({ id }) => id)).not.toContain(all[0]?.id);
  });

  test.each(['', '   ', '?!', 'zebra'])('suggests nothing for %j', async (claim) => {
    expect(await suggested(claim)).toEqual([]);
  });

  test('looks for the commonest words where a claim has no others', async () => {
    expect((await suggested('He was in it.')).length).toBeGreaterThan(0);
  });

  test('asks the searcher the same, whatever else is known of the claim', async () => {
    const asked = async (more: object) => {
      const requests: unknown[] = [];
      const recording: EvidenceSearcher = Object.create(searcher, {
        search: {
          value: (request: SearchRequest) => {
            requests.push(request);
            return searcher.search(request);
          },
        },
        knownTitles: {
          value: (titles: readonly string[]) => {
            requests.push(titles);
            return searcher.knownTitles(titles);
          },
        },
      });
      const claim = { claim: 'The director of Titanic was born in Canada.', count: 5, language: 'en' };
      const found = await suggestEvidence(recording, { ...claim, ...more });
      return { requests, found };
    };
    const alone = await asked({});
    const told = await asked({
      id: 'c1',
      label: 'REFUTES',
      evidence: [['Shusha_sentence_7']],
      source: 'Shusha_sentence_7',
      fingerprints: { Shusha_sentence_7: '0123456789abcdef' },
    });
    expect(alone.requests.length).toBeGreaterThan(2);
    expect(told).toEqual(alone);
  });

  test('never repeats a record, ranks by score, and gives the same twice', async () => {
    const word = fc.constantFrom(
      'Titanic',
      'James Cameron',
      'born',
      '1992',
      'Shusha',
      'the',
      'Canada',
      '(film)',
      '\u0000',
      '💥',
      'İstanbul',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(word, fc.string({ unit: anyCharacter }))), async (words) => {
        const claim = words.join(' ');
        const found = await suggested(claim);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).sort((one, other) => other - one),
        );
        expect(await suggested(claim)).toEqual(found);
      }),
      { numRuns: runs(50) },
    );
  });

  test('takes a claim of a hundred thousand words', async () => {
    expect((await suggested('Titanic Canada '.repeat(50_000))).length).toBeGreaterThan(0);
  });
});
