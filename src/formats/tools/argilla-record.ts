import { z } from 'zod';
import { isObject } from '../../text/is-object.ts';
import { objectOf } from '../forms/first-faults.ts';
import type { JsonRecord } from '../json-lines.ts';
import { others } from './tool-claim.ts';

/** What one user answered to a question. */
export interface ArgillaResponse {
  readonly value: unknown;
  readonly user: string;
  /** submitted, discarded or draft. */
  readonly status: string;
}

/** A record of Argilla in whichever of its forms, as far as claims are concerned. */
export interface ArgillaRecord {
  readonly id: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** By question. */
  readonly suggestions: ReadonlyMap<string, unknown>;
  readonly responses: ReadonlyMap<string, readonly ArgillaResponse[]>;
  /** What suggestions say besides their values, such as a score, by question. */
  readonly suggested: Readonly<Record<string, unknown>>;
  /** What else the record has. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** What a record must look like; the flattened form has columns of any name. */
export const argillaSchema = z.looseObject({
  fields: z.looseObject({}).nullish(),
  metadata: z.looseObject({}).nullish(),
  suggestions: objectOf(z.looseObject({}).nullish()).nullish(),
  responses: objectOf(z.array(z.looseObject({})).nullish()).nullish(),
});

/** Who suggests the answers that claims already have. */
export const ownAgent = 'claimset';

const nestedKeys: readonly string[] = ['id', 'fields', 'metadata', 'suggestions', 'responses'];

/** The fields and metadata that stand beside each other in the flattened form. */
const flatFields: readonly string[] = ['claim', 'text'];
const flatMetadata: readonly string[] = ['segments', 'claimset', 'title'];

const flatSuggestion = /^(.+)\.suggestion(?:\.(score|agent))?$/s;
const flatResponse = /^(.+)\.responses(?:\.(users|status))?$/s;

/** The parts of a record, nested or flattened. */
export function argillaRecord(json: JsonRecord['json']): ArgillaRecord {
  return isObject(json.fields) ? nested(json) : flattened(json);
}

function nested(json: JsonRecord['json']): ArgillaRecord {
  const { id, fields, metadata, suggestions, responses } = json;
  return {
    id,
    fields: entriesOf(fields),
    metadata: entriesOf(metadata),
    suggestions: new Map(
      Object.entries(entriesOf(suggestions)).map(([question, suggestion]) => [
        question,
        entriesOf(suggestion).value,
      ]),
    ),
    responses: new Map(
      Object.entries(entriesOf(responses)).map(([question, given]) => [
        question,
        listOf(given).map((response, which) => {
          const { value, user_id: user, status, ...more } = entriesOf(response);
          return { ...more, ...responseOf(value, user, status, which) };
        }),
      ]),
    ),
    suggested: detailsOf(Object.entries(entriesOf(suggestions))),
    others: entriesBut(json, (key) => nestedKeys.includes(key)),
  };
}

function flattened(json: JsonRecord['json']): ArgillaRecord {
  const suggestions = new Map<string, unknown>();
  const responses = new Map<string, ArgillaResponse[]>();
  const details = new Map<string, Record<string, unknown>>();
  for (const [key, value] of Object.entries(json)) {
    const question = flatResponse.exec(key)?.[1];
    if (question !== undefined && key.endsWith('.responses')) {
      const users = listOf(json[`${key}.users`]);
      const statuses = listOf(json[`${key}.status`]);
      responses.set(
        question,
        listOf(value).map((answer, which) => responseOf(answer, users[which], statuses[which], which)),
      );
    } else if (key.endsWith('.suggestion')) suggestions.set(key.slice(0, -'.suggestion'.length), value);
    const [, suggested, detail] = flatSuggestion.exec(key) ?? [];
    if (suggested !== undefined && detail !== undefined)
      details.set(suggested, { ...details.get(suggested), [detail]: value });
  }
  return {
    id: json.id,
    fields: pick(json, flatFields),
    metadata: pick(json, flatMetadata),
    suggestions,
    responses,
    suggested: detailsOf([...details]),
    others: entriesBut(
      json,
      (key) =>
        key === 'id' ||
        flatFields.includes(key) ||
        flatMetadata.includes(key) ||
        flatSuggestion.test(key) ||
        flatResponse.test(key),
    ),
  };
}

function responseOf(value: unknown, user: unknown, status: unknown, which: number): ArgillaResponse {
  return {
    value,
    user: typeof user === 'string' ? user : `user ${which + 1}`,
    status: typeof status === 'string' ? status : 'submitted',
  };
}

/** What suggestions say besides their values; nothing of those that claimset made itself. */
function detailsOf(suggestions: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    suggestions.flatMap(([question, suggestion]): [string, unknown][] => {
      const { agent, ...details } = entriesOf(suggestion);
      const said = others({ ...details, ...(agent !== ownAgent && { agent }) }, 'value');
      return Object.keys(said).length === 0 ? [] : [[question, said]];
    }),
  );
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function pick(json: JsonRecord['json'], keys: readonly string[]): Readonly<Record<string, unknown>> {
  return entriesBut(json, (key) => !keys.includes(key));
}

function entriesBut(
  json: JsonRecord['json'],
  isLeftOut: (key: string) => boolean,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !isLeftOut(key)));
}
