import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labels } from '../../src/claims/label.ts';
import { labelStudio, labelStudioConfig } from '../../src/formats/tools/label-studio.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { context, exampleClaims } from '../formats/example-claims.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('label_studio_sdk');

test.skipIf(why !== undefined)(
  `label-studio-sdk accepts the labelling interface and every task, and converts them to the same claims${why === undefined ? '' : ` (${why})`}`,
  () => {
    const folder = temporaryFolder();
    const [config, tasks] = [join(folder, 'config.xml'), join(folder, 'tasks.json')];
    // Labels of other datasets are no choices of the interface; half a surrogate pair is nothing that Python can write.
    const claims = exampleClaims.filter(
      (claim) =>
        (labels as readonly (string | undefined)[]).includes(claim.label) &&
        !/\p{Surrogate}/u.test(JSON.stringify(claim)) &&
        !JSON.stringify(claim).includes('\\ud'),
    );
    expect(claims.length).toBeGreaterThan(15);
    writeFileSync(config, labelStudioConfig(Math.max(...claims.map(({ evidence }) => evidence.length))));
    writeFileSync(tasks, [...labelStudio.write(claims, context)].join(''));
    expect(askClient('label-studio.py', [config, tasks])).toEqual({
      errors: [],
      claims: claims.map(({ id, claim, label, evidence }) => ({ id, claim, label, evidence })),
    });
  },
);
