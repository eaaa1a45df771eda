import fc from 'fast-check';

/** Values that are right in some place and wrong in most. */
const values: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    'x',
    'A_sentence_0',
    'Soul_Food_-LRB-film-RRB-',
    '__proto__',
    '0',
    0,
    1,
    -1,
    1.5,
    1e9,
    2 ** 53,
  ],
  ...[
    'SUPPORTS',
    'REFUTES',
    'NOT ENOUGH INFO',
    'SUPPORT',
    'CONTRADICT',
    'SUPPORTED',
    'VERIFIABLE',
    'NOT VERIFIABLE',
  ],
  ...['Other', 'negate', 'train', 'a b', 'Numerical Reasoning'],
  ...[
    [],
    {},
    [[]],
    [[[]]],
    [null],
    ['A', 0],
    [1, 2, 'A', 0],
    [1, 2, null, null],
    [1, 2, 'A', null],
    [[1, 2, 'A', 0]],
  ],
  ...[
    { content: ['A'] },
    { content: [], context: {} },
    { label: 'SUPPORT', sentences: [0] },
    { sentences: [] },
  ],
];
const keys = [
  'id',
  'claim',
  'label',
  'evidence',
  'verifiable',
  'challenge',
  'mutation',
  'source',
  'split',
  'fingerprints',
];
const moreKeys = [
  'content',
  'context',
  'sentences',
  'cited_doc_ids',
  '__proto__',
  'constructor',
  '4',
  '',
  'predicted_label',
];

/** A change of a record: which of its values (the number modulo how many there are), and what happens to it. */
export interface Change {
  readonly at: number;
  readonly kind: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat';
  readonly key: string;
  readonly value: unknown;
}

export const arbitraryChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  kind: fc.constantFrom('replace', 'replace', 'remove', 'add', 'wrap', 'repeat'),
  key: fc.constantFrom(...keys, ...moreKeys),
  value: fc.constantFrom(...values),
});

/** Parsed JSON with some changes made, one after the other. The JSON itself stays as it is. */
export function changed(json: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((last, change) => {
    const parents = containersOf(last);
    const places = parents.flatMap((parent) => Object.keys(parent).map((key) => ({ parent, key })));
    const { parent, key } = places[change.at % places.length] ?? {};
    return parent === undefined || key === undefined ? last : copy(last, parent, key, change);
  }, json);
}

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

function isContainer(json: unknown): json is Container {
  return typeof json === 'object' && json !== null;
}

function containersOf(json: unknown): Container[] {
  return isContainer(json) ? [json, ...Object.values(json).flatMap(containersOf)] : [];
}

function copy(json: unknown, parent: Container, key: string, change: Change): unknown {
  if (!isContainer(json)) return json;
  const entries = Object.entries(json).map(([other, value]): [string, unknown] => [
    other,
    copy(value, parent, key, change),
  ]);
  const next = json === parent ? entries.flatMap((entry) => edited(entry, key, change)) : entries;
  if (!Array.isArray(json)) return Object.fromEntries(next);
  return next.map(([, value]) => value);
}

function edited(entry: [string, unknown], key: string, change: Change): [string, unknown][] {
  const [name, value] = entry;
  if (name !== key) return [entry];
  switch (change.kind) {
    case 'replace':
      return [[name, change.value]];
    case 'remove':
      return [];
    case 'add':
      return [entry, [change.key, change.value]];
    case 'wrap':
      return [[name, [value]]];
    case 'repeat':
      return [entry, entry];
  }
}
