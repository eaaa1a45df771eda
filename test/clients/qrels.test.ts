import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { queryIdOf } from '../../src/claims/retrieval-id.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { applyLosses } from '../../src/formats/loss.ts';
import { qrels } from '../../src/formats/models/qrels.ts';
import { relevantTo } from '../../src/formats/retrieval/judgements.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { exampleClaims, context as exampleContext } from '../formats/example-claims.ts';
import { shippedContext, shippedDataset } from '../formats/folders/shipped-dataset.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('ir_datasets');

const cases: [string, readonly OpenClaim[], FormatContext][] = [
  ['the claims of this repository', [...shippedDataset.splits.values()].flat(), shippedContext],
  ['claims with all that is hard', exampleClaims, exampleContext],
];

describe.skipIf(why !== undefined)(
  `ir_datasets reads the judgements${why === undefined ? '' : ` (${why})`}`,
  () => {
    test.each(cases)('of %s', (_name, claims, context) => {
      const file = join(temporaryFolder(), 'all.qrels');
      writeFileSync(file, [...qrels.write(claims, context)].join(''));
      const kept = claims.flatMap((claim) => applyLosses(qrels.losses, claim, context).claim ?? []);
      const wanted = kept.flatMap((claim) =>
        relevantTo(claim, context).map((document) => [queryIdOf(claim.id), document, 1, '0']),
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect(askClient('qrels.py', [file])).toEqual(wanted);
    });
  },
);
