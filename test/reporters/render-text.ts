import { findReporter } from '../../src/reporters/index.ts';
import type { Report } from '../../src/reporters/reporter.ts';

/** The whole of a report without colours. */
export function renderText(id: string, report: Report): string {
  return [...findReporter(id).render(report, { color: false })].join('');
}
