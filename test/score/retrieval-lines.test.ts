import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryIdOf } from '../../src/claims/retrieval-id.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { OfficialFailure } from '../../src/score/official-failure.ts';
import type { ByQueryOptions } from '../../src/score/retrieval/read-by-query.ts';
import { isQrels, readQrels } from '../../src/score/retrieval/read-qrels.ts';
import { isGroupedRun, isRun, readRun } from '../../src/score/retrieval/read-run.ts';
import { splitLines } from '../../src/text/source-line.ts';

function read(reader: typeof readRun, text: string, options?: ByQueryOptions) {
  const found: Diagnostic[] = [];
  const records = [...reader(splitLines('x.txt', text), (diagnostic) => found.push(diagnostic), options)];
  return { records: records.map(({ json }) => json), places: records.map(({ place }) => place()), found };
}

/** Where findings are and what they say. */
function told(found: readonly Diagnostic[], text: string): string[] {
  return found.map(({ ruleId, message, place }) => {
    expect(text.slice(place.span.start, place.span.end)).toBe(place.lineText.replace('\uFEFF', ''));
    return `${place.start.line}:${place.start.column} ${ruleId}: ${message}`;
  });
}

describe('runs', () => {
  const text = [
    'q1 Q0 a 1 2.5 tag',
    'q1\tQ0\tb\t2\t-1e-3\ttag',
    '  q1   Q0  c  0  .5  tag  more',
    '',
    ' \t',
    'q2 Q0 a 1 -inf tag',
    'q2 Q0 b 1 +Infinity tag',
    'q1 Q0 d 4 7 tag',
  ];

  test.each(['\n', '\r\n'])('are read by query, lines apart too (line end %j)', (end) => {
    const { records, places, found } = read(readRun, `\uFEFF${text.join(end)}`);
    expect(found).toEqual([]);
    expect(records).toEqual([
      {
        id: 'q1',
        ranking: [
          ['a', 2.5],
          ['b', -0.001],
          ['c', 0.5],
          ['d', 7],
        ],
      },
      {
        id: 'q2',
        ranking: [
          ['a', Number.NEGATIVE_INFINITY],
          ['b', Number.POSITIVE_INFINITY],
        ],
      },
    ]);
    expect(places.map(({ start, claimId }) => [start.line, start.column, claimId])).toEqual([
      [1, 2, 'q1'],
      [6, 1, 'q2'],
    ]);
  });

  test('said to be grouped, a line that stands apart is a finding', () => {
    const { records, found } = read(readRun, text.join('\n'), { grouped: true });
    expect(records.map(({ ranking }) => (ranking as unknown[]).length)).toEqual([3, 2]);
    expect(told(found, text.join('\n'))).toMatchInlineSnapshot(`
      [
        "8:1 score/run-line: The line stands apart from the other lines of the query "q1": it is not read. Sort the file by query.",
      ]
    `);
    expect(isGroupedRun(splitLines('x', text.join('\n')))).toBe(false);
    expect(isGroupedRun(splitLines('x', text.slice(0, -1).join('\n')))).toBe(true);
    expect(isGroupedRun([])).toBe(true);
  });

  test('broken lines are findings, all others are read', () => {
    const broken = [
      'q1 Q0 a 1 2.5',
      'q1 Q0 a 1 2.5 tag',
      'q1 Q0 b 1 nan tag',
      'q1 Q0 c 1 0x10 tag',
      'q1 Q0 d 1 1_000 tag',
      'q1 Q0 e\u00a0f 1 1,5 tag',
      'q1',
      '{"id": 1, "claim": "A claim of five words."}',
      'q1 Q0 a 1 9 tag',
      'q1 Q0 \u001b[31m\u202e 1 x tag',
      'q1 Q0 __proto__ 1 1 tag',
    ].join('\n');
    const { records, found } = read(readRun, broken);
    expect(records).toEqual([
      {
        id: 'q1',
        ranking: [
          ['a', 2.5],
          ['__proto__', 1],
        ],
      },
    ]);
    expect(told(found, broken)).toMatchInlineSnapshot(`
      [
        "1:1 score/run-line: The line has 5 columns; a line of a run has six.",
        "3:1 score/run-line: The score is "nan", which is no number.",
        "4:1 score/run-line: The score is "0x10", which is no number.",
        "5:1 score/run-line: The score is "1_000", which is no number.",
        "6:1 score/run-line: The score is "1,5", which is no number.",
        "7:1 score/run-line: The line has 1 column; a line of a run has six.",
        "8:1 score/run-line: The score is "claim", which is no number.",
        "9:1 score/run-line: The document "a" stands before for the query "q1": the line is not read, the first counts.",
        "10:1 score/run-line: The score is "x", which is no number.",
      ]
    `);
  });

  test.each<[string, string, string]>([
    ['a document twice', 'q Q0 a 1 1 t\nq Q0 a 2 1 t\n', 'AssertionError'],
    ['a column too few', 'q Q0 a 1 1 t\nq Q0 b 2 1\n', 'ValueError'],
    ['no number', 'q Q0 a 1 one t\n', 'ValueError'],
  ])('officially fail: %s', (_, broken, pythonClass) => {
    const fail = () => read(readRun, broken, { official: true });
    expect(fail).toThrow(OfficialFailure);
    expect(fail).toThrow(expect.objectContaining({ pythonClass }));
  });

  test('what was written is read again, however the lines are mixed', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `w${text.replace(/\s/gu, '')}`);
    const line = fc.tuple(fc.constantFrom('q1', 'q2', 'q3', '7'), word, fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom(' ', '\t', '  \t'), (lines, gap) => {
        const wanted = new Map<string, Map<string, number>>();
        let repeated = 0;
        for (const [query, document, score] of lines) {
          const ranking = wanted.get(query) ?? new Map<string, number>();
          wanted.set(query, ranking);
          if (ranking.has(document)) repeated += 1;
          else ranking.set(document, score);
        }
        const written = lines
          .map(([query, document, score]) => [query, 'Q0', document, 1, printed(score), 't'].join(gap))
          .join('\n');
        const { records, found } = read(readRun, written);
        expect(records).toEqual([...wanted].map(([id, ranking]) => ({ id, ranking: [...ranking] })));
        expect(found.length).toBe(repeated);
        // Grouped by query nothing changes.
        const sorted = [...wanted.keys()].flatMap((query) =>
          written.split('\n').filter((line) => line.startsWith(query + gap)),
        );
        expect(isGroupedRun(splitLines('x', sorted.join('\n')))).toBe(true);
        const again = read(readRun, sorted.join('\n'), { grouped: true });
        expect(again.records).toEqual(records);
        expect(again.found.length).toBe(repeated);
      }),
    );
  });

  test('any text is read without failing, and each line is read, found broken, or blank', () => {
    const piece = fc.constantFrom(
      'q',
      ' ',
      '\t',
      '\n',
      '\r',
      'Q0',
      '1',
      '-',
      'inf',
      '\0',
      '\uFEFF',
      '%31',
      '\ud800',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, grouped) => {
        const text = pieces.join('');
        const { records, found } = read(readRun, text, { grouped });
        const count = records.reduce((sum, { ranking }) => sum + (ranking as unknown[]).length, 0);
        const lines = [...splitLines('x', text)].filter(
          (line, at) => !/^[ \t\v\f\r]*$/.test(at === 0 ? line.text.replace(/^\uFEFF/, '') : line.text),
        );
        expect(count + found.length).toBe(lines.length);
      }),
    );
  });
});

