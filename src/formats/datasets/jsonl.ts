import { claimSchema } from '../../claims/claim.ts';
import { type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import { isObject } from '../../text/is-object.ts';
import { knownEntries, unknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type { ReadableFormat, WritableFormat } from '../format.ts';
import { evidenceShape } from '../forms/evidence-shape.ts';
import { readClaimLines, readJsonLines } from '../json-lines.ts';

/** claimset's own format: one claim a line, keys in the order of the schema, unknown keys behind them. It loses nothing. */
export const jsonl: ReadableFormat & WritableFormat = {
  id: 'jsonl',
  title: 'claimset JSON Lines',
  url: 'https://jsonlines.org',
  extensions: ['jsonl'],
  page: {
    about: 'The own format of claimset: one claim a line, a JSON object in UTF-8.',
    fields: [
      ['id', 'text or integer, unique'],
      ['claim', 'one sentence'],
      ['label', '`SUPPORTS`, `REFUTES` or `NOT ENOUGH INFO`'],
      ['evidence', 'list of evidence sets, each a list of evidence ids; `[]` where there is none'],
      ['challenge, mutation, source, split, fingerprints', 'optional'],
      ['any other key', 'kept'],
    ],
    notes: [
      'Keys are written in this order, unknown ones behind them in theirs. Lines may end with LF or CRLF, blank lines and a byte order mark are skipped.',
      'Claims imported from another dataset keep a label that is none of the three, such as `DISPUTED`; `claimset validate` names each until it is mapped (`--map-label`) or decided.',
      '`fingerprints` are what the cited texts were when they were chosen: 16 hexadecimal digits for each evidence id, made of the text in Unicode normal form C with each run of white space as one blank. `claimset fingerprint` writes them, and [evidence/changed-text](../rules/evidence/changed-text.md) tells whose evidence says something else now.',
    ],
  },
  losses: [],
  sniff: (head) => looksNative(firstRecord(head)),
  *read(source, { anyLabel = false }) {
    // The parsed JSON and not what the schema gives back, which drops a key named `__proto__`.
    yield* readClaimLines(readJsonLines(source), anyLabel ? openClaimSchema : claimSchema, ({ json }) => [
      { claim: json as OpenClaim },
    ]);
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
function printClaim(claim: OpenClaim): string {
  return JSON.stringify(Object.fromEntries([...knownEntries(claim), ...unknownEntries(claim)]));
}
