import { z } from 'zod';
import { type ClaimId, claimIdSchema } from '../claims/claim.ts';
import { compareIds } from '../claims/compare-ids.ts';
import { groupKinds } from '../claims/group-kind.ts';
import { stratumKinds } from '../claims/stratum-kind.ts';
import { ToolError } from '../errors.ts';
import { findDuplicateKeys, maxJsonDepth, measureJson } from '../text/json-text.ts';
import { printable } from '../text/printable.ts';
import { idKey } from './id-key.ts';
import type { SplitPolicy } from './policy.ts';

/** `splits.lock.json`: where claims were put, and by which policy. */
export interface SplitLock {
  readonly policy: SplitPolicy;
  /** Also claims that are no longer in the dataset: one that comes back returns to its split. */
  readonly splits: ReadonlyMap<ClaimId, string>;
}

const splitNameSchema = z.string().regex(/^\w+$/);

/** The file. Its claims are pairs, because keys of a JSON object could not tell the id 12 from the id "12". */
const lockSchema = z.strictObject({
  version: z.literal(1),
  seed: z.int().nonnegative().max(0xffffffff),
  ratios: z.record(splitNameSchema, z.number().positive()),
  nearDuplicate: z.number().gt(0).max(1),
  groupBy: z.array(z.enum(groupKinds)).exactOptional(),
  stratifyBy: z.array(z.enum(stratumKinds)).exactOptional(),
  date: z.string().min(1).exactOptional(),
  splits: z.array(z.tuple([claimIdSchema, splitNameSchema])),
});

/** What is wrong may quote the file, which may hold anything. */
const maxShownChars = 200;
const restore =
  'Restore the file from version control, or delete it to split anew, which may move every claim.';

/**
 * The lock that a text holds.
 *
 * @throws ToolError SPLIT_LOCK where the text is not a lock of version 1, or has a claim or a key twice.
 */
export function parseSplitLock(text: string): SplitLock {
  const json = text.replace(/^\uFEFF/, '');
  const parsed = lockSchema.safeParse(parseJson(json));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
    throw broken(`is not a lock of version 1${place}: ${issue?.message ?? 'it does not fit'}`);
  }
  const [repeated] = findDuplicateKeys(json);
  if (repeated !== undefined) throw broken(`has the key ${JSON.stringify(repeated.key)} twice`);
  const { version: _, splits, ...policy } = parsed.data;
  const byId = new Map<ClaimId, string>();
  for (const [id, split] of splits) {
    if (byId.has(id)) throw broken(`has the claim ${idKey(id)} twice`);
    byId.set(id, split);
  }
  return { policy, splits: byId };
}

/** The text of a lock: one claim a line, numbers before strings, each ascending. The same lock gives the same bytes. */
export function printSplitLock({ policy, splits }: SplitLock): string {
  const ratios = Object.entries(policy.ratios).map(([split, ratio]) => `${JSON.stringify(split)}: ${ratio}`);
  const lines = [...splits]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, split]) => `    [${idKey(id)}, ${JSON.stringify(split)}]`);
  return [
    '{',
    '  "version": 1,',
    `  "seed": ${policy.seed},`,
    `  "ratios": { ${ratios.join(', ')} },`,
    `  "nearDuplicate": ${policy.nearDuplicate},`,
    ...(['groupBy', 'stratifyBy'] as const).flatMap((name) =>
      policy[name] === undefined
        ? []
        : `  "${name}": [${policy[name].map((kind) => JSON.stringify(kind)).join(', ')}],`,
    ),
    ...(policy.date === undefined ? [] : [`  "date": ${JSON.stringify(policy.date)},`]),
    lines.length === 0 ? '  "splits": []' : `  "splits": [\n${lines.join(',\n')}\n  ]`,
    '}',
    '',
  ].join('\n');
}

/**
 * The lock with the claims of `assignments` added and the policy of today. Claims that are gone from the dataset stay
 * in it, so that one that comes back returns to its split.
 *
 * @throws ToolError SPLIT_MOVED where a locked claim is assigned to another split: `assignments` was not made with the lock.
 */
export function updateSplitLock(
  lock: SplitLock | undefined,
  policy: SplitPolicy,
  assignments: ReadonlyMap<ClaimId, string>,
): SplitLock {
  const splits = new Map(lock?.splits);
  for (const [id, split] of assignments) {
    const before = splits.get(id);
    if (before !== undefined && before !== split) {
      throw new ToolError(
        'SPLIT_MOVED',
        `Claim ${printable(idKey(id))} is locked in \`${before}\` and would move to \`${split}\`. Split with the lock, or delete splits.lock.json to split anew.`,
      );
    }
    splits.set(id, split);
  }
  return { policy, splits };
}

function parseJson(text: string): unknown {
  if (measureJson(text).depth > maxJsonDepth) throw broken('nests too deep');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken('is not JSON', cause);
  }
}

function broken(what: string, cause?: unknown): ToolError {
  const shown = printable(what.slice(0, maxShownChars));
  return new ToolError('SPLIT_LOCK', `splits.lock.json ${shown}. ${restore}`, { cause });
}
