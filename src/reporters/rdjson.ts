import type { Diagnostic, Edit, Place } from '../diagnostic/diagnostic.ts';
import { severities } from '../diagnostic/severity.ts';
import { byteColumns } from './columns.ts';
import { placeOfEdit } from './edit-place.ts';
import { printStrictJson } from './print-json.ts';
import type { Reporter } from './reporter.ts';

const severityOf = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

/**
 * For reviewdog: one `DiagnosticResult`. Columns are 1-based bytes of UTF-8. Needs reviewdog 0.18 or newer, which knows related
 * locations; older ones refuse what they do not know.
 *
 * @see https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto
 */
export const rdjson: Reporter = {
  id: 'rdjson',
  title: 'For reviewdog: comments on pull requests of many hosts.',
  *render({ diagnostics, summary }) {
    const worst = severities.find((severity) => summary.counts[severity] > 0);
    const severity = worst === undefined ? '' : `"severity":"${severityOf[worst]}",`;
    yield `{"source":{"name":"claimset"},${severity}"diagnostics":[`;
    for (const [which, diagnostic] of diagnostics.entries()) {
      yield `${which === 0 ? '' : ','}\n${printStrictJson(resultOf(diagnostic))}`;
    }
    yield diagnostics.length === 0 ? ']}\n' : '\n]}\n';
  },
};

function resultOf(diagnostic: Diagnostic): object {
  const { ruleId, message, help, severity, place, related } = diagnostic;
  const suggestions = suggestionsOf(diagnostic);
  return {
    message: help === '' ? message : `${message}\n${help}`,
    location: locationOf(place),
    severity: severityOf[severity],
    code: { value: ruleId },
    ...(suggestions.length > 0 && { suggestions }),
    ...(related.length > 0 && {
      related_locations: related.map((other) => ({
        message: other.message,
        location: locationOf(other.place),
      })),
    }),
  };
}

/** The fix and the suggestions that are one edit each: the format takes every edit for a choice of its own. */
function suggestionsOf({ place, fix, suggestions = [] }: Diagnostic): object[] {
  const choices = [...(fix === undefined ? [] : [fix]), ...suggestions.map(({ edits }) => edits)];
  return choices.flatMap((edits) => {
    const [edit] = edits;
    return edit === undefined || edits.length > 1 ? [] : suggestionOf(place, edit);
  });
}

function suggestionOf(place: Place, { span, text }: Edit): object[] {
  const where = placeOfEdit(place, span);
  if (where === undefined) return [];
  const range = rangeOf(where);
  // Without columns a range means whole lines, which is not what the edit replaces.
  return 'column' in range.start ? [{ range, text }] : [];
}

function locationOf(place: Place): object {
  return { path: place.file, range: rangeOf(place) };
}

interface Position {
  readonly line: number;
  readonly column?: number;
}

/** With columns at both ends or at neither: then it is whole lines. The first column of a line is known of every line. */
function rangeOf(place: Place): { readonly start: Position; readonly end: Position } {
  const { start, end } = place;
  const columns = byteColumns(place);
  const endColumn = columns.end ?? (end.column === 1 ? 1 : undefined);
  return columns.start === undefined || endColumn === undefined
    ? { start: { line: start.line }, end: { line: end.line } }
    : { start: { line: start.line, column: columns.start }, end: { line: end.line, column: endColumn } };
}
