import type { Claim } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { contextOf } from '../../corpus/context.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { unknownEntries, withUnknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type { FormatContext, Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { contentsOf, type FeverousRecord, feverousForm } from '../forms/feverous.ts';
import { type ReadRecord, readFormLines } from '../json-lines.ts';
import { type LeftOut, otherKeys } from '../left-out.ts';
import { blindEvidenceLoss, defineLoss, foreignLabelsLoss, keptClaims, nativeKeyLosses } from '../loss.ts';

/** The first line of a released file, which the official readers skip without a look. */
const schemaRecord = {
  evidence: [{ content: [''], context: { '': [''] } }],
  id: '',
  claim: '',
  label: '',
  annotator_operations: [{ operation: '', value: '', time: '' }],
  challenge: '',
};

const losses: readonly Loss[] = [
  foreignLabelsLoss,
  blindEvidenceLoss,
  // FEVEROUS has challenges of its own.
  ...nativeKeyLosses.filter(({ id }) => id !== 'challenge'),
  defineLoss({
    id: 'keys',
    description:
      'Unknown keys, except `annotator_operations`, `expected_challenge` and the published context of cited evidence.',
    forget: (claim, context) => withUnknownEntries(claim, keptEntries(claim, context)),
  }),
];

/** The files of FEVEROUS (Aly et al. 2021). Ids stay as they are: the official programs never look into them. */
export const feverous: ReadableFormat & WritableFormat = {
  id: 'feverous',
  title: 'FEVEROUS',
  url: 'https://fever.ai/dataset/feverous.html',
  extensions: ['jsonl'],
  page: {
    about:
      'The claim files of FEVEROUS (Aly et al. 2021). Ids stay as they are: the official programs never look into them.',
    fields: [
      [
        'evidence',
        'one object a set: `content` has its ids; `context` has for each of them the title, the headings, the header cells of the row and of the column',
      ],
      ['id, claim, label', 'the same'],
      ['annotator_operations', 'those of the claim, `[]` where it has none'],
      ['expected_challenge, challenge', 'those of the claim, absent where it has none'],
    ],
    notes: [
      'Line 1 is a record of empty strings. The official readers skip it without a look, so a file without it would lose its first claim. claimset reads files with and without it and never skips a claim.',
      'Evidence ids keep their Unicode normal form; the context is spelt like them. The FEVEROUS database is NFD.',
      'Context comes from the corpus. A context that the corpus does not give (an article it does not hold, headings of several levels) is kept when reading, under the key `context` of the claim: `{"<evidence id>": ["<context id>", …]}`.',
      'A NOT ENOUGH INFO claim keeps its evidence. Where it has none, one set with nothing in it is written, because the FEVEROUS scorer asks for a complete set here too: with no set at all, no prediction could ever be right. It is read as no evidence.',
      'A blind test file has records with neither label nor evidence. A file whose first record is one, behind the line that names the keys, is read as such: claims without label and evidence. In a labelled file a record without label is a finding. Claims without label are written as blind records.',
    ],
    clients: [
      '`feverous` (the official evaluation): full marks for the file against itself, no claim skipped',
    ],
  },
  losses,
  sniff: (head) => feverousForm.sniff(firstRecord(head)),
  *read(source, context) {
    yield* readFormLines(source, feverousForm, (json) => withContext(json, context), context, leftOutOf);
  },
  *write(claims, context) {
    yield `${JSON.stringify(schemaRecord)}\n`;
    for (const kept of keptClaims(losses, claims, context))
      yield `${JSON.stringify(wireRecord(kept, context))}\n`;
  },
};

/** The claim of a record with all of its keys, and the contexts that the corpus does not give. */
function withContext(json: object, context: FormatContext): Claim {
  const { evidence: sets, annotator_operations: operations, ...rest } = json as FeverousRecord;
  const published = publishedContext(sets, context);
  const hasOperations = operations !== undefined && !(Array.isArray(operations) && operations.length === 0);
  return {
    ...rest,
    evidence: contentsOf(json as FeverousRecord),
    ...(hasOperations && { annotator_operations: operations }),
    ...(published !== undefined && { context: published }),
  } as Claim;
}