describe('judgements', () => {
  test.each(['\n', '\r\n'])('of TREC (line end %j)', (end) => {
    const text = `q1 0 a 1${end}q1\t0\tb\t0${end} q2  x  __proto__  -2 ${end}${end}q1 0 c +3`;
    expect(read(readQrels, text)).toMatchObject({
      records: [
        { id: 'q1', relevant: { a: 1, b: 0, c: 3 } },
        { id: 'q2', relevant: JSON.parse('{"__proto__":-2}') as object },
      ],
      found: [],
    });
  });

  test.each(['\n', '\r\n'])('of BEIR, whose ids may hold blanks (line end %j)', (end) => {
    const lines = ['query-id\tcorpus-id\tscore', 'q 1\tA b\t1', 'q 1\tc\t2', 'q2\tA b\t0'];
    expect(read(readQrels, `\uFEFF${lines.join(end)}`)).toMatchObject({
      records: [
        { id: 'q 1', relevant: { 'A b': 1, c: 2 } },
        { id: 'q2', relevant: { 'A b': 0 } },
      ],
      found: [],
    });
    expect(read(readQrels, `query-id\tcorpus-id\tscore${end}`).records).toEqual([]);
  });

  test('broken lines are findings, all others are read', () => {
    const trec = 'q1 0 a\nq1 0 a 1\nq1 0 b 1.0\nq1 0 c 1 2\nq1 0 a 2\nq1 0 d 1234567890';
    const one = read(readQrels, trec);
    expect(one.records).toEqual([{ id: 'q1', relevant: { a: 1 } }]);
    expect(told(one.found, trec)).toMatchInlineSnapshot(`
      [
        "1:1 score/qrels-line: The line does not have the 4 columns of a judgement.",
        "3:1 score/qrels-line: The grade is "1.0", which is no whole number of at most nine digits.",
        "4:1 score/qrels-line: The line does not have the 4 columns of a judgement.",
        "5:1 score/qrels-line: The document "a" stands before for the query "q1": the line is not read, the first counts.",
        "6:1 score/qrels-line: The grade is "1234567890", which is no whole number of at most nine digits.",
      ]
    `);
    const beir = 'query-id\tcorpus-id\tscore\nq a 1\nq\ta\t1\nq\ta\t1\nq\tb\thigh\nq\tc\t1\t0';
    const other = read(readQrels, beir);
    expect(other.records).toEqual([{ id: 'q', relevant: { a: 1 } }]);
    expect(told(other.found, beir)).toMatchInlineSnapshot(`
      [
        "2:1 score/qrels-line: The line does not have the 3 columns of a judgement.",
        "4:1 score/qrels-line: The document "a" stands before for the query "q": the line is not read, the first counts.",
        "5:1 score/qrels-line: The grade is "high", which is no whole number of at most nine digits.",
        "6:1 score/qrels-line: The line does not have the 3 columns of a judgement.",
      ]
    `);
  });

  test.each<[string, string, string]>([
    ['a document twice', 'q 0 a 1\nq 0 a 1\n', 'AssertionError'],
    ['a column too many', 'q 0 a 1 1\n', 'ValueError'],
  ])('officially fail: %s', (_, broken, pythonClass) => {
    expect(() => read(readQrels, broken, { official: true })).toThrow(
      expect.objectContaining({ pythonClass }),
    );
  });
});

