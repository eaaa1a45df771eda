import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureSetAlpha } from '../../src/stats/agreement/set-alpha.ts';
import { jaccardDistance, masiDistance, nltkMasiDistance } from '../../src/stats/agreement/set-distance.ts';
import { createRng } from '../../src/text/rng.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('nltk.metrics.agreement');

/** By item what each coder cites; `undefined` where a coder did not look at it. */
type Table = readonly (readonly (readonly string[] | undefined)[])[];

const members = ['a', 'b', 'c', 'd', 'e', 'f'];

function drawTable(seed: number): Table {
  const rng = createRng(seed);
  const coders = 2 + Math.floor(rng() * 4);
  const missing = rng() * 0.5;
  const cited = rng();
  return Array.from({ length: 3 + Math.floor(rng() * 20) }, () => {
    const usual = members.filter(() => rng() < cited);
    return Array.from({ length: coders }, () => {
      if (rng() < missing) return undefined;
      const own = members.filter((member) => usual.includes(member) !== rng() < 0.15);
      // NLTK has no distance of two empty sets.
      return own.length === 0 ? ['g'] : own;
    });
  });
}

const tables = Array.from({ length: 200 }, (_, at) => drawTable(at + 1));

describe.skipIf(why !== undefined)(`NLTK${why === undefined ? '' : ` (${why})`}`, () => {
  test('has the same alpha of 200 random tables of sets with missing values', () => {
    const file = join(temporaryFolder(), 'asked.json');
    const asked = tables.map((table) =>
      table.flatMap((item, at) =>
        item.flatMap((set, coder) => (set === undefined ? [] : [[`c${coder}`, `i${at}`, set]])),
      ),
    );
    writeFileSync(file, JSON.stringify(asked));
    const theirs = askClient('evidence-agreement.py', [file]) as {
      alphas: (number | null)[][];
      contained: number;
    };
    const masi = theirs.contained === 0.665 ? nltkMasiDistance : masiDistance;
    expect(masi(2, 2, 4)).toBeCloseTo(theirs.contained, 12);
    let defined = 0;
    for (const [at, table] of tables.entries()) {
      const units = table.map((item) => item.flatMap((set) => (set === undefined ? [] : [new Set(set)])));
      const { figures } = measureSetAlpha(units, { jaccard: jaccardDistance, masi }, undefined);
      for (const [which, { value }] of [figures.jaccard, figures.masi].entries()) {
        const their = theirs.alphas[at]?.[which] ?? null;
        if (value === null) {
          // NLTK takes it for perfect agreement where no disagreement is possible.
          expect([1, null]).toContain(their);
          continue;
        }
        defined += 1;
        expect(Math.abs(value - (their ?? Number.NaN))).toBeLessThan(1e-9);
      }
    }
    expect(defined).toBeGreaterThan(380);
  });
});
