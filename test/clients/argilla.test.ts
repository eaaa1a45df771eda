import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { applyLosses } from '../../src/formats/loss.ts';
import { argilla } from '../../src/formats/tools/argilla.ts';
import { textOfShown } from '../../src/formats/tools/shown-elements.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { comparable, context, exampleClaims } from '../formats/example-claims.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('argilla');

const odd: OpenClaim = {
  id: 'emoji',
  claim: '🎉',
  label: 'SUPPORTS',
  evidence: [['👩‍🚀🎉_sentence_0', 'Café (bar)_sentence_1', '🎉_cell_0_0_0'], ['Café (bar)_sentence_0']],
};

test.skipIf(why !== undefined)(
  `argilla takes every record in, slices the evidence out of it, and gives back the same claims${why === undefined ? '' : ` (${why})`}`,
  () => {
    const folder = temporaryFolder();
    const claims = [...exampleClaims, odd];
    const [source, nested, flattened] = ['claims.json', 'nested.json', 'flat.json'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(source, [...argilla.write(claims, context)].join(''));
    const slices = askClient('argilla-records.py', [source, nested, flattened]) as [string, string[]][];
    const cited = claims.filter(({ evidence }) => evidence.length > 0);
    expect(slices.map(([id]) => id)).toEqual(cited.map(({ id }) => String(id)));
    for (const [which, { evidence }] of cited.entries()) {
      const texts = evidence.flat().map((id, piece) => textOfShown(id, slices[which]?.[1][piece] ?? ''));
      expect(texts).toEqual(evidence.flat().map((id) => context.evidence.text(id) || undefined));
    }
    const expected = claims.flatMap((claim) => applyLosses(argilla.losses, claim, context).claim ?? []);
    for (const file of [nested, flattened]) {
      const results = [...argilla.read({ file, text: readFileSync(file, 'utf8') }, context)];
      expect(results.flatMap(({ diagnostic }) => diagnostic?.message ?? [])).toEqual([]);
      const found = results.flatMap(({ claim }) => claim ?? []);
      // Argilla's own of a record: whether it was answered.
      expect(found.map(({ argilla: own }) => own)).toEqual(found.map(() => ({ status: 'pending' })));
      expect(found.map(({ argilla: _, ...claim }) => comparable(claim as OpenClaim))).toEqual(
        expected.map(comparable),
      );
    }
  },
);
