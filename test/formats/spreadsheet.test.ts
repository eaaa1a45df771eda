import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { findReadableFormat } from '../../src/formats/index.ts';
import { guardCell, quoteCell, unguardCell } from '../../src/formats/tables/cell-text.ts';
import { csv } from '../../src/formats/tables/csv.ts';
import { context, exampleClaims } from './example-claims.ts';
import { readings } from './places.ts';

function claims(text: string, format = 'csv'): Claim[] {
  return [...findReadableFormat(format).read({ file: 'x', text }, context)].map((result) => {
    expect(result.diagnostic).toBeUndefined();
    return result.claim as Claim;
  });
}

const head = 'id,claim,label,evidence\n';
const one = { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [['A_sentence_0']] };

describe('files of other programs', () => {
  test.each([
    ['commas', `${head}1,C.,SUPPORTS,A_sentence_0`],
    ['a byte order mark', `\uFEFF${head}1,C.,SUPPORTS,A_sentence_0\n`],
    ['semicolons', 'id;claim;label;evidence\n1;C.;SUPPORTS;A_sentence_0\n'],
    ['tabs', 'id\tclaim\tlabel\tevidence\n1\tC.\tSUPPORTS\tA_sentence_0\n'],
    ['bars', 'id|claim|label|evidence\n1|C.|SUPPORTS|A_sentence_0\n'],
    ['the line sep=', 'sep=;\r\nid;claim;label;evidence\r\n1;C.;SUPPORTS;A_sentence_0\r\n'],
    ['sep= with a rare separator', '\uFEFFsep=^\nid^claim^label^evidence\n1^C.^SUPPORTS^A_sentence_0\n'],
    ['CRLF', 'id,claim,label,evidence\r\n1,C.,SUPPORTS,A_sentence_0\r\n'],
    ['CR', 'id,claim,label,evidence\r1,C.,SUPPORTS,A_sentence_0\r'],
    ['mixed line ends', 'id,claim,label,evidence\r\n1,C.,SUPPORTS,A_sentence_0\n\r'],
    ['another case and order', 'Label,EVIDENCE, Claim ,Id\nSUPPORTS,A_sentence_0,C.,1\n'],
    ['everything quoted', '"id","claim","label","evidence"\n"1","C.","SUPPORTS","A_sentence_0"\n'],
    [
      'empty rows and columns',
      'id,claim,label,evidence,,\n,,,,,\n\n1,C.,SUPPORTS,A_sentence_0,,\n,,,,,\n \n',
    ],
    ['rows without their last cells', 'id,claim,label,evidence,split,note\n1,C.,SUPPORTS,A_sentence_0\n'],
    ['evidence as JSON', 'id,claim,label,evidence\n1,C.,SUPPORTS,"[[""A_sentence_0""]]"\n'],
    ['evidence_json', 'id,claim,label,evidence_json\n1,C.,SUPPORTS,"[ [""A_sentence_0""] ]"\n'],
    [
      'both, which agree',
      'id,claim,label,evidence,evidence_json\n1,C.,SUPPORTS,A_sentence_0,"[[""A_sentence_0""]]"\n',
    ],
  ])('%s', (_, text) => {
    for (const format of ['csv', 'tsv']) expect(claims(text, format)).toEqual([one]);
  });

  test('cells with line breaks, quotation marks and separators', () => {
    expect(
      claims(`${head}1,"a\r\n""b"", c",SUPPORTS,\n2,5" nails,SUPPORTS,\n`).map(({ claim }) => claim),
    ).toEqual(['a\r\n"b", c', '5" nails']);
  });

  test.each([
    ['7', 7],
    ['007', '007'],
    ['"""7"""', '7'],
    ["'-7", -7],
    ['-7', -7],
    ['1.0', '1.0'],
    ['9007199254740993', '9007199254740993'],
    ['nkw-1', 'nkw-1'],
  ])('the id %s', (cell, id) => {
    expect(claims(`${head}${cell},C.,SUPPORTS,`)[0]?.id).toBe(id);
  });

  test.each([
    ['01234', '01234'],
    ['1.50', '1.50'],
    ['1.5', 1.5],
    ['12345678901234567890', '12345678901234567890'],
    ['TRUE', 'TRUE'],
    ['true', true],
    ["'=1+1", '=1+1'],
    ["'quoted'", "'quoted'"],
    ['"{""a"": 1}"', { a: 1 }],
    ['{not json}', '{not json}'],
    ['"{""a"":12345678901234567890}"', '{"a":12345678901234567890}'],
    ['[1e400]', '[1e400]'],
    ['"{""a"":1,""a"":2}"', '{"a":1,"a":2}'],
  ])('the cell %s of an unknown column', (cell, value) => {
    expect(claims(`id,claim,label,evidence,note\n1,C.,SUPPORTS,,${cell}\n`)[0]?.note).toEqual(value);
  });

  test('a column named __proto__ is a key like any other', () => {
    const [claim] = claims('id,claim,label,evidence,__proto__\n1,C.,SUPPORTS,,"{""x"":1}"\n');
    expect(Object.keys(claim ?? {})).toContain('__proto__');
    expect(JSON.stringify(claim)).toContain('"__proto__":{"x":1}');
    expect((claim as { x?: number }).x).toBeUndefined();
  });
});

