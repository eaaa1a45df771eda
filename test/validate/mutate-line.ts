import { createRng, type Rng } from '../../src/text/rng.ts';

/** Changes a line of JSON in one of the ways in which people and programs break it. */
export type Mutation = (line: string, random: Random) => string;

/** Random choices, the same for the same seed. */
export interface Random {
  /** A whole number from 0 on, less than `limit`. */
  readonly below: (limit: number) => number;
  readonly one: <Item>(items: readonly Item[]) => Item;
}

export function createRandom(seed: number): Random {
  const rng: Rng = createRng(seed);
  const below = (limit: number): number => Math.floor(rng() * limit);
  return { below, one: (items) => items[below(items.length)] as (typeof items)[number] };
}

/** A change of the record; lines that are none any more stay as they are. */
function ofRecord(change: (record: Record<string, unknown>, random: Random) => unknown): Mutation {
  return (line, random) => {
    try {
      const record = JSON.parse(line.trim()) as Record<string, unknown>;
      return JSON.stringify(change(record, random) ?? record) ?? '';
    } catch {
      return line;
    }
  };
}

/** A change of the text of a claim. */
function ofText(change: (text: string, random: Random) => string): Mutation {
  return ofRecord((record, random) => {
    record.claim = change(String(record.claim), random);
  });
}

/** A change of one evidence id. */
function ofId(change: (id: string, random: Random) => unknown): Mutation {
  return ofRecord((record, random) => {
    const sets = record.evidence as unknown[][];
    const which = random.below(sets.length);
    sets[which] = (sets[which] as unknown[]).map((id) =>
      random.below(2) === 0 ? change(String(id), random) : id,
    );
  });
}

const at = (text: string, random: Random): number => random.below(text.length + 1);
const insert = (text: string, where: number, added: string): string =>
  text.slice(0, where) + added + text.slice(where);

const tokens = [
  '"',
  '\\',
  ',',
  ':',
  '[',
  ']',
  '{',
  '}',
  '[[',
  ']]',
  'null',
  '1e400',
  '-0',
  '12345678901234567890',
  '\\u00',
  '\\ud800',
  '\u0000',
  '\u001b',
  '\t',
  '//',
  "'",
  '“',
  '\uFEFF',
  '\u2028',
  'NaN',
  '"id":1,',
  '"__proto__":{"a":1},',
];
const strange = [
  '\u00a0',
  '\u200b',
  '\u202e',
  '\u0301',
  'é',
  'e\u0301',
  'А',
  '😀',
  '\ud83d',
  '\u0000',
  '\u3000',
  '﹒',
  '。',
  'ﬁ',
  '𝐀',
  '\r',
  '\n',
  '\u2028',
  '\u00ad',
  '\ufeff',
];
const blanks = [' ', '  ', '\t', '\n', '\u00a0', '\u2009'];
const marks = ['.', '..', '…', '?', '!', '."', '.)', ' .', '', ',', ':', "'", '"', '(', '[', '“'];
const labels = [
  'Supported',
  'REFUTED',
  'nei',
  'Not Enough Info',
  'NOT_ENOUGH_INFO',
  'supports ',
  'TRUE',
  'DISPUTED',
  'SUPORTS',
  '',
  null,
  1,
  ['SUPPORTS'],
];
const keys = [
  'ID',
  'claims',
  'lable',
  'evidences',
  'gold_label',
  'uid',
  'challange',
  'mutation_type',
  '__proto__',
  'constructor',
  'toString',
  '',
  'a.b',
  'claim\u0000',
  'Label',
];
const values = [
  null,
  true,
  -1,
  0,
  1.5,
  1e21,
  '',
  ' ',
  [],
  [[]],
  [[[]]],
  {},
  { a: { b: [1] } },
  'x'.repeat(5000),
  '__proto__',
  ['a', 1],
  '2020-13-45T99:00:00Z',
  'train',
  'dev ',
  'substitute-similar',
  'Multihop Reasoning',
];
const titles = [
  'First Nagorno-Karabakh War',
  'first nagorno-karabakh war',
  'First_Nagorno-Karabakh_War',
  'Nobody',
  '',
];

