import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { checkClaim } from '../../src/server/check-claim.ts';
import { prepareSearch, searchCorpus } from '../../src/server/search-corpus.ts';
import { suggestEvidence } from '../../src/server/suggest-evidence.ts';

const articles = [
  `Tower of Pisa

From Wikipedia for FEVERv2
Jump to navigation Jump to search

The tower leans by four degrees. Tower of Pisa_sentence_0

Building Tower of Pisa_section_0

Masons worked on it in the year 1173. Tower of Pisa_sentence_1
`,
  `Eiffel Tower

From Wikipedia for FEVERv2
Jump to navigation Jump to search

The tower in Paris is 330 metres tall. Eiffel Tower_sentence_0

Its masons were few; iron was used. Eiffel Tower_sentence_1
`,
  `Beyoncé

From Wikipedia for FEVERv2
Jump to navigation Jump to search

She sang at a tower. Beyoncé_sentence_0
`,
];
const evidence = new EvidenceIndex(
  articles.flatMap((text, at) => parseCorpusFile(`${at}.txt`, new TextEncoder().encode(text)).articles),
);
const corpus = { evidence };
const ids = (query: string, limit = 10): string[] =>
  searchCorpus(corpus, query, limit).hits.map(({ id }) => id);

describe('search', () => {
  test.each([
    ['leans', ['Tower of Pisa_sentence_0']],
    ['LEANS!', ['Tower of Pisa_sentence_0']],
    ['lea', ['Tower of Pisa_sentence_0']],
    ['masons pisa', ['Tower of Pisa_sentence_1', 'Tower of Pisa_sentence_0', 'Eiffel Tower_sentence_1']],
    ['building', ['Tower of Pisa_sentence_1']],
    ['beyonce', ['Beyoncé_sentence_0']],
    ['zebra', []],
    ['', []],
    ['… !', []],
    ['constructor __proto__', []],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  test('is made ready in pieces, and finds all the same where that was given up', async () => {
    const begun = { evidence };
    await prepareSearch(begun, () => false);
    expect(searchCorpus(begun, 'masons', 10)).toEqual(searchCorpus(corpus, 'masons', 10));
    const ready = { evidence };
    await Promise.all([prepareSearch(ready), prepareSearch(ready)]);
    expect(searchCorpus(ready, 'masons', 10)).toEqual(searchCorpus(corpus, 'masons', 10));
  });

  test('a passage tells where it stands', () => {
    expect(searchCorpus(corpus, 'masons 1173', 1).hits).toMatchObject([
      {
        id: 'Tower of Pisa_sentence_1',
        title: 'Tower of Pisa',
        kind: 'sentence',
        text: 'Masons worked on it in the year 1173.',
        context: ['Building'],
      },
    ]);
  });

  test('no more passages than are asked for', () => {
    expect(ids('tower', 2)).toHaveLength(2);
  });

  test.each([
    ['tower', ['Tower of Pisa', 'Eiffel Tower']],
    ['tow', ['Tower of Pisa', 'Eiffel Tower']],
    ['pisa tower', ['Tower of Pisa']],
    ['Eifel Tower', ['Eiffel Tower']],
    ['beyonce', ['Beyoncé']],
    ['zebra crossing', []],
    ['', []],
  ])('titles for %s', (query, expected) => {
    expect(searchCorpus(corpus, query, 1).titles).toEqual(expected);
  });

  test('a corpus that is not in memory has only its titles', () => {
    const stored = {
      evidence: Object.assign(Object.create(evidence) as EvidenceIndex, { articles: [] }),
      titles: () => ['Eiffel Tower', 'Tower of Pisa'],
    };
    expect(searchCorpus(stored, 'tower', 5)).toEqual({
      titles: ['Tower of Pisa', 'Eiffel Tower'],
      hits: [],
      isTitlesOnly: true,
    });
  });
});

test('evidence is suggested by what is rare in a claim', () => {
  const { titles, hits } = suggestEvidence(
    corpus,
    'In the year 1173 it was the masons who built it.',
    2,
    'en',
  );
  expect(titles).toEqual([]);
  expect(hits.map(({ id }) => id)).toEqual(['Tower of Pisa_sentence_1', 'Eiffel Tower_sentence_1']);
  expect(suggestEvidence(corpus, 'It is the one.', 2, 'en').hits).toEqual([]);
});

test('the claims of a dataset say what they have to say about a text', () => {
  const claims = [
    ...Array.from({ length: 9 }, (_, at) => ({
      record: { id: at, claim: `The tower ${at} is not tall.`, label: 'REFUTES' as const },
    })),
    ...Array.from({ length: 9 }, (_, at) => ({
      record: { id: at + 10, claim: `Masons of the year ${at}.`, label: 'SUPPORTS' as const },
    })),
    { record: { id: 'open', claim: 'A tower is in Pisa.' } },
  ];
  const found = checkClaim(claims, { claim: 'A tower is not in Pisa.' }, 'en');
  expect(found.cues).toEqual([{ word: 'not', label: 'REFUTES', share: 1, claims: 9 }]);
  expect(found.near).toMatchObject([{ id: 'open', similarity: 5 / 6 }]);
  expect(checkClaim(claims, { claim: 'A tower is not in Pisa.', label: 'SUPPORTS' }, 'xx').cues).toEqual([]);

  const gone = claims.filter(({ record: { id } }) => id !== 'open' && id !== 0);
  expect(checkClaim(gone, { claim: 'A tower is not in Pisa.' }, 'en')).toEqual({
    cues: [{ word: 'not', label: 'REFUTES', share: 1, claims: 8 }],
    near: [],
  });
});
