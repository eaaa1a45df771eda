import type { Report } from '../measure-report.ts';

/** One way to print a report: one file in `print/`, one line in `print/index.ts`. */
export interface ReportPrinter {
  readonly id: string;
  /** The whole text, with a line feed at its end. */
  readonly print: (report: Report) => string;
}