describe('what is broken', () => {
  test.each([
    ['nothing at all', '', ['1:1-1:1 format/header No column is named `id`, `claim`, `label`, `evidence`.']],
    [
      'no header',
      '1,C.,SUPPORTS,A_sentence_0\n',
      ['1:1-1:27 format/header No column is named `id`, `claim`, `label`, `evidence`.'],
    ],
    [
      'a column missing',
      'id;label;evidence\n1;SUPPORTS;\n',
      ['1:1-1:18 format/header No column is named `claim`.'],
    ],
    [
      'a column twice',
      'id,claim,label,evidence,Label\n1,C.,SUPPORTS,,REFUTES\n',
      ['1:25-1:30 format/header A second column is named `label`; it is not read.', '[1]'],
    ],
    [
      'an unknown column twice',
      'id,claim,label,evidence,note,note\n1,C.,SUPPORTS,,,x\n',
      ['1:30-1:34 format/header A second column is named `note`; it is not read.', '[1]'],
    ],
    [
      'a column without a name',
      ',id,claim,label,evidence\n0,1,C.,SUPPORTS,\n1,2,D.,REFUTES,\n',
      ['2:1-2:2 format/extra-cell The column of this cell has no name.', '[1]', '[2]'],
    ],
    [
      'a separator that is not quoted',
      `${head}1,Yes, he did.,SUPPORTS,A_sentence_0\n2,C.,REFUTES,\n`,
      [
        '2:25-2:37 format/extra-cell The row has 5 cells, but there are 4 columns.',
        '2:7-2:15 format/not-a-claim `label` is " he did.", which is not one of its values.',
        '[2]',
      ],
    ],
    [
      'a line break that is not quoted',
      `${head}1,One\ntwo,SUPPORTS,\n`,
      ['2:6-2:6 format/not-a-claim `label` is missing.', '3:14-3:14 format/not-a-claim `label` is missing.'],
    ],
    [
      'a foreign spelling of a label',
      `${head}1,C.,supports,\n`,
      ['2:6-2:14 format/not-a-claim `label` is "supports", which is not one of its values.'],
    ],
    [
      'a label with blanks',
      `${head}1,C.," SUPPORTS",\n`,
      ['2:6-2:17 format/not-a-claim `label` is " SUPPORTS", which is not one of its values.'],
    ],
    [
      'empty cells',
      `${head},,REFUTES,\n`,
      ['2:1-2:1 format/not-a-claim `id` is missing.', '2:2-2:2 format/not-a-claim `claim` is missing.'],
    ],
    [
      'a quotation mark that is never closed',
      `${head}1,C.,SUPPORTS,\n2,"D.,SUPPORTS,\n3,E.,REFUTES,\n`,
      ['[1]', '3:3-3:4 format/quotes The quotation mark is never closed: the rest of the file is not read.'],
    ],
    [
      'one in the first cell of a row',
      `${head}1,é😀,SUPPORTS,\n"2,D.,SUPPORTS,\n`,
      ['[1]', '3:1-3:2 format/quotes The quotation mark is never closed: the rest of the file is not read.'],
    ],
    [
      'text behind a quotation mark',
      `${head}1,"Yes" he said,SUPPORTS,\n`,
      ['2:3-2:16 format/quotes Text follows the closing quotation mark of the cell.'],
    ],
    [
      'evidence with a separator too many',
      `${head}1,C.,SUPPORTS,A_sentence_0 | \n2,C.,SUPPORTS,A_sentence_0 + | B_sentence_0\n`,
      [
        '2:15-2:30 format/evidence-cell An evidence id is missing before or after a separator.',
        '3:15-3:44 format/evidence-cell An evidence id is missing before or after a separator.',
      ],
    ],
    [
      'evidence that is not quite JSON',
      `${head}1,C.,SUPPORTS,[A_sentence_0]\n2,C.,SUPPORTS,"[""A_sentence_0""]"\n`,
      [
        '2:15-2:29 format/evidence-cell The cell begins with `[`, but is not JSON: this word is no value.',
        '3:15-3:35 format/evidence-cell The JSON is not a list of evidence sets, each a list of ids.',
      ],
    ],
    [
      'columns of evidence that differ',
      'id,claim,label,evidence,evidence_json\n1,C.,SUPPORTS,A_sentence_0,"[[""B""]]"\n',
      ['2:28-2:39 format/evidence-cell The columns `evidence` and `evidence_json` say different things.'],
    ],
    [
      'a place behind wide characters and quoted lines',
      `sep=;\r\nid;claim;label;evidence\r\n1;"é\r\n😀";SUPPORTS;\r\n2;ééé😀;no;\r\n`,
      ['[1]', '5:9-5:11 format/not-a-claim `label` is "no", which is not one of its values.'],
    ],
    [
      'a place in a file of CR lines',
      'id,claim,label,evidence\r1,C.,no,\r',
      ['2:6-2:8 format/not-a-claim `label` is "no", which is not one of its values.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(readings('csv', text)).toEqual(expected);
  });

  test('the suggestion for a label is an edit of its cell', () => {
    const text = `${head}1,C.," nei",\n`;
    const [result] = findReadableFormat('csv').read({ file: 'x', text }, context);
    const { place, suggestions } = result?.diagnostic ?? {};
    expect(place).toMatchObject({ claimId: 1, pointer: '/label', lineText: '1,C.," nei",' });
    const [edit] = suggestions?.[0]?.edits ?? [];
    expect(text.slice(edit?.span.start, edit?.span.end)).toBe('" nei"');
    expect(edit?.text).toBe('NOT ENOUGH INFO');
  });

  test('a header of many columns does not make short rows slow', () => {
    const columns = Array.from({ length: 20_000 }, (_, at) => `k${at}`).join(',');
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},C.,SUPPORTS,\n`).join('');
    expect(claims(`id,claim,label,evidence,${columns}\n${rows}`)).toHaveLength(20_000);
  });
});

describe('formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["''-", "'''-"],
    ["'tis", "'tis"],
    ["'", "'"],
    ['1=1', '1=1'],
    ['', ''],
  ])('%j is written as %j, and read back', (text, cell) => {
    expect(guardCell(text)).toBe(cell);
    expect(unguardCell(cell)).toBe(text);
  });

  test('no cell begins a formula, and every guard comes off again', () => {
    const text = fc
      .array(fc.constantFrom("'", '=', '-', ' ', '\t', '\r', '\n', 'a', '＠', '\0'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        expect(guardCell(value)).not.toMatch(/^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/);
        expect(unguardCell(guardCell(value))).toBe(value);
      }),
    );
  });

  test('a text that another separator would cut is quoted', () => {
    expect(['a;=1', 'a,b', 'a\tb', 'a "b"', ' a', 'a b'].map(quoteCell)).toEqual([
      '"a;=1"',
      '"a,b"',
      '"a\tb"',
      '"a ""b"""',
      '" a"',
      'a b',
    ]);
  });
});

describe('evidence as text', () => {
  const claim: Claim = {
    ...{ id: 1, claim: 'C.', label: 'SUPPORTS' },
    evidence: [
      ['Café (bar)_sentence_0', 'Café (bar)_cell_0_1_1'],
      ['A_sentence_0'],
      ['Café (bar)_sentence_1'],
    ],
  };
  const textOf = (more: Partial<FormatContext>) => [...csv.write([claim], { ...context, ...more })].join('');

  test.each([
    ['text', 'The Café is a bar. 12 |  | It opened in 1988.'],
    [
      'context',
      '"[Café (bar)] The Café is a bar.\n[Café (bar); Figures; 1988; Guests] 12 |  | [Café (bar)] It opened in 1988."',
    ],
  ] as const)('as %s, in a column that is not read back', (evidenceStyle, cell) => {
    const text = textOf({ evidenceStyle });
    expect(text.split('\n')[0]).toBe('id,claim,label,evidence,challenge,mutation,source,split,evidence_text');
    expect(text).toContain(`,${cell}\n`);
    expect(claims(text)).toEqual([claim]);
  });

  test('by default, and as ids, there is no such column', () => {
    expect(textOf({})).not.toContain('evidence_text');
    expect(textOf({ evidenceStyle: 'ids' })).toBe(textOf({}));
  });

  test('a claim may have an unknown key of that name', () => {
    const own = { ...claim, evidence_text: 'mine' };
    const text = [...csv.write([own], { ...context, evidenceStyle: 'text' })].join('');
    expect(text.split('\n')[0]).toContain(',evidence_text,"""evidence_text"""');
    expect(claims(text)).toEqual([own]);
  });

  test('no text begins a formula', () => {
    const formula = { ...claim, evidence: [['=A_sentence_0']] };
    const evidence = { ...context.evidence, text: () => '=1+1', get: () => undefined };
    const text = [...csv.write([formula], { ...context, evidence, evidenceStyle: 'text' })].join('');
    expect(text).toContain(",'=1+1\n");
  });

  test('the examples come back with it as without it', () => {
    const all = exampleClaims.filter(({ label }) =>
      ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'].includes(label ?? ''),
    );
    const [plain, withText] = [{}, { evidenceStyle: 'highlighted' as const }].map((more) =>
      [...csv.write(all, { ...context, ...more })].join(''),
    ) as [string, string];
    expect(withText).not.toBe(plain);
    expect(claims(withText)).toEqual(claims(plain));
  });
});
