import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { ToolError } from '../../src/errors.ts';
import { runInPieces } from '../../src/io/run-in-pieces.ts';
import { stepsOfBuilding } from '../../src/retrieve/build-searcher.ts';
import { defaultIndexSettings } from '../../src/retrieve/default-index-settings.ts';
import type { EvidenceSearcher } from '../../src/retrieve/evidence-searcher.ts';
import { CorpusSearch, type CorpusSearchOptions } from '../../src/server/search/corpus-search.ts';

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

Its masons were few; iron was used onwards. Eiffel Tower_sentence_1
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
const open: CorpusSearchOptions['open'] = (opened, signal) =>
  runInPieces(
    stepsOfBuilding('the corpus', opened.evidence.articles, ['element'], defaultIndexSettings),
    signal,
  );

function searchOf(options: Partial<CorpusSearchOptions> = {}): CorpusSearch {
  const { analysis } = defaultIndexSettings;
  return new CorpusSearch({ corpusNow: () => corpus, open, analysis, say: () => {}, ...options });
}

const search = searchOf();
const ids = async (query: string, limit = 10): Promise<string[]> =>
  (await search.search(query, limit)).hits.map(({ id }) => id);

describe('search', () => {
  test.each([
    ['leans', ['Tower of Pisa_sentence_0']],
    ['LEANS!', ['Tower of Pisa_sentence_0']],
    ['leaning', ['Tower of Pisa_sentence_0']],
    ['lea', ['Tower of Pisa_sentence_0']],
    ['"lea', ['Tower of Pisa_sentence_0']],
    ['l', []],
    ['masons pisa', ['Tower of Pisa_sentence_1', 'Tower of Pisa_sentence_0', 'Eiffel Tower_sentence_1']],
    ['"worked on it"', ['Tower of Pisa_sentence_1']],
    ['"on worked it"', []],
    ['mas*', ['Eiffel Tower_sentence_1', 'Tower of Pisa_sentence_1']],
    ['building', ['Tower of Pisa_sentence_1']],
    ['beyonce', ['Beyoncé_sentence_0']],
    ['zebra', []],
    ['', []],
    ['… !', []],
    ['constructor __proto__', []],
  ])('%s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  test('a word that stands somewhere is no beginning of another', async () => {
    expect(await ids('onw')).toEqual(['Eiffel Tower_sentence_1']);
    expect(await ids('on')).toEqual(['Tower of Pisa_sentence_1']);
  });

  test('a passage tells where it stands, and what of it was looked for in any form', async () => {
    const { hits, scope } = await search.search('mason worked 1173', 1);
    expect(scope).toBe('all');
    expect(hits).toMatchObject([
      {
        id: 'Tower of Pisa_sentence_1',
        title: 'Tower of Pisa',
        kind: 'sentence',
        context: ['Building'],
      },
    ]);
    const [hit] = hits;
    const shown = hit?.snippet.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
    expect(shown).toBe('[Masons] [worked] on it in the year [1173].');
  });

  test('no more passages than are asked for', async () => {
    expect(await ids('tower', 2)).toHaveLength(2);
  });

  test('of a long query only the first words are looked for', async () => {
    expect(await ids(`${'zebra '.repeat(64)}leans`)).toEqual([]);
    expect(await ids(`${'zebra '.repeat(63)}leans`)).toEqual(['Tower of Pisa_sentence_0']);
  });

  test.each([
    ['tower', ['Tower of Pisa', 'Eiffel Tower']],
    ['tow', ['Tower of Pisa', 'Eiffel Tower']],
    ['pisa tower', ['Tower of Pisa']],
    ['Eifel Tower', ['Eiffel Tower']],
    ['beyonce', ['Beyoncé']],
    ['zebra crossing', []],
    ['', []],
  ])('titles for %s', async (query, expected) => {
    expect((await search.search(query, 1)).titles).toEqual(expected);
  });
});

