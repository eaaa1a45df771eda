import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../src/claims/claim.ts';
import { copyOfDataset } from '../cli/run-command.ts';
import { writeInto } from '../cli/small-dataset.ts';

const [cell, sentence, far] = [
  'First Nagorno-Karabakh War_cell_0_2_1',
  'First Nagorno-Karabakh War_sentence_2',
  'First Nagorno-Karabakh War_sentence_69',
];

/**
 * A copy of the project's dataset in which the labels of the first claims are taken away, and `ann` and `bob` have answered them: the same
 * bytes each time. Removed after the suite.
 *
 * - nkw-0001: the same label, other evidence
 * - nkw-0002: other labels
 * - nkw-0004: a set that contains the other one
 * - nkw-0005, nkw-0006: agreed
 * - nkw-0007: skipped as broken, and answered once
 * - nkw-0008: agreed, and flagged
 * - nkw-0009: answered once
 */
export function disputedFolder(): string {
  const folder = copyOfDataset('suite');
  rmSync(join(folder, 'claims/annotations'), { recursive: true });
  const lines = readFileSync(join(folder, 'claims/tables.jsonl'), 'utf8').trim().split('\n');
  const open = lines.slice(0, 12).map((line) => {
    const { label: _, evidence: __, challenge: ___, mutation: ____, ...rest } = JSON.parse(line) as Claim;
    return JSON.stringify(rest);
  });
  writeInto(folder, 'claims/unlabelled/tables.jsonl', open);
  writeInto(folder, 'claims/tables.jsonl', lines.slice(12));
  const say = (annotator: string, id: number, rest: object): string =>
    JSON.stringify({
      claim: `nkw-000${id}`,
      annotator,
      ...rest,
      at: `2026-09-0${id}T10:00:00.000Z`,
      ...(!Object.hasOwn(rest, 'event') && { seconds: 40 + id }),
    });
  const answer = (annotator: string, id: number, label: string, evidence: string[][], rest: object = {}) =>
    say(annotator, id, { label, evidence, ...rest });
  writeInto(folder, 'claims/annotations/ann.jsonl', [
    answer('ann', 1, 'SUPPORTS', [[cell]], { comment: 'The infobox has the date.' }),
    answer('ann', 2, 'REFUTES', [[cell]], { challenge: 'Numerical Reasoning' }),
    answer('ann', 4, 'REFUTES', [[cell, far]]),
    answer('ann', 5, 'SUPPORTS', [[cell]]),
    answer('ann', 6, 'NOT ENOUGH INFO', []),
    answer('ann', 7, 'SUPPORTS', [[sentence]]),
    answer('ann', 8, 'SUPPORTS', [[sentence]]),
    answer('ann', 9, 'SUPPORTS', [[sentence]]),
  ]);
  writeInto(folder, 'claims/annotations/bob.jsonl', [
    answer('bob', 1, 'SUPPORTS', [[sentence]]),
    answer('bob', 2, 'SUPPORTS', [[sentence]], { despite: 'Five years to the month.' }),
    answer('bob', 4, 'REFUTES', [[far]]),
    answer('bob', 5, 'SUPPORTS', [[cell], [sentence]]),
    answer('bob', 6, 'NOT ENOUGH INFO', []),
    say('bob', 7, {
      event: 'skip',
      reason: 'broken-claim',
      comment: 'Which Armenia?',
      fix: 'Armenia was spared.',
    }),
    answer('bob', 8, 'SUPPORTS', [[sentence]]),
    say('bob', 8, { event: 'flag', comment: 'Is this one claim or two?' }),
  ]);
  return folder;
}
