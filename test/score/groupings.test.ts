import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  feverPieceOfId,
  idOfPiece,
  oddPiece,
  type Piece,
  pieceOf,
  pieceOfId,
} from '../../src/score/evidence/piece.ts';
import { noGroup, otherGroup } from '../../src/score/groupings/group-name.ts';
import { findGrouping, groupings } from '../../src/score/groupings/index.ts';
import { ScoreTally } from '../../src/score/score-tally.ts';
import type { JsonObject, Prediction } from '../../src/score/scorer.ts';
import { sortGroups } from '../../src/score/sort-groups.ts';

const nothing: Prediction = { label: undefined, pieces: [] };

/** Pieces of ids; `null` is what FEVER has for no evidence. */
function setsOf(sets: readonly (readonly (string | null)[])[]): Piece[][] {
  return sets.map((set) =>
    set.map((id) => (id === null ? oddPiece([null, null]) : (pieceOfId(id) ?? oddPiece(id)))),
  );
}

function groupsOf(
  id: string,
  sets: readonly (readonly (string | null)[])[],
  record: JsonObject = {},
  { label = 'SUPPORTS', predicted = nothing, lenient = false } = {},
): readonly string[] | undefined {
  return findGrouping(id)?.groupsOf({ label, sets: setsOf(sets) }, record, predicted, { lenient });
}

test('the registry is sorted, and every file of a grouping is in it under its name', () => {
  const ids = groupings.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  const others = ['count-group.ts', 'group-name.ts', 'grouping.ts', 'index.ts'];
  const files = readdirSync(resolve(import.meta.dirname, '../../src/score/groupings'));
  expect(files.filter((file) => !others.includes(file)).sort()).toEqual(ids.map((id) => `${id}.ts`));
  expect(findGrouping('none')).toBeUndefined();
});

const sentence = 'A town_sentence_0';
const cell = 'A town_cell_0_1_2';
const item = 'B_item_0_3';

test.each([
  ['evidence-size', [], ['0']],
  ['evidence-size', [[null]], ['0']],
  ['evidence-size', [[sentence, cell], [item]], ['1']],
  ['evidence-size', [[sentence, cell, null]], ['2']],
  ['evidence-size', [[sentence, sentence]], ['1']],
  ['evidence-size', [[sentence, cell, item, 'A_sentence_1', 'A_sentence_2']], ['4+']],
  ['evidence-sets', [], ['0']],
  ['evidence-sets', [[null], [sentence]], ['1']],
  ['evidence-sets', [[sentence], [cell], [item], [sentence]], ['3+']],
  ['evidence-kind', [], ['none']],
  ['evidence-kind', [[sentence]], ['sentence']],
  ['evidence-kind', [[cell, 'A town_header_cell_0_0_0', 'A town_table_caption_0']], ['table']],
  ['evidence-kind', [[item]], ['list']],
  ['evidence-kind', [[sentence, cell]], ['mixed']],
  ['evidence-kind', [[sentence, cell], [item]], ['list']],
  ['evidence-kind', [['A town_title']], ['other']],
  ['articles', [[null]], ['0']],
  ['articles', [[sentence, cell]], ['1']],
  ['articles', [[sentence, item, 'C_sentence_1']], ['2+']],
  ['article', [[sentence, item], [cell], [null]], ['A town', 'B']],
  ['article', [], []],
])('%s of %j is %j', (id, sets, expected) => {
  expect(groupsOf(id, sets)).toEqual(expected);
});

test.each([
  ['challenge', { challenge: 'Multi-hop Reasoning' }, 'Multi-hop Reasoning'],
  ['challenge', {}, 'none'],
  ['challenge', { challenge: '' }, 'none'],
  ['challenge', { challenge: ['x'] }, 'other'],
  ['mutation', { mutation: 'negate' }, 'negate'],
  ['split', { split: 'dev' }, 'dev'],
  ['split', { split: 3 }, '3'],
  ['split', { split: 'x'.repeat(1e6) }, 'x'.repeat(200)],
  ['split', Object.create({ split: 'inherited' }), 'none'],
  ['split', JSON.parse('{"__proto__":{"split":"a"}}'), 'none'],
])('%s of %j', (id, record, expected) => {
  expect(groupsOf(id, [], record)).toEqual([expected]);
});