describe('what is searched', () => {
  test('is made ready in pieces, by several at once', async () => {
    const begun = searchOf();
    await Promise.all([begun.prepare(), begun.prepare()]);
    expect(await begun.search('masons', 10)).toEqual(await search.search('masons', 10));
  });

  test('a corpus that is not in memory and has no index has only its titles', async () => {
    const stored = {
      evidence: Object.assign(Object.create(evidence) as EvidenceIndex, { articles: [] }),
      titles: () => ['Eiffel Tower', 'Tower of Pisa'],
    };
    const ofTitles = searchOf({ corpusNow: () => stored, open: async () => undefined });
    expect(await ofTitles.search('tower', 5)).toEqual({
      titles: ['Tower of Pisa', 'Eiffel Tower'],
      hits: [],
      scope: 'titles',
    });
    expect(await ofTitles.suggest('The tower leans.', 5)).toEqual({ titles: [], hits: [], scope: 'titles' });
  });

  test('another corpus is searched anew, also by who waits for the one before; what is left is closed', async () => {
    const closed: string[] = [];
    const [first, second] = [corpus, { evidence: new EvidenceIndex(evidence.articles.slice(0, 1)) }];
    let now = first;
    const changing = searchOf({
      corpusNow: () => now,
      // One that was opened all the same, after it had become needless.
      open: async (opened) => {
        const searcher = await open(opened, new AbortController().signal);
        const name = opened === first ? 'first' : 'second';
        return Object.assign(searcher as EvidenceSearcher, { close: async () => void closed.push(name) });
      },
    });
    const waiting = changing.search('masons', 10);
    now = second;
    const later = changing.search('masons', 10);
    const found = [await waiting, await later].map(({ hits }) => hits.map(({ id }) => id));
    expect(found).toEqual([['Tower of Pisa_sentence_1'], ['Tower of Pisa_sentence_1']]);
    changing.close();
    await expect.poll(() => closed).toEqual(['first', 'second']);
  });
});

describe('an engine', () => {
  const broken = (): Promise<never> =>
    Promise.reject(new ToolError('ENGINE', 'postgres://host does not answer. Start it.'));

  test('that cannot be opened leaves the titles; it is told once, and asked again later only', async () => {
    const said: string[] = [];
    let asked = 0;
    const ofEngine = searchOf({
      open: () => {
        asked += 1;
        return broken();
      },
      say: (message) => said.push(message),
    });
    for (const query of ['tower', 'towers']) {
      const answer = await ofEngine.search(query, 5);
      expect(answer).toMatchObject({ hits: [], scope: 'titles-for-now' });
      expect(JSON.stringify(answer)).not.toContain('postgres');
    }
    expect({ asked, said }).toEqual({ asked: 1, said: ['postgres://host does not answer. Start it.'] });
  });

  test('that fails while it is asked, likewise', async () => {
    const said: string[] = [];
    const ofEngine = searchOf({
      open: async (opened, signal) =>
        Object.assign((await open(opened, signal)) as EvidenceSearcher, { search: broken }),
      say: (message) => said.push(message),
    });
    expect(await ofEngine.search('tower', 5)).toMatchObject({ scope: 'titles-for-now' });
    expect(await ofEngine.suggest('The tower leans.', 5)).toMatchObject({ scope: 'titles-for-now' });
    expect(said).toHaveLength(1);
  });

  test('that was filled with other articles shows only what can be opened', async () => {
    const smaller = { evidence: new EvidenceIndex(evidence.articles.slice(1)) };
    const ofEngine = searchOf({ corpusNow: () => smaller, open: (_, signal) => open(corpus, signal) });
    expect((await ofEngine.search('masons', 5)).hits.map(({ id }) => id)).toEqual([
      'Eiffel Tower_sentence_1',
    ]);
  });

  test('a fault of the program is no silence of an engine', async () => {
    const fault = (): Promise<never> => Promise.reject(new TypeError('fault'));
    await expect(searchOf({ open: fault }).search('tower', 5)).rejects.toThrow('fault');
  });
});

test('evidence is suggested with reasons that are marked in it', async () => {
  const { titles, hits } = await search.suggest('In the year 1173 it was the masons who built it.', 2);
  expect(titles).toEqual([]);
  expect(hits.map(({ id }) => id)).toEqual(['Tower of Pisa_sentence_1', 'Eiffel Tower_sentence_1']);
  expect(hits[0]?.reasons).toContainEqual({ kind: 'number', text: '1173' });
  expect(hits[0]?.snippet).toContainEqual({ text: '1173', isMarked: true });
  expect((await search.suggest('Zebras graze.', 2)).hits).toEqual([]);
});
