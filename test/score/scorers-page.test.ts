import path from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { scorers } from '../../src/score/index.ts';
import { printScorersPage } from '../../src/score/print-scorers-page.ts';

// The page is made by this test: npx vitest run test/score/scorers-page.test.ts --update=true
test('the page of the scorers', async () => {
  const page = path.resolve(import.meta.dirname, '../../docs/scorers.md');
  await expect(printScorersPage(scorers)).toMatchFileSnapshot(page);
});

test('scorers are sorted by id, and every one is in the file of its name', async () => {
  const ids = scorers.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  for (const id of ids) {
    const file = (await import(`../../src/score/scorers/${id}.ts`)) as Record<string, unknown>;
    expect(file[id]).toBe(scorers.find((scorer) => scorer.id === id));
  }
});

test('a format has at most one customary scorer, and scorers name formats that there are', () => {
  const named = scorers.flatMap(({ customFor }) => customFor);
  expect(new Set(named).size).toBe(named.length);
  const known = formats.map(({ id }) => id);
  expect(
    scorers.flatMap(({ customFor, reads }) => [...customFor, ...reads]).filter((id) => !known.includes(id)),
  ).toEqual([]);
});

test.each(scorers)(
  '$id: figures have names of their own, and the first number of an outcome is the claim',
  (scorer) => {
    const { figures, parts } = scorer;
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts[0]).toMatch(/claims|queries/);
    expect(scorer.figuresOf(parts.map(() => 0))).toEqual(figures.map(() => null));
  },
);
