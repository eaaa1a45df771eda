import { z } from 'zod';
import { claimSchema, evidenceSchema } from '../claims/claim.ts';
import type { OpenClaim } from '../claims/open-claim.ts';
import { CarriedTexts } from './carried-texts.ts';
import { textLosses, textsOf } from './cited-texts.ts';
import { claimKeys, knownEntries, unknownEntries, withUnknownEntries } from './claim-keys.ts';
import type { FormatContext, Loss, ReadResult } from './format.ts';
import type { JsonLine, JsonRecord } from './json-lines.ts';
import { LeftOutParts } from './left-out.ts';
import { applyLosses, defineLoss } from './loss.ts';
import { schemaFindings } from './schema-findings.ts';
import { readLabel, spelledLabelsLoss } from './spelled-labels.ts';

/** The key or column in which evidence ids are written beside the texts: JSON, as claims have them. */
export const evidenceIdsKey = 'evidence_ids';

type Entry = readonly [key: string, value: unknown];

/** A text that a record carries. */
export interface CarriedPiece {
  readonly title: string;
  readonly text: string;
  /** Where the source says which sentence of the article it is. */
  readonly id?: string;
}

/** A claim that is to be written, or was just read, and the evidence set that its record carries the texts of. */
export interface CitedClaim {
  readonly claim: OpenClaim;
  /** Of the first evidence set. */
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

/** How the records of a dataset that carries the texts of its evidence say what a claim says. */
export interface Carrier {
  /** What a record is, told by what it looks like: {@link carrierSchema}. */
  readonly schemaOf: (json: JsonRecord['json']) => z.ZodType;
  /** Where its label stands. */
  readonly labelKey: string;
  /** The label that a value stands for; by default any string is one. */
  readonly labelOf?: (value: unknown) => string;
  readonly idOf: (record: JsonRecord) => OpenClaim['id'];
  readonly claimKey: string;
  /** Names that say in a record what a claim says elsewhere: no unknown key of a claim can have them. */
  readonly ownKeys: readonly string[];
  /** Names of what follows from the rest of the record. A claim keeps the value of one that says something else. */
  readonly derivedKeys?: readonly string[];
  /** Further unknown keys that a record makes, where there is something to keep; by name. */
  readonly kept?: Readonly<Record<string, KeptKey>>;
  readonly pieces: (json: JsonRecord['json']) => readonly CarriedPiece[];
  /** The evidence of a record that has no ids: one set of all its texts by default. */
  readonly sets?: (json: JsonRecord['json'], ids: readonly string[]) => string[][];
  /** All that the format itself has in a record, in order, but for the evidence ids. Entries without a value are left out. */
  readonly record: (cited: CitedClaim, context: FormatContext) => readonly Entry[];
}

/** An unknown key of a claim that holds what a record says and a claim cannot. */
export interface KeptKey {
  /** Its value; `undefined` where there is nothing to keep. */
  readonly read: (json: JsonRecord['json'], cited: CitedClaim, context: FormatContext) => unknown;
  /** Whether writing the claim's value and reading it would give it back. */
  readonly holds: (value: unknown, cited: CitedClaim, context: FormatContext) => boolean;
}

/** The schema of a record: `shape`, the keys that every claim may have, and none that would be taken for one of them. */
export function carrierSchema(shape: z.ZodRawShape): z.ZodType {
  const { challenge, mutation, source, split, fingerprints } = claimSchema.shape;
  const nothing = z.custom(() => false, { error: 'no such key' }).exactOptional();
  return z.looseObject({
    ...{ id: nothing, claim: nothing, label: nothing, evidence: nothing },
    ...{ challenge, mutation, source, split, fingerprints },
    [evidenceIdsKey]: evidenceSchema.exactOptional(),
    ...shape,
  });
}

/** What every carrier loses, in order. */
export function carrierLosses(carrier: Carrier): readonly Loss[] {
  const names = ownNames(carrier).map((name) => `\`${name}\``);
  return [
    spelledLabelsLoss,
    ...textLosses,
    defineLoss({
      id: 'keys',
      description: `Unknown keys with a name of the format's own (${names.join(', ')}), unless they say what the format can say and the claim does not say anyway.`,
      forget: (claim, context) =>
        withUnknownEntries(
          claim,
          unknownEntries(claim).filter(([key, value]) => comesBack(carrier, claim, key, value, context)),
        ),
    }),
  ];
}

/** The claims of the records in order, each behind the texts that are met for the first time. */
export function* readCarrier(
  carrier: Carrier,
  lines: Iterable<JsonLine>,
  context: FormatContext,
): Generator<ReadResult> {
  const texts = new CarriedTexts(context.evidence);
  const leftOut = new LeftOutParts();
  for (const { record, diagnostics } of lines) {
    const found = diagnostics ?? [...schemaFindings(carrier.schemaOf(record.json), record)];
    for (const diagnostic of found) yield { diagnostic };
    if (record === undefined || found.length > 0) continue;
    const pieces = carrier.pieces(record.json);
    const given = record.json[evidenceIdsKey] as string[][] | undefined;
    // Texts that were joined to one are nobody's.
    const first = given?.[0]?.length === pieces.length ? given[0] : [];
    const ids: string[] = [];
    for (const [which, piece] of pieces.entries()) {
      const id = piece.id ?? (given === undefined ? texts.idOf(piece.title, piece.text) : first[which]);
      if (id === undefined) continue;
      ids.push(id);
      if (texts.add(id, piece.text)) yield { text: { id, text: piece.text } };
    }
    const evidence = given ?? setsOf(carrier, record.json, ids);
    yield { claim: claimOf(carrier, record, evidence, pieces, context) };
    const isKnown = (id: string) => texts.has(id) || context.evidence.text(id) !== undefined;
    if (ids.length < pieces.length && pieces.some(({ text }) => text !== '') && !evidence[0]?.every(isKnown))
      leftOut.add('the text of an evidence set of several ids, which is nobody’s alone', () =>
        record.place([]),
      );
  }
  for (const diagnostic of leftOut.findings()) yield { diagnostic };
}

/** The record of a claim, after the losses of the format; `undefined` for a claim that they leave out. */
export function carriedRecord(
  carrier: Carrier,
  losses: readonly Loss[],
  claim: OpenClaim,
  context: FormatContext,
): Readonly<Record<string, unknown>> | undefined {
  const kept = applyLosses(losses, claim, context).claim;
  if (kept === undefined) return undefined;
  const cited = citedBy(kept, context);
  const entries = new Map(carrier.record(cited, context).filter(([, value]) => value !== undefined));
  for (const [key, value] of [...knownEntries(kept), ...unknownEntries(kept)])
    if (!saidElsewhere.includes(key) && !hasOwn(carrier.kept, key)) entries.set(key, value);
  const record: JsonRecord['json'] = Object.fromEntries(entries);
  if (!tellsSets(carrier, record, kept)) entries.set(evidenceIdsKey, kept.evidence);
  return Object.fromEntries(entries);
}

/** What the record of a claim says under names of its own. */
const saidElsewhere: readonly string[] = ['id', 'claim', 'label', 'evidence'];

function ownNames({ ownKeys, derivedKeys = [], kept = {} }: Carrier): readonly string[] {
  return [...new Set([...ownKeys, ...derivedKeys, ...Object.keys(kept), evidenceIdsKey])];
}

function citedBy(claim: OpenClaim, context: FormatContext): CitedClaim {
  const ids = claim.evidence[0] ?? [];
  return { claim, ids, texts: textsOf(ids, context) ?? [] };
}

/** Whether an unknown key of a claim comes back with its value. */
function comesBack(
  carrier: Carrier,
  claim: OpenClaim,
  key: string,
  value: unknown,
  context: FormatContext,
): boolean {
  const keeper = hasOwn(carrier.kept, key) ? carrier.kept?.[key] : undefined;
  if (keeper !== undefined) return keeper.holds(value, citedBy(claim, context), context);
  if (carrier.derivedKeys?.includes(key) === true)
    return isOther(value, derivedValue(carrier, key, citedBy(claim, context), context));
  return !ownNames(carrier).includes(key);
}

function derivedValue(carrier: Carrier, key: string, cited: CitedClaim, context: FormatContext): unknown {
  return carrier.record(cited, context).find(([name]) => name === key)?.[1];
}

function isOther(value: unknown, derived: unknown): boolean {
  return JSON.stringify(value) !== JSON.stringify(derived);
}

function setsOf(carrier: Carrier, json: JsonRecord['json'], ids: readonly string[]): string[][] {
  return carrier.sets?.(json, ids) ?? (ids.length > 0 ? [[...ids]] : []);
}

/** Whether a record says without ids what the evidence sets are, wherever in a file it stands. */
function tellsSets(carrier: Carrier, record: JsonRecord['json'], { evidence }: OpenClaim): boolean {
  const ids: string[] = [];
  for (const { id } of carrier.pieces(record)) {
    if (id === undefined) return false;
    ids.push(id);
  }
  return !isOther(setsOf(carrier, record, ids), evidence);
}

function claimOf(
  carrier: Carrier,
  record: JsonRecord,
  evidence: string[][],
  pieces: readonly CarriedPiece[],
  context: FormatContext,
): OpenClaim {
  const { json } = record;
  const label = json[carrier.labelKey];
  const base: Entry[] = [
    ['id', carrier.idOf(record)],
    ['claim', json[carrier.claimKey]],
    ...(label === undefined ? [] : [['label', (carrier.labelOf ?? readAny)(label)] as Entry]),
    ['evidence', evidence],
  ];
  const cite = (claim: readonly Entry[]): CitedClaim => ({
    claim: Object.fromEntries(claim) as OpenClaim,
    ids: evidence[0] ?? [],
    texts: pieces.map(({ text }) => text),
  });
  const kept = Object.entries(carrier.kept ?? {}).flatMap(([key, { read }]): Entry[] => {
    const value = read(json, cite(base), context);
    return value === undefined ? [] : [[key, value]];
  });
  const cited = cite([...base, ...kept]);
  const named = new Set([...ownNames(carrier), ...saidElsewhere]);
  const others = Object.entries(json).filter(([key, value]) =>
    carrier.derivedKeys?.includes(key) === true
      ? isOther(value, derivedValue(carrier, key, cited, context))
      : !named.has(key),
  );
  // Not an object literal with spread keys: `__proto__` must become a key like any other.
  return Object.fromEntries([
    ...base,
    ...others.filter(([key]) => claimKeys.includes(key)),
    ...kept,
    ...others.filter(([key]) => !claimKeys.includes(key)),
  ]) as OpenClaim;
}

function readAny(value: unknown): string {
  return readLabel(String(value));
}

function hasOwn(object: object | undefined, key: string): boolean {
  return object !== undefined && Object.hasOwn(object, key);
}

/** The records of claims as JSON Lines. */
export function* writeCarrierLines(
  carrier: Carrier,
  losses: readonly Loss[],
  claims: Iterable<OpenClaim>,
  context: FormatContext,
): Generator<string> {
  for (const claim of claims) {
    const record = carriedRecord(carrier, losses, claim, context);
    if (record !== undefined) yield `${JSON.stringify(record)}\n`;
  }
}
