import { ToolError } from '../../errors.ts';
import { appendText } from '../../io/append-text.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks } from '../../io/files.ts';
import { findReporter } from '../../reporters/index.ts';
import type { Report } from '../../reporters/reporter.ts';
import { renderStepSummary } from '../../reporters/step-summary.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo, OutputStream } from '../command-io.ts';
import { type PrintOptions, printReport } from './report.ts';
import type { ReportPlan } from './report-plan.ts';

/** Writes a report to all its places. `stream` takes what the plan has for standard output. @throws ToolError for a file that cannot be written. */
export async function writeReports(
  report: Report,
  plan: ReportPlan,
  stream: OutputStream,
  io: CommandIo,
  options: Omit<PrintOptions, 'format'> = {},
): Promise<void> {
  for (const { format, file, path } of plan.files) {
    writeFileAtomic(followLinks(path), findReporter(format).render(report, { color: false }));
    await io.stderr.write(`written ${printable(file ?? path)}\n`);
    // Writing catches Ctrl-C, and long reports are written in one go: it is heard between them.
    await new Promise((resume) => setImmediate(resume));
  }
  for (const format of plan.stdout) await printReport(report, stream, io, { ...options, format });
  if (plan.stepSummary) await writeStepSummary(report, io);
}

/** Appends to the summary of a step, where the workflow has one. It is an extra: that it cannot be written fails no check. */
async function writeStepSummary(report: Report, { env, stderr }: CommandIo): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === '') return;
  try {
    appendText(path, (bytesThere) => renderStepSummary(report, bytesThere));
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    await stderr.write(`warning: the summary of the step was not written. ${error.message}\n`);
  }
}
