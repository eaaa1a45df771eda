import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../src/claims/claim.ts';
import { labels } from '../../src/claims/label.ts';
import { createRng } from '../../src/text/rng.ts';
import { copyOfDataset } from '../cli/run-command.ts';
import { writeInto } from '../cli/small-dataset.ts';

/** Ids of claims of which the label is taken to be sure. */
export const goldIds = ['nkw-0003', 'nkw-0007', 'nkw-0011', 'nkw-0019'];

/**
 * A copy of the project's dataset that three annotators have worked on for three weeks, `ann`, `bob` and the hasty `cy`, and `lea` has decided
 * some disputes: the same bytes each time. Removed after the suite.
 */
export function annotatedFolder(): string {
  const folder = copyOfDataset('suite');
  rmSync(join(folder, 'claims/annotations'), { recursive: true });
  const claims = readdirSync(join(folder, 'claims'))
    .filter((name) => name.endsWith('.jsonl') && name !== 'suppressions.jsonl')
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, 'claims', name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as Claim)
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  for (const [at, { name, share, error, seconds }] of people.entries()) {
    const rng = createRng(at + 1);
    const lines = claims.flatMap((claim, which) => {
      const isGold = goldIds.includes(String(claim.id));
      if (!isGold && ((which + at) % 3 === 0 || rng() > share)) return [];
      return [JSON.stringify(rng() < 0.04 ? skip(claim, name, which) : answer(claim, name, which))];
    });
    writeInto(folder, `claims/annotations/${name}.jsonl`, lines);

    function answer({ id, label, evidence }: Claim, annotator: string, which: number): object {
      const other = labels[(labels.indexOf(label) + 1 + Math.floor(rng() * 2)) % labels.length];
      const said = rng() < error ? (other ?? label) : label;
      return {
        claim: id,
        annotator,
        label: said,
        evidence: said === 'NOT ENOUGH INFO' ? [] : evidence.slice(0, 1 + Math.floor(rng() * 2)),
        at: timeOf(which, rng()),
        seconds: Math.round(seconds * (0.3 + rng() ** 2 * 3)),
        idleSeconds: Math.round(rng() * 20),
        hiddenSeconds: Math.round(rng() * 8),
      };
    }
  }
  const decided = claims.slice(0, 40).flatMap(({ id, label, evidence }, which) =>
    which % 3 === 0
      ? [
          JSON.stringify({
            claim: id,
            annotator: 'lea',
            label,
            evidence,
            at: timeOf(which, 0.99),
            adjudication: true,
            reason: which % 9 === 0 ? 'guideline-gap' : 'annotator-error',
            ...(which % 9 === 0 && { comment: `Do ${which + 2} "rounded" numbers count as <b>exact</b>?` }),
          }),
        ]
      : [],
  );
  writeInto(folder, 'claims/annotations/lea.jsonl', decided);
  return folder;
}

const people = [
  { name: 'ann', share: 0.9, error: 0.05, seconds: 70 },
  { name: 'bob', share: 0.7, error: 0.12, seconds: 90 },
  { name: 'cy', share: 0.8, error: 0.35, seconds: 18 },
];

function skip({ id }: Claim, annotator: string, which: number): object {
  const reason = which % 2 === 0 ? 'ambiguous' : 'prefer-not';
  return { event: 'skip', claim: id, annotator, reason, at: timeOf(which, 0.5), seconds: 12 };
}

/** The claims of a week one after the other, then those of the next. */
function timeOf(which: number, share: number): string {
  const days = Math.floor(which / 14) + share * 0.9;
  return new Date(Date.UTC(2026, 8, 7) + days * 86_400_000).toISOString();
}
