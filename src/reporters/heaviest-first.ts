import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { severities } from '../diagnostic/severity.ts';

/** The findings with errors first, then warnings, then infos; those of one severity in the order they came in. */
export function* heaviestFirst(diagnostics: readonly Diagnostic[]): Generator<Diagnostic> {
  for (const severity of severities) {
    for (const diagnostic of diagnostics) if (diagnostic.severity === severity) yield diagnostic;
  }
}
