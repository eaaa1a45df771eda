import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { RuleMeta } from '../diagnostic/rule-meta.ts';
import type { Severity } from '../diagnostic/severity.ts';

/** What was looked at, for the closing line of a report. */
export interface ReportSummary {
  readonly files: number;
  readonly records: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings with a safe fix. */
  readonly fixable: number;
  /** Findings that `--fix` has mended in this run. */
  readonly fixed: number;
  /** Findings left out because they were accepted with a reason; 0 by default. */
  readonly suppressed?: number;
  /** Findings left out because the baseline has them; 0 by default. */
  readonly known?: number;
  /** Findings left out because `--since` says that their record has not changed; 0 by default. */
  readonly unchanged?: number;
}

/** What a report is made from. */
export interface Report {
  /** In the order of `compareDiagnostics`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The rules that findings can come from, in any order. One that is missing is described by its findings alone. */
  readonly rules: readonly RuleMeta[];
  readonly summary: ReportSummary;
}

export interface RenderOptions {
  /** Whether terminal colours are wanted. */
  readonly color: boolean;
  /** Columns of the terminal, for reports that wrap: 100 by default and at most. */
  readonly width?: number;
  /** Whether reports that can do so show what fixes and suggestions would make of their lines; not by default. */
  readonly preview?: boolean;
}

/** A way to write findings: one file in this folder each, one line in the registry. */
export interface Reporter {
  /** Name after `--report`, which is also the name of its file. */
  readonly id: string;
  readonly title: string;
  /** The report piece by piece, in all with a final line feed unless it is empty: a million findings fit no string. */
  readonly render: (report: Report, options: RenderOptions) => Iterable<string>;
}
