import { type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { knownEntries, unknownEntries } from '../claim-keys.ts';
import type { ReadResult } from '../format.ts';
import type { JsonRecord } from '../json-lines.ts';
import { schemaFindings } from '../schema-findings.ts';
import { readLabel } from '../spelled-labels.ts';

/** The key under which the files of annotation tools have what of a claim they have no other place for. */
export const restKey = 'claimset';

/** What annotation tools have places of their own for. */
const placed: readonly string[] = ['id', 'claim', 'label', 'evidence'];

/** All of a claim but id, text, label and evidence, known keys first; `undefined` where there is nothing. */
export function restOf(claim: OpenClaim): Readonly<Record<string, unknown>> | undefined {
  const entries = [...knownEntries(claim), ...unknownEntries(claim)].filter(([key]) => !placed.includes(key));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** What was read of a record, not yet known to be a claim. */
export interface ToolClaim {
  readonly id: unknown;
  readonly claim: unknown;
  /** In any spelling. */
  readonly label: string | undefined;
  readonly evidence: readonly (readonly string[])[];
  /** What {@link restOf} gave. */
  readonly rest: unknown;
  /** The key for what only the tool knows, and what that is; nothing where it is empty. */
  readonly own: readonly [key: string, value: Readonly<Record<string, unknown>>];
  /** Where in the record the parts of the claim stand. */
  readonly paths: Readonly<Record<'id' | 'claim' | 'label', JsonPath>>;
}

/** The claim, or why what was read is none. */
export function* toolClaim(record: JsonRecord, parts: ToolClaim): Generator<ReadResult> {
  const { id, claim, label, evidence, rest, own, paths } = parts;
  const [ownKey, ownValue] = own;
  const entries: [string, unknown][] = [
    ['id', id ?? undefined],
    ['claim', claim ?? undefined],
    ...(label === undefined ? [] : [['label', readLabel(label)] as [string, unknown]]),
    ['evidence', evidence],
    ...(isObject(rest) ? Object.entries(rest).filter(([key]) => !placed.includes(key)) : []),
    ...(Object.keys(ownValue).length === 0 ? [] : [[ownKey, ownValue] as [string, unknown]]),
  ];
  // Not an object literal with spread keys: `__proto__` must become a key like any other.
  const json: unknown = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  const place = ([key]: JsonPath) =>
    record.place(key === 'id' || key === 'claim' || key === 'label' ? paths[key] : []);
  let isClaim = true;
  for (const diagnostic of schemaFindings(openClaimSchema, { json, place })) {
    isClaim = false;
    yield { diagnostic };
  }
  if (isClaim) yield { claim: json as OpenClaim };
}

/** The entries of an object but for those of some keys, and those without a value. */
export function others(json: unknown, ...keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (!isObject(json)) return {};
  return Object.fromEntries(
    Object.entries(json).filter(([key, value]) => !keys.includes(key) && !isNothing(value)),
  );
}

/** The object without entries that hold nothing. */
export function filled(json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return others(json);
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
