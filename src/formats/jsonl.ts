import { type Claim, claimSchema } from '../claims/claim.ts';
import { knownEntries, unknownEntries } from './claim-keys.ts';
import { firstRecord } from './first-record.ts';
import type { Format } from './format.ts';
import { evidenceShape } from './forms/evidence-shape.ts';
import { isObject } from './forms/first-faults.ts';
import { readClaimLines, readJsonLines } from './json-lines.ts';

/** claimset's own format: one claim a line, keys in the order of the schema, unknown keys behind them. It loses nothing. */
export const jsonl: Format = {
  id: 'jsonl',
  title: 'claimset JSON Lines',
  url: 'https://jsonlines.org',
  extensions: ['jsonl'],
  losses: [],
  sniff: (head) => looksNative(firstRecord(head)),
  *read(source) {
    // The parsed JSON and not what the schema gives back, which drops a key named `__proto__`.
    yield* readClaimLines(readJsonLines(source), claimSchema, ({ json }) => [{ claim: json as Claim }]);
  },
  *write(claims) {
    for (const claim of claims) yield `${printClaim(claim)}\n`;
  },
};

/** Evidence sets are lists of strings here, tuples in FEVER and objects in FEVEROUS. */
function looksNative(json: unknown): boolean {
  if (!isObject(json) || Object.hasOwn(json, 'verifiable') || !Array.isArray(json.evidence)) return false;
  const shape = evidenceShape(json.evidence);
  return shape === 'native' || json.evidence.flat().length === 0;
}

/** The claim as one line of JSON without its end: keys in the order of the schema, then the unknown ones in theirs. */
function printClaim(claim: Claim): string {
  return JSON.stringify(Object.fromEntries([...knownEntries(claim), ...unknownEntries(claim)]));
}
