import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type Severity, severities } from '../diagnostic/severity.ts';
import { plural } from '../text/plural.ts';

/** How many findings there are of each severity. */
export function countSeverities(diagnostics: Iterable<Diagnostic>): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** The findings of each severity that are in `all` and not in `some`. */
export function subtractCounts(
  all: Readonly<Record<Severity, number>>,
  some: Readonly<Record<Severity, number>>,
): Record<Severity, number> {
  return {
    error: all.error - some.error,
    warning: all.warning - some.warning,
    info: all.info - some.info,
  };
}

/** Counts of findings in words, the heaviest first, such as `2 errors, 1 warning`; empty where there are none. */
export function severityWords(counts: Readonly<Record<Severity, number>>): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countWords(counts[severity], severity))
    .join(', ');
}

/** A number with its noun, such as `1,292 records`. */
export function countWords(number: number, noun: string): string {
  return `${formatNumber(number)} ${plural(noun, number)}`;
}

/** With thousands separated, the same in every locale. */
export function formatNumber(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