const mutations: Readonly<Record<string, Mutation>> = {
  'a character is lost': (line, random) => {
    const where = at(line, random);
    return line.slice(0, where) + line.slice(where + 1 + random.below(3));
  },
  'a piece is lost': (line, random) => {
    const [a, b] = [at(line, random), at(line, random)];
    return line.slice(0, Math.min(a, b)) + line.slice(Math.max(a, b));
  },
  'a piece is doubled': (line, random) => {
    const [a, b] = [at(line, random), at(line, random)];
    return insert(line, Math.max(a, b), line.slice(Math.min(a, b), Math.max(a, b)));
  },
  'the line is cut': (line, random) => line.slice(0, at(line, random)),
  'a token comes in': (line, random) => insert(line, at(line, random), random.one(tokens)),
  'something strange comes in': (line, random) => insert(line, at(line, random), random.one(strange)),
  'a letter changes its place': (line, random) => {
    const where = random.below(line.length);
    return (
      line.slice(0, where) +
      line.slice(where + 1, where + 2) +
      line.slice(where, where + 1) +
      line.slice(where + 2)
    );
  },
  'two records are one line': (line) => `${line}${line}`,
  'a list of records': (line) => `[${line}]`,
  'a comma behind it': (line) => `${line},`,
  'blanks around': (line, random) => `${random.one(blanks)}${line}${random.one(blanks)}`,
  'blanks between': (line, random) =>
    line.replaceAll(',"', `${random.one([' ', '\t', ''])},${random.one([' ', '  '])}"`),
  'nothing at all': () => '',
  'deep nesting': (line, random) => line.replace(/:"/, `:${'['.repeat(random.below(200))}"`),
  'a key that stands twice': ofRecord((record, random) => {
    const [key, value] = random.one(Object.entries(record));
    return JSON.parse(JSON.stringify({ [key]: value, ...record }));
  }),
  'a copied member': (line, random) =>
    line.replace(
      /"(?:id|claim|label|annotator)":"?[^",]*"?/,
      (member) => `${member},${random.one([member, member.toUpperCase()])}`,
    ),
  'another key': ofRecord((record, random) => {
    const old = random.one(Object.keys(record));
    return Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key === old ? random.one(keys) : key, value]),
    );
  }),
  'a key is missing': ofRecord((record, random) => {
    delete record[random.one(Object.keys(record))];
  }),
  'one more key': ofRecord((record, random) => {
    Object.defineProperty(record, random.one(keys), {
      value: random.one(values),
      enumerable: true,
      configurable: true,
    });
  }),
  'another value': ofRecord((record, random) => {
    record[random.one(Object.keys(record))] = random.one(values);
  }),
  'another label': ofRecord((record, random) => {
    record.label = random.one(labels);
  }),
  'the other label': ofRecord((record, random) => {
    record.label = random.one(['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO']);
  }),
  'another id': ofRecord((record, random) => {
    const key = 'annotator' in record ? 'claim' : 'id';
    record[key] = random.one(['nkw-0001', 'nkw-0002', 1, '1', 2 ** 60, '', -0, 1.5]);
  }),
  'a claim without its period': ofText((text) => text.replace(/\.$/, '')),
  'another mark at its end': ofText((text, random) => text.replace(/\.$/, random.one(marks))),
  'a claim with blanks': ofText((text, random) =>
    random.one([
      `${random.one(blanks)}${text}`,
      `${text}${random.one(blanks)}`,
      text.replace(' ', `${random.one(blanks)}${random.one(blanks)}`),
    ]),
  ),
  'a claim with something strange': ofText((text, random) =>
    insert(text, at(text, random), random.one(strange)),
  ),
  'a claim decomposed': ofText((text) => text.normalize('NFD')),
  'a claim of two sentences': ofText(
    (text, random) => `${text} ${random.one(['He did.', 'it may be', 'Some were, perhaps.', 'Is it?'])}`,
  ),
  'a claim in lower case': ofText((text) => text.toLowerCase()),
  'a claim in capitals': ofText((text) => text.toUpperCase()),
  'a claim of one word': ofText((text, random) => random.one(text.split(' '))),
  'a claim quoted': ofText((text, random) =>
    insert(insert(text, at(text, random), random.one(marks)), 0, random.one(marks)),
  ),
  'evidence as one list': ofRecord((record) => {
    record.evidence = (record.evidence as unknown[]).flat();
  }),
  'evidence nested once more': ofRecord((record) => {
    record.evidence = [record.evidence];
  }),
  'evidence of FEVER': ofRecord((record, random) => {
    record.evidence = [[[1, 2, random.one(titles), random.below(9)]]];
  }),
  'evidence of FEVEROUS': ofRecord((record, random) => {
    record.evidence = [{ content: (record.evidence as unknown[])[0], context: random.one([{}, [], null]) }];
  }),
  'evidence in pieces': ofRecord((record, random) => {
    record.evidence = [[random.one(titles), 'sentence', random.one([1, '1'])]];
  }),
  'no evidence': ofRecord((record, random) => {
    record.evidence = random.one([[], [[]], null, {}]);
  }),
  'an evidence set again': ofRecord((record, random) => {
    const sets = record.evidence as unknown[][];
    record.evidence = [
      ...sets,
      random.one([...sets, [...(sets[0] ?? [])].reverse(), [...(sets[0] ?? []), 'x']]),
    ];
  }),
  'an evidence id again': ofRecord((record) => {
    record.evidence = (record.evidence as unknown[][]).map((set) => [...set, ...set]);
  }),
  'all sets in one': ofRecord((record) => {
    record.evidence = [(record.evidence as unknown[][]).flat()];
  }),
  'an id off by one': ofId((id, random) =>
    id.replace(/\d+$/, (digits) => String(Number(digits) + random.one([-1, 1, 1000]))),
  ),
  'an id of another kind': ofId((id, random) =>
    id.replace(
      /_[a-z_]+_\d/,
      `_${random.one(['sentense', 'cell_0', 'header_cell_0_0', 'section', 'title', 'table', 'Sentence'])}_0`,
    ),
  ),
  'an id of another article': ofId((id, random) => id.replace(/^[^_]*/, random.one(titles))),
  'an id spelt in another way': ofId((id, random) =>
    random.one([
      id.normalize('NFD'),
      id.replaceAll(' ', '_'),
      ` ${id}`,
      id.toLowerCase(),
      `${id}\u0000`,
      `-LRB-${id}`,
    ]),
  ),
  'an id that is none': ofId((_, random) => random.one(values)),
};

/** How the claims of a file are broken, in a fixed order. */
const mutationNames: readonly string[] = Object.keys(mutations);

/** The line with one to three changes. */
export function mutateLine(line: string, random: Random): string {
  let mutated = line;
  for (let left = 1 + random.below(3); left > 0; left--)
    mutated = mutations[random.one(mutationNames)]?.(mutated, random) ?? mutated;
  return mutated;
}
