import { annotationSchema } from '../../claims/annotation.ts';
import { claimSchema } from '../../claims/claim.ts';
import { expectedOf, pathWords } from '../../claims/issue-words.ts';
import { journalEventSchema } from '../../claims/journal-event.ts';
import { unlabelledClaimSchema } from '../../claims/unlabelled-claim.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Finding } from '../../diagnostic/rule-meta.ts';
import { foundOf } from '../../text/found-of.ts';
import { valueAt } from '../../text/json-pointer.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { nearestWords } from '../../text/nearest.ts';
import { type ForeignEvidence, foreignForm, isFlatList } from '../evidence/evidence-form.ts';
import { ownValue } from '../line-entry.ts';
import { removeItem } from '../list-edits.ts';
import type { LineEntry, LineKind } from '../record-entry.ts';
import { checkSchema } from './check-schema.ts';
import { unknownWord } from './unknown-word.ts';
import { wordKeysOf } from './word-keys.ts';

/** Messages of the rules that put the schema's refusal of a record without label and evidence into words. */
export const keyMessages = {
  missing: '`{key}` is missing: expected {expected}.',
  wrong: '`{key}`: expected {expected}, found {found}.',
} as const;

/** Messages of the rules that put the schema's refusal into words. */
export const schemaMessages = {
  ...keyMessages,
  emptySet: '`{key}` is an empty evidence set.',
  flatEvidence: '`evidence` is one list of ids, not a list of evidence sets.',
  foreignEvidence: '`evidence` has the form of {form}.',
} as const;

type Report = (messageId: keyof typeof schemaMessages, finding: Finding) => Diagnostic;

/** Says what is wrong with a value in other words than the schema's; `undefined` where it leaves that to them. */
type Explain = (path: JsonPath, value: unknown) => Diagnostic | undefined;

/** The findings about all that the schema refuses in a record, except words that are not known, which have rules of their own. */
export function* checkRecord(
  entry: LineEntry,
  report: Report,
  explain: Explain = () => undefined,
): Generator<Diagnostic> {
  const { kind, json } = entry;
  const elsewhere = wordKeysOf(kind)
    .filter((wordKey) => unknownWord(json, wordKey) !== undefined)
    .map(({ key }) => key);
  const issues = checkSchema(kind, json);
  // A set of title, kind and digits is a list of strings and thus passes the schema.
  const refused = issues.some(({ path: [key] }) => key === 'evidence');
  const evidence = refused ? findEvidenceForm(entry, report) : undefined;
  let told = false;
  for (const issue of issues) {
    const path = issue.path as JsonPath;
    const [key] = path;
    if (typeof key !== 'string' || elsewhere.includes(key)) continue;
    if (key === 'evidence' && evidence !== undefined) {
      // One finding about the form instead of one for each element.
      if (!told) yield evidence;
      told = true;
      continue;
    }
    const data = { key: pathWords(path), expected: expectedAt(path) ?? expectedOf(issue) };
    const value = valueAt(json, path);
    if (value === undefined) {
      yield report('missing', { data, ...missing(entry, key) });
    } else if (Array.isArray(value) && path.length === 2 && key === 'evidence') {
      const sets = (valueAt(json, ['evidence']) as readonly unknown[]).length;
      const edits = removeItem(entry, path, sets);
      yield report('emptySet', {
        data,
        place: entry.place(path),
        help: 'Remove the set: `"evidence":[]` says that there is none.',
        suggestions: [{ message: 'Remove the empty set.', edits }],
      });
    } else {
      yield explain(path, value) ??
        report('wrong', { data: { ...data, found: foundOf(value) }, place: entry.place(path) });
    }
  }
}

/** The findings about all that the schema refuses in a record that has neither label nor evidence. */
export function* checkKeys(
  entry: LineEntry,
  report: (messageId: keyof typeof keyMessages, finding: Finding) => Diagnostic,
): Generator<Diagnostic> {
  for (const issue of checkSchema(entry.kind, entry.json)) {
    const path = issue.path as JsonPath;
    const [key] = path;
    if (typeof key !== 'string') continue;
    const data = { key: pathWords(path), expected: expectedOf(issue) };
    const value = valueAt(entry.json, path);
    if (value === undefined) yield report('missing', { data, ...missing(entry, key) });
    else yield report('wrong', { data: { ...data, found: foundOf(value) }, place: entry.place(path) });
  }
}

