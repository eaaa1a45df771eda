import type { Diagnostic, Edit, Place } from '../diagnostic/diagnostic.ts';
import { printJson } from './print-json.ts';
import type { Reporter } from './reporter.ts';

/** Raised when a field changes its meaning or goes; a new field does not raise it. */
const reportVersion = 1;

/**
 * For programs: `schema/report.schema.json` describes it. One finding a line, keys in the order of the schema, pure ASCII
 * where a character could act on a terminal. Offsets and columns count UTF-16 code units.
 */
export const json: Reporter = {
  id: 'json',
  title: 'For programs: JSON, described by schema/report.schema.json.',
  *render({ diagnostics, summary }) {
    const { files, records, counts, fixable, fixed, suppressed = 0, known = 0, unchanged = 0 } = summary;
    const { error, warning, info } = counts;
    const head = {
      files,
      records,
      counts: { error, warning, info },
      fixable,
      fixed,
      suppressed,
      known,
      unchanged,
    };
    yield `{"version":${reportVersion},"summary":${printJson(head)},"diagnostics":[`;
    for (const [which, diagnostic] of diagnostics.entries()) {
      yield `${which === 0 ? '' : ','}\n${printJson(diagnosticOf(diagnostic))}`;
    }
    yield diagnostics.length === 0 ? ']}\n' : '\n]}\n';
  },
};

function diagnosticOf(diagnostic: Diagnostic): object {
  const { ruleId, messageId, level, severity, message, why, help, place, related, fix, suggestions, url } =
    diagnostic;
  return {
    ruleId,
    messageId,
    level,
    severity,
    message,
    why,
    help,
    place: placeOf(place),
    related: related.map((other) => ({ message: other.message, place: placeOf(other.place) })),
    ...(fix && { fix: fix.map(editOf) }),
    ...(suggestions && {
      suggestions: suggestions.map((suggestion) => ({
        message: suggestion.message,
        edits: suggestion.edits.map(editOf),
      })),
    }),
    url,
  };
}

/** Without the text of the line: it can be 100 kB long, and whoever reads the report has the file. */
function placeOf({ file, span, start, end, claimId, pointer }: Place): object {
  return {
    file,
    span: { start: span.start, end: span.end },
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
    ...(claimId !== undefined && { claimId }),
    ...(pointer !== undefined && { pointer }),
  };
}

function editOf({ span, text }: Edit): object {
  return { span: { start: span.start, end: span.end }, text };
}
