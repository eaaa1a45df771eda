import type { z } from 'zod';
import { expectedOf } from '../../claims/issue-words.ts';
import { claimSuppressionSchema, fileSuppressionSchema, type Suppression } from '../../claims/suppression.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { jsonFinding } from '../../diagnostic/json-finding.ts';
import { placeInLine } from '../../diagnostic/place-in-line.ts';
import { createDiagnostic, type Finding, type RuleMeta } from '../../diagnostic/rule-meta.ts';
import { checkJsonLine } from '../../text/check-json-line.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { foundOf } from '../../text/found-of.ts';
import { valueAt } from '../../text/json-pointer.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { locateInLine } from '../../text/locate-in-line.ts';
import type { SourceLine } from '../../text/source-line.ts';
import { ownValue } from '../line-entry.ts';
import { deleteLine, placeOfSuppression, type SuppressionEntry } from './suppression-entry.ts';
import { suppressionRules } from './suppression-rules.ts';

/** What a file of suppressions holds. */
export interface ReadSuppressions {
  /** Those that can be used, each once. */
  readonly entries: readonly SuppressionEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads suppressions, one a line; blank lines are skipped.
 *
 * @param rules all rules there are; findings of levels 1 to 3 cannot be suppressed
 */
export function readSuppressions(lines: Iterable<SourceLine>, rules: readonly RuleMeta[]): ReadSuppressions {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const entries = new Map<string, SuppressionEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const line of lines) {
    const before = diagnostics.length;
    const { json, problems } = checkJsonLine(line);
    if (json === undefined && problems.length === 0) continue;
    for (const finding of checkLine(line, { json, problems }, byId)) diagnostics.push(finding);
    if (diagnostics.length > before) continue;
    const entry = { suppression: json as Suppression, line };
    const key = keyOf(entry.suppression);
    const first = entries.get(key);
    if (first === undefined) entries.set(key, entry);
    else diagnostics.push(duplicate(entry, first));
  }
  return { entries: [...entries.values()], diagnostics };
}

/** What one line has wrong; nothing for a suppression that can be used. */
function* checkLine(
  line: SourceLine,
  { json, problems }: ReturnType<typeof checkJsonLine>,
  rules: ReadonlyMap<string, RuleMeta>,
): Generator<Diagnostic> {
  const [invalid] = line.invalidBytes;
  if (invalid !== undefined) {
    yield report('notUtf8', {
      data: { byte: invalid.byte.toString(16).padStart(2, '0'), byteOffset: invalid.byteOffset },
      place: placeInLine(line, { start: invalid.offset, end: invalid.offset + 1 }),
      help: 'Save the file as UTF-8.',
    });
    return;
  }
  for (const problem of problems) {
    const { suggestions: _, ...finding } = jsonFinding(problem, (span) => placeInLine(line, span));
    yield report(problem.kind, finding);
  }
  if (problems.length > 0) return;
  const about = valueAt(json, ['claim']) === undefined ? 'a file' : 'a claim';
  const schema = about === 'a claim' ? claimSuppressionSchema : fileSuppressionSchema;
  for (const issue of schema.safeParse(json).error?.issues ?? []) yield* explain(line, json, issue, about);
  yield* checkRule(line, ownValue(json, 'rule'), rules);
}

function* explain(
  line: SourceLine,
  json: unknown,
  issue: z.core.$ZodIssue,
  about: 'a claim' | 'a file',
): Generator<Diagnostic> {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const help = didYouMean(key, Object.keys(claimSuppressionSchema.shape));
      yield report('unknownKey', {
        data: { key, what: about },
        place: placeOfSuppression(line, [key], 'key'),
        ...(key === 'pointer' ? { help: 'Name the `claim` as well.' } : help !== undefined && { help }),
      });
    }
    return;
  }
  const path = issue.path as JsonPath;
  const key = String(path[0]);
  const expected = expectedWords[key] ?? expectedOf(issue);
  const value = valueAt(json, path);
  if (value === undefined) {
    const hasNeither = key === 'file' && about === 'a file';
    const { start } = locateInLine(line, []);
    yield report('missing', {
      data: {
        key: hasNeither ? 'claim' : key,
        expected: hasNeither ? 'the id of a claim, or `file` for findings about no claim' : expected,
      },
      place: placeInLine(line, { start, end: start + 1 }, { pointer: '' }),
    });
  } else {
    yield report('wrong', {
      data: { key, expected, found: foundOf(value) },
      place: placeOfSuppression(line, path),
    });
  }
}

const expectedWords: Readonly<Record<string, string>> = {
  pointer: 'a JSON Pointer, such as /evidence/0',
  reason: 'a reason in words',
};

function* checkRule(
  line: SourceLine,
  id: unknown,
  rules: ReadonlyMap<string, RuleMeta>,
): Generator<Diagnostic> {
  if (typeof id !== 'string' || id === '') return;
  const rule = rules.get(id);
  const place = placeOfSuppression(line, ['rule']);
  if (rule === undefined) {
    const suppressible = [...rules.values()]
      .filter((other) => other.level > 3 && !isAboutSuppressions(other))
      .map((other) => other.id);
    const help = didYouMean(id, suppressible) ?? '`claimset rules` lists all rules.';
    yield report('unknownRule', { data: { rule: id }, place, help });
  } else if (rule.level <= 3) {
    const help = 'Mend what was found, for the later checks and the export need it, and remove this line.';
    yield report('level', { data: { rule: id, level: rule.level }, place, help });
  } else if (isAboutSuppressions(rule)) {
    const help = `Remove this line. \`"${id}": "off"\` in the configuration switches the rule off.`;
    yield report('ownRule', { data: { rule: id }, place, help });
  }
}

function isAboutSuppressions({ id }: RuleMeta): boolean {
  return id.startsWith('suppression/');
}

function duplicate({ line, suppression }: SuppressionEntry, first: SuppressionEntry): Diagnostic {
  const isSame = suppression.reason === first.suppression.reason;
  return createDiagnostic(suppressionRules.duplicate, 'duplicate', {
    data: { line: first.line.number },
    place: placeOfSuppression(line),
    related: [{ message: 'It stands here for the first time.', place: placeOfSuppression(first.line) }],
    ...(isSame
      ? { fix: deleteLine(line) }
      : { suggestions: [{ message: 'Remove this line.', edits: deleteLine(line) }] }),
  });
}

function report(messageId: keyof typeof suppressionRules.invalid.messages, finding: Finding): Diagnostic {
  return createDiagnostic(suppressionRules.invalid, messageId, finding);
}

/** What two suppressions have in common that accept the same findings. */
function keyOf(suppression: Suppression): string {
  const { rule, file } = suppression;
  const [claim, pointer] = 'claim' in suppression ? [suppression.claim, suppression.pointer] : [];
  return JSON.stringify([rule, claim ?? null, file ?? null, pointer ?? null]);
}
