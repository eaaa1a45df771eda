import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ToolError } from '../../src/errors.ts';
import { loadNegatives } from '../../src/io/load-negatives.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { lines, writeInto } from '../cli/small-dataset.ts';

function load(text: string) {
  const folder = temporaryFolder();
  writeInto(folder, 'n.jsonl', text);
  return loadNegatives(join(folder, 'n.jsonl'), 'n.jsonl');
}

const hard = { id: 'A town_sentence_0', sampler: 'hard', rank: 2, score: 1.25, mine: true };
const drawn = { id: 'A town_sentence_1', sampler: 'my own', seed: 3 };

test('lines are read by the key of their claim, blank ones skipped, two of a claim joined, each record once', () => {
  const text = lines(
    JSON.stringify({ id: 12, negatives: [hard] }),
    '',
    JSON.stringify({ id: '12', negatives: [drawn, { ...hard, rank: 1 }], more: 1 }),
    JSON.stringify({ id: '__proto__', negatives: [] }),
  );
  expect([...load(`\uFEFF${text}`)]).toEqual([
    ['12', [hard, drawn]],
    ['__proto__', []],
  ]);
});

test.each([
  ['{"id":1', /^n\.jsonl:2 The line is not JSON: /],
  ['[1]', /^n\.jsonl:2 The line is JSON, but no object: /],
  ['{"id":1,"id":2,"negatives":[]}', /^n\.jsonl:2 The key "?id"? stands a second time/],
  [`{"id":1,"negatives":${'['.repeat(5000)}${']'.repeat(5000)}}`, /^n\.jsonl:2 .* nest deeper than/],
  ['{"id":1}', /^n\.jsonl:2 `negatives` is missing: expected a list\. Write/],
  [
    '{"id":1,"negatives":["A town_sentence_0"]}',
    /^n\.jsonl:2 `negatives\[0\]`: expected an object, found the string "A town_sentence_0"\./,
  ],
  [
    '{"id":1,"negatives":[{"id":"x"}]}',
    /^n\.jsonl:2 `negatives\[0\]\.sampler` is missing: expected a string\./,
  ],
  [
    '{"id":1,"negatives":[{"id":"x","sampler":"annotated"}]}',
    /`negatives\[0\]\.sampler`: expected another name than "annotated", which is what evidence is called, found/,
  ],
  [
    '{"id":1,"negatives":[{"id":"x","sampler":"hard","rank":0}]}',
    /^n\.jsonl:2 `negatives\[0\]\.rank`: expected a number above 0, found the number 0\./,
  ],
  [
    '{"id":1.5,"negatives":[]}',
    /^n\.jsonl:2 `id`: expected a string that is not empty, or an integer within .*, found the number 1\.5\./,
  ],
])('%s is told with its line', (line, message) => {
  const read = () => load(lines('{"id":0,"negatives":[]}', line));
  expect(read).toThrow(ToolError);
  expect(read).toThrow(message);
});