/** What evidence sets say besides ids and one context for each of them. */
function* leftOutOf({ json }: ReadRecord): Generator<LeftOut> {
  const contexts = new Map<string, string>();
  for (const [which, set] of (json as FeverousRecord).evidence.entries()) {
    yield* otherKeys(set, ['content', 'context'], 'an evidence set', ['evidence', which]);
    const cited = new Set(set.content);
    for (const [id, context] of Object.entries(set.context ?? {})) {
      const path = ['evidence', which, 'context', id];
      const said = JSON.stringify(context);
      if (!cited.has(id)) yield { what: 'the context of what the evidence set does not cite', path };
      else if ((contexts.get(id) ?? said) !== said)
        yield { what: 'a second context of the same piece of evidence', path };
      else contexts.set(id, said);
    }
  }
}

function wireRecord(claim: OpenClaim, context: FormatContext): object {
  const kept = Object.fromEntries(keptEntries(claim, context));
  const rest = {
    ...(kept.expected_challenge !== undefined && { expected_challenge: kept.expected_challenge }),
    ...(claim.challenge !== undefined && { challenge: claim.challenge }),
  };
  if (claim.label === undefined) {
    const operations = kept.annotator_operations;
    const { id, claim: text } = claim;
    return {
      id,
      claim: text,
      ...(operations !== undefined && { annotator_operations: operations }),
      ...rest,
    };
  }
  const sets = claim.evidence.map((content) => ({
    content,
    context: Object.fromEntries(
      content.map((id) => [id, ownContext(claim, id) ?? corpusContext(id, context)]),
    ),
  }));
  // The scorer wants a complete set for NOT ENOUGH INFO too: with no set at all, no prediction could ever be right.
  const nothingFound = claim.label === 'NOT ENOUGH INFO' && sets.length === 0;
  return {
    evidence: nothingFound ? [{ content: [], context: {} }] : sets,
    id: claim.id,
    claim: claim.claim,
    label: claim.label,
    annotator_operations: kept.annotator_operations ?? [],
    ...rest,
  };
}

/** The unknown keys of a claim that FEVEROUS has a place for. */
function keptEntries(claim: OpenClaim, context: FormatContext): [string, unknown][] {
  const unknown = new Map(unknownEntries(claim));
  const operations = unknown.get('annotator_operations');
  const expected = unknown.get('expected_challenge');
  const contents = claim.evidence.map((content) => ({
    content,
    context: Object.fromEntries(content.map((id) => [id, ownContext(claim, id)])),
  }));
  const published = publishedContext(contents, context);
  return [
    ...(typeof expected === 'string' ? [['expected_challenge', expected] as [string, unknown]] : []),
    // Blind records come without them.
    ...(Array.isArray(operations) && (operations.length > 0 || claim.label === undefined)
      ? [['annotator_operations', operations] as [string, unknown]]
      : []),
    ...(published !== undefined ? [['context', published] as [string, unknown]] : []),
  ];
}

interface ContextSet {
  readonly content: readonly string[];
  readonly context?: unknown;
}

/** The contexts of evidence that the corpus does not give anyway, such as those of articles it does not hold. */
function publishedContext(
  sets: readonly ContextSet[],
  context: FormatContext,
): Readonly<Record<string, readonly string[]>> | undefined {
  const found = new Map<string, readonly string[]>();
  for (const set of sets) {
    for (const id of set.content) {
      const own = stringsAt(set.context, id);
      if (own === undefined || found.has(id)) continue;
      const given = corpusContext(id, context);
      if (own.length !== given.length || own.some((part, at) => part !== given[at])) found.set(id, own);
    }
  }
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

/** The context that the claim itself brings for a piece of its evidence, under the key `context`. */
function ownContext(claim: OpenClaim, id: string): readonly string[] | undefined {
  return stringsAt(Object.hasOwn(claim, 'context') ? claim.context : undefined, id);
}

/** The list of strings under an object's own key. */
function stringsAt(object: unknown, key: string): readonly string[] | undefined {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return undefined;
  const list = (object as Record<string, unknown>)[key];
  return Array.isArray(list) && list.every((part) => typeof part === 'string') ? list : undefined;
}

/** The context that the corpus gives for an id; its title is spelt as in the id, which may be NFD. */
function corpusContext(id: string, { evidence }: FormatContext): string[] {
  const record = evidence.get(id);
  if (record === undefined) {
    const title = parseEvidenceId(id)?.title;
    return title === undefined ? [] : [`${title}_title`];
  }
  const localChars = record.id.length - record.title.length;
  const title = id.slice(0, id.length - localChars);
  return contextOf(record).map((part) => title + part.slice(record.title.length));
}