/** Evidence says what it holds at each depth, which the schema's types alone do not. */
function expectedAt(path: JsonPath): string | undefined {
  if (path[0] === 'fingerprints' && path.length === 1) return 'an object of fingerprints by evidence id';
  if (path[0] !== 'evidence') return undefined;
  return [undefined, 'a list of evidence sets', 'an evidence set (a list of ids)', 'an evidence id'][
    path.length
  ];
}

function findEvidenceForm(entry: LineEntry, report: Report): Diagnostic | undefined {
  const evidence = ownValue(entry.json, 'evidence');
  const path = ['evidence'];
  if (isFlatList(evidence)) {
    const { start, end } = entry.span(path);
    const text = entry.line.text.slice(start - entry.line.offset, end - entry.line.offset);
    const apart = JSON.stringify(evidence.map((id) => [id]));
    const together = {
      message: 'Make it one set: all of its ids are needed.',
      edits: replace(entry, `[${text}]`),
    };
    const alone = { message: 'Make each id a set: any one of them suffices.', edits: replace(entry, apart) };
    return report('flatEvidence', {
      place: entry.place(path),
      help: 'Wrap the ids that are needed together into a list of their own: `"evidence":[["id","id"]]`.',
      suggestions: evidence.length === 1 ? [together] : [together, alone],
    });
  }
  const foreign = foreignForm(evidence);
  if (foreign === undefined) return undefined;
  return report('foreignEvidence', {
    data: { form: foreign.form },
    place: entry.place(path),
    help: helpFor(entry, foreign),
    ...(foreign.sets && {
      suggestions: [
        {
          message: 'Write the ids as one evidence set.',
          edits: replace(entry, JSON.stringify(foreign.sets)),
        },
      ],
    }),
  });
}

/** What to do about evidence in the form of another dataset. */
function helpFor({ kind }: LineEntry, { formId }: ForeignEvidence): string {
  const write = 'write each element as an evidence id: `"evidence":[["A title_sentence_0"]]`.';
  // Annotations have no other form than their own.
  if (formId === undefined || kind !== 'claim') return `Convert the file, or ${write}`;
  const check = `Check the file as it is with \`claimset validate --format ${formId}\``;
  return formId === 'scifact'
    ? `${check}, or ${write}`
    : `${check}, make claims of it with \`claimset import ${formId}\`, or ${write}`;
}

function replace(entry: LineEntry, text: string) {
  return [{ span: entry.span(['evidence']), text }];
}

/** What other datasets call the keys of a record. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  id: ['uid', 'unique_id', 'claim_id'],
  claim: ['claim_text', 'statement', 'text', 'claim_id'],
  label: ['claim_label', 'gold_label', 'predicted_label', 'verdict'],
  evidence: ['evidences', 'predicted_evidence', 'supporting_facts'],
  at: ['time', 'timestamp', 'date'],
};

/** Keys looked at for the one that was meant. */
const maxKeys = 100;

/** Place and help for a key that is missing: the key that may have been meant, or else the record's opening. */
function missing(entry: LineEntry, key: string): Omit<Finding, 'data'> {
  const known = recordKeys[entry.kind];
  const others = Object.keys(entry.json as object)
    .filter((other) => !known.includes(other))
    .slice(0, maxKeys);
  const meant = others.find((other) => otherNames[key]?.includes(other)) ?? nearestWords(key, others)[0];
  const opening = entry.span([]).start - entry.line.offset;
  const place = entry.at({ start: opening, end: opening + 1 }, []);
  if (meant === undefined) return { place };
  return {
    place,
    help: `Rename the key ${JSON.stringify(meant)} if it was meant.`,
    suggestions: [
      {
        message: `Rename the key ${JSON.stringify(meant)} to "${key}".`,
        edits: [{ span: entry.span([meant], 'key'), text: JSON.stringify(key) }],
      },
    ],
  };
}

/** Keys that have a meaning of their own and were never meant to be another. */
const recordKeys: Readonly<Record<LineKind, readonly string[]>> = {
  claim: Object.keys(claimSchema.shape),
  event: journalEventSchema.options.flatMap((schema) => Object.keys(schema.shape)),
  unlabelled: Object.keys(unlabelledClaimSchema.shape),
  annotation: Object.keys(annotationSchema.shape),
};
