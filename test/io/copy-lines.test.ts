import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyLines, idOfLine } from '../../src/io/copy-lines.ts';
import { arbitraryClaims } from '../formats/example-claims.ts';

function* pieces(text: string, bytes: number): Generator<Uint8Array> {
  const all = Buffer.from(text);
  const buffer = Buffer.alloc(bytes);
  for (let at = 0; at < all.length; at += bytes) {
    const piece = all.subarray(at, at + bytes);
    // The same memory each time, as a reader of files has it.
    piece.copy(buffer);
    yield buffer.subarray(0, piece.length);
  }
}

/** What was copied of a text to each part. */
function copied(
  text: string,
  bytes: number,
  partOf: Parameters<typeof copyLines<string>>[1],
): Map<string, string> {
  const found = new Map<string, Buffer>();
  for (const { part, bytes: lines } of copyLines(pieces(text, bytes), partOf))
    found.set(part, Buffer.concat([found.get(part) ?? Buffer.alloc(0), lines]));
  return new Map([...found].map(([part, lines]) => [part, lines.toString()]));
}

const lineId = (line: string) => {
  const bytes = Buffer.from(line);
  return idOfLine(bytes, 0, bytes.length);
};

describe('lines', () => {
  test.each([1, 2, 3, 5, 1000])('in pieces of %i bytes are copied as they stand', (bytes) => {
    const partOf = (line: Uint8Array, start: number) =>
      line[start] === 0x61 ? 'a' : line[start] === 0x62 ? 'b' : undefined;
    const lines = 'a1\r\nb\na2\na3é\n\nba\naa';
    expect([...copied(lines, bytes, partOf)]).toEqual([
      ['a', 'a1\r\na2\na3é\naa\n'],
      ['b', 'b\nba\n'],
    ]);
    expect(copied('', bytes, partOf).size).toBe(0);
  });

  test('longer than a block, and blocks that are full', () => {
    const lines = Array.from({ length: 9 }, (_, which) => `${which}${'x'.repeat(which * 60_000)}`);
    const partOf = (line: Uint8Array, start: number) => String((line[start] ?? 0) % 2);
    const found = copied(lines.join('\n'), 1 << 16, partOf);
    for (const part of ['0', '1'])
      expect(found.get(part)).toBe(
        lines
          .filter((_, which) => which % 2 === Number(part))
          .map((line) => `${line}\n`)
          .join(''),
      );
  });

  test('of all parts together are all lines, each once and in order', () => {
    fc.assert(
      fc.property(arbitraryClaims, fc.integer({ min: 1, max: 40 }), (claims, bytes) => {
        const lines = claims.map((claim) => Buffer.from(`${JSON.stringify(claim)}\n`).toString());
        const partOf = (id: unknown) => String(String(id).length % 2);
        const found = copied(lines.join(''), bytes, (line, start, end) => partOf(idOfLine(line, start, end)));
        for (const part of ['0', '1'])
          expect(found.get(part) ?? '').toBe(lines.filter((line) => partOf(lineId(line)) === part).join(''));
      }),
    );
  });
});

describe('the id of a line', () => {
  test.each([
    ['{"id":7}', 7],
    ['{"id": 7, "claim": "x"}', 7],
    ['{"id":-7,"claim":"x"}', -7],
    ['{"id":"nkw-0001","claim":"x"}', 'nkw-0001'],
    ['{"id":"a\\"b"}', 'a"b'],
    ['{"id":"\\u00e9"}', 'é'],
    ['{"claim":"x","id":"é"}', 'é'],
    ['\uFEFF{"id":1}', 1],
    ['{"id":9007199254740991}', 9007199254740991],
    ['{"id":9007199254740993}', undefined],
    ['{"id":1.5}', undefined],
    ['{"id":1e2}', 100],
    ['{"id":01}', undefined],
    ['{"id":-}', undefined],
    ['{"id":null}', undefined],
    ['{"id":"open', undefined],
    ['null', undefined],
    ['', undefined],
  ])('%s', (line, id) => {
    expect(lineId(line)).toBe(id);
  });

  test('is the one that JSON.parse gives', () => {
    fc.assert(
      fc.property(arbitraryClaims, fc.boolean(), (claims, isFirst) => {
        for (const { id, ...rest } of claims) {
          const line = Buffer.from(JSON.stringify(isFirst ? { id, ...rest } : { ...rest, id })).toString();
          expect(lineId(line)).toBe((JSON.parse(line) as { id: unknown }).id);
        }
      }),
    );
  });
});
