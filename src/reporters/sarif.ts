import type { Diagnostic, Edit, Place } from '../diagnostic/diagnostic.ts';
import { fingerprintsOf } from '../diagnostic/fingerprint.ts';
import type { RuleMeta } from '../diagnostic/rule-meta.ts';
import { version } from '../version.ts';
import { codeUnitColumns, markLength } from './columns.ts';
import { countSeverities, formatNumber, severityWords, subtractCounts } from './count-words.ts';
import { placeOfEdit } from './edit-place.ts';
import { fileUri } from './file-uri.ts';
import { heaviestFirst } from './heaviest-first.ts';
import { printStrictJson } from './print-json.ts';
import type { Reporter } from './reporter.ts';
import { sarifRule } from './sarif-rule.ts';
import { sarifLevels, sarifText } from './sarif-text.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * GitHub refuses a run with more results, and shows no more locations of one.
 *
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/troubleshoot-sarif-uploads/results-exceed-limit
 */
const [maxResults, maxLocations] = [25_000, 100];

/**
 * SARIF 2.1.0, for code scanning: one run, one result a line. Columns are UTF-16 code units. Of more findings than GitHub takes, the
 * heaviest are there, and a notification says how many are not.
 *
 * There is no `automationDetails`: the category of an upload is for the workflow to choose, and an id in the file would win over it.
 * There is no `primaryLocationLineHash` among the fingerprints either: GitHub's upload action makes its own and warns of any other.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Reporter = {
  id: 'sarif',
  title: 'For code scanning: SARIF 2.1.0.',
  *render({ diagnostics, rules }) {
    const shown = heaviest(diagnostics, maxResults);
    const fingerprints = fingerprintsOf(shown);
    const descriptors = describeRules(shown, rules);
    const ruleIndex = new Map(descriptors.map(({ id }, which) => [id, which]));
    const invocation = {
      executionSuccessful: true,
      ...(shown.length < diagnostics.length && {
        toolExecutionNotifications: [
          { level: 'warning', message: { text: leftOutText(diagnostics, shown) } },
        ],
      }),
    };
    const run = {
      tool: { driver: { name: 'claimset', version, semanticVersion: version, rules: descriptors } },
      invocations: [invocation],
      columnKind: 'utf16CodeUnits',
    };
    yield `{"$schema":"${schema}","version":"2.1.0","runs":[${printStrictJson(run).slice(0, -1)},"results":[`;
    for (const [which, diagnostic] of shown.entries()) {
      const result = resultOf(diagnostic, ruleIndex.get(diagnostic.ruleId) ?? -1, fingerprints[which] ?? '');
      yield `${which === 0 ? '' : ','}\n${printStrictJson(result)}`;
    }
    yield shown.length === 0 ? ']}]}\n' : '\n]}]}\n';
  },
};

/** The heaviest findings, in the order of the report. */
function heaviest(diagnostics: readonly Diagnostic[], count: number): readonly Diagnostic[] {
  if (diagnostics.length <= count) return diagnostics;
  const kept = new Set<Diagnostic>();
  for (const diagnostic of heaviestFirst(diagnostics)) {
    if (kept.size === count) break;
    kept.add(diagnostic);
  }
  return diagnostics.filter((diagnostic) => kept.has(diagnostic));
}

function leftOutText(diagnostics: readonly Diagnostic[], shown: readonly Diagnostic[]): string {
  const leftOut = subtractCounts(countSeverities(diagnostics), countSeverities(shown));
  return `The ${formatNumber(shown.length)} heaviest findings are here; left out: ${severityWords(leftOut)}.`;
}

/** The rules that have findings, sorted by id: the descriptions of all would be most of a small report. */
function describeRules(diagnostics: readonly Diagnostic[], rules: readonly RuleMeta[]) {
  const metas = new Map(rules.map((rule) => [rule.id, rule]));
  const firstOf = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (!firstOf.has(diagnostic.ruleId)) firstOf.set(diagnostic.ruleId, diagnostic);
  }
  return [...firstOf.values()]
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
    .map((diagnostic) => sarifRule(diagnostic, metas.get(diagnostic.ruleId)));
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string): object {
  const { ruleId, severity, message, help, place, related, fix } = diagnostic;
  const { claimId, pointer } = place;
  const fixed = fix === undefined ? undefined : fixOf(place, fix);
  return {
    ruleId,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: sarifText(help === '' ? message : `${message} ${help}`) },
    locations: [{ physicalLocation: locationOf(place) }],
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, maxLocations).map((other, which) => ({
        id: which + 1,
        message: { text: sarifText(other.message) },
        physicalLocation: locationOf(other.place),
      })),
    }),
    partialFingerprints: { 'claimsetFinding/v1': fingerprint },
    ...(fixed !== undefined && { fixes: [fixed] }),
    ...((claimId !== undefined || pointer !== undefined) && {
      properties: {
        ...(claimId !== undefined && { claimId }),
        ...(pointer !== undefined && { pointer }),
      },
    }),
  };
}

function locationOf(place: Place): object {
  return { artifactLocation: artifactOf(place), region: regionOf(place) };
}

function artifactOf({ file }: Place): object {
  const { uri, isRelative } = fileUri(file);
  return { uri, ...(isRelative && { uriBaseId: '%SRCROOT%' }) };
}

function regionOf(place: Place): object {
  const columns = codeUnitColumns(place);
  return {
    startLine: place.start.line,
    startColumn: columns.start,
    endLine: place.end.line,
    endColumn: columns.end,
  };
}

/** All edits of a fix or none: half of one would be another change. */
function fixOf(place: Place, edits: readonly Edit[]): object | undefined {
  const replacements = edits.flatMap(({ span, text }) => {
    const where = placeOfEdit(place, span);
    // A region of text cannot hold the byte order mark.
    const isOfMark = where !== undefined && markLength(where) > 0 && where.start.column === 1;
    return where === undefined || isOfMark
      ? []
      : { deletedRegion: regionOf(where), insertedContent: { text } };
  });
  if (edits.length === 0 || replacements.length < edits.length) return undefined;
  return {
    description: { text: 'The change that `claimset validate --fix` makes.' },
    artifactChanges: [{ artifactLocation: artifactOf(place), replacements }],
  };
}