test('labels are those that are compared', () => {
  expect(groupsOf('label', [], {}, { label: 'supports' })).toEqual(['SUPPORTS']);
  expect(groupsOf('label', [], {}, { label: 'Supported' })).toEqual(['SUPPORTED']);
  expect(groupsOf('label', [], {}, { label: 'Supported', lenient: true })).toEqual(['SUPPORTS']);
  const predicted: Prediction = { label: 'refutes', pieces: [] };
  expect(groupsOf('predicted-label', [], {}, { predicted })).toEqual(['REFUTES']);
  expect(groupsOf('predicted-label', [])).toEqual(['none']);
});

test('whatever the data are, a claim is once in a group of a short name', () => {
  const json = fc.dictionary(fc.constantFrom('challenge', 'mutation', 'split', 'x'), fc.jsonValue());
  const piece = fc.oneof(
    fc.string().map(oddPiece),
    fc
      .tuple(fc.string(), fc.constantFrom('sentence', 'cell', ''), fc.string())
      .map((parts) => pieceOf(...parts)),
  );
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.array(piece)),
      json,
      fc.boolean(),
      (label, sets, record, lenient) => {
        for (const grouping of groupings) {
          const groups = grouping.groupsOf({ label, sets }, record, { label, pieces: [] }, { lenient });
          expect(new Set(groups).size).toBe(groups.length);
          for (const name of groups) expect(name.length).toBeLessThanOrEqual(200);
        }
      },
    ),
  );
});

describe('many groups', () => {
  test('beyond 1,000 are one, in which a claim counts once', () => {
    const tally = new ScoreTally(1, 1);
    for (let at = 0; at < 1500; at++) tally.add(at, [1], [[`g${at}`]]);
    tally.add(1500, [1], [['g3', 'new', 'newer']]);
    const groups = tally.groups[0] ?? new Map();
    expect(groups.size).toBe(1001);
    expect(groups.get(otherGroup)?.claims).toBe(501);
    expect(groups.get('g3')?.claims).toBe(2);
  });

  test('are the same in whatever order claims come', () => {
    const tallies = [new ScoreTally(1, 1), new ScoreTally(1, 1)] as const;
    for (let at = 0; at < 1200; at++) tallies[0].add(at, [1], [[`g${at % 1100}`]]);
    for (let at = 1199; at >= 0; at--) tallies[1].add(at, [1], [[`g${at % 1100}`]]);
    const [first, second] = tallies.map(({ groups }) =>
      [...(groups[0] ?? [])].map(([name, table]) => [name, table.claims]),
    );
    expect(second).toEqual(first);
  });
});

test('groups are sorted by the grouping’s order, then by size, then by name', () => {
  const group = (name: string, claims: number) => ({ name, claims });
  const sorted = sortGroups(
    [group(otherGroup, 90), group('b', 2), group('a', 2), group(noGroup, 50), group('c', 9), group('z', 1)],
    { order: ['z', 'y'] },
  );
  expect(sorted.map(({ name }) => name)).toEqual(['z', 'c', 'a', 'b', noGroup, otherGroup]);
});

test.each([['A town_sentence_0'], ['A_b_header_cell_0_2_1'], ['X_title']])(
  'the piece of %s has that id again',
  (id) => {
    const piece = pieceOfId(id);
    expect(piece && idOfPiece(piece)).toBe(id);
  },
);

test('a FEVER page stays as it is, a document is its name, and what is no piece is its JSON', () => {
  expect(idOfPiece(feverPieceOfId('Soul Food (film)_sentence_3') ?? '')).toBe(
    'Soul_Food_-LRB-film-RRB-_sentence_3',
  );
  expect(idOfPiece(pieceOf('doc_12', 'document', ''))).toBe('doc_12');
  expect(idOfPiece(oddPiece([null, 3]))).toBe('[null,3]');
});
