import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { RuleMeta } from '../../diagnostic/rule-meta.ts';
import type { Severity } from '../../diagnostic/severity.ts';
import { countSeverities } from '../../reporters/count-words.ts';
import { findReporter } from '../../reporters/index.ts';
import type { Report } from '../../reporters/reporter.ts';
import { type CommandIo, type OutputStream, wantsColor } from '../command-io.ts';
import { guardWorkflow } from './workflow-guard.ts';

/** What was looked at, besides what is reported. */
export interface Looked {
  readonly files: number;
  readonly records: number;
  /** Of all that was found, where not all of it is reported. */
  readonly counts?: Readonly<Record<Severity, number>>;
  /** Findings that were mended in this run. */
  readonly fixed?: number;
  /** Findings that were left out, and why. */
  readonly suppressed?: number;
  readonly known?: number;
  readonly unchanged?: number;
}

/** How a report is printed. */
export interface PrintOptions {
  /** Id of the reporter; for people by default. */
  readonly format?: string;
  /** Whether to show what edits would make of their lines, where the format can. */
  readonly preview?: boolean;
}

/** Findings, sorted, as a report. `rules` are those that they can come from. */
export function createReport(
  diagnostics: readonly Diagnostic[],
  { fixed = 0, counts = countSeverities(diagnostics), ...looked }: Looked,
  rules: readonly RuleMeta[] = [],
): Report {
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length;
  return { diagnostics, rules, summary: { ...looked, counts, fixable, fixed } };
}

/** Writes findings, sorted, to a stream for people. */
export function report(
  diagnostics: readonly Diagnostic[],
  looked: Looked,
  stream: OutputStream,
  io: CommandIo,
): Promise<void> {
  return printReport(createReport(diagnostics, looked), stream, io);
}

/** Writes a report to a stream. */
export async function printReport(
  content: Report,
  stream: OutputStream,
  io: CommandIo,
  { format = 'pretty', preview = false }: PrintOptions = {},
): Promise<void> {
  const options = {
    color: wantsColor(io, stream),
    preview,
    ...(stream.columns !== undefined && { width: stream.columns }),
  };
  const write = async (): Promise<void> => {
    for (const piece of inBlocks(findReporter(format).render(content, options))) await stream.write(piece);
  };
  // The github reporter writes commands and escapes the rest; other formats are for programs.
  await (format === 'pretty' ? guardWorkflow(stream, io, write) : write());
}

const blockChars = 1 << 16;

/** The pieces joined into larger ones: a write costs more than a line. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < blockChars) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