test('queries have the ids of the claims that they were written from', () => {
  const ids = [7, '12', 'a b', 'Ł%', '"x"', '\u00a0', '007'];
  const lines = ids.map((id) => `${queryIdOf(id)} Q0 d 1 1 t`);
  const { records, places } = read(readRun, lines.join('\n'));
  expect(records.map(({ id }) => id)).toEqual(ids.map(String));
  expect(places.map(({ claimId }) => claimId)).toEqual(ids.map(String));
  // Escapes that claims never get stay as they are.
  expect(read(readRun, '%41 Q0 d 1 1 t\n%zz Q0 d 1 1 t').records.map(({ id }) => id)).toEqual(['%41', '%zz']);
});

test.each<[string, boolean, boolean]>([
  ['q1 Q0 d 1 0.5 tag\n', true, false],
  ['\uFEFF\n \nq1\tQ0\td\t1\t-1e5\ttag', true, false],
  ['q1 Q0 d 1 0.5 tag and more\r\n', true, false],
  ['q1 0 d 1\n', false, true],
  ['q1 0 d -1\r\nq1', false, true],
  ['query-id\tcorpus-id\tscore\r\n', false, true],
  ['query-id\tcorpus-id\tscore', false, true],
  ['q1 Q0 d first 0.5 tag', false, false],
  ['q1 Q0 d 1 half tag', false, false],
  ['{"id": 1, "claim": 5 }', false, false],
  ['{"id": 1, "label": "SUPPORTS", "n": 1 }', false, false],
  ['id,claim,label', false, false],
  ['four words stand here', false, false],
  ['', false, false],
])('%j is recognised', (head, run, qrels) => {
  expect([isRun(head), isQrels(head)]).toEqual([run, qrels]);
});

function printed(score: number): string {
  return Object.is(score, -0) ? '-0' : String(score);
}
