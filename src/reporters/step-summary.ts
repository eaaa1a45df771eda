import { renderMarkdown } from './render-markdown.ts';
import type { Report } from './reporter.ts';

/** GitHub refuses a summary of one step beyond 1 MiB; some room is left for other commands of the step. */
const maxBytes = 1_000_000;

/**
 * The report for the summary of a step of a GitHub workflow, to be appended to the file that `GITHUB_STEP_SUMMARY` names: what the
 * markdown reporter writes, as much of it as a summary still holds.
 *
 * @param bytesThere what other commands of the step have written; Markdown in its own paragraph follows
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
 */
export function* renderStepSummary(report: Report, bytesThere = 0): Generator<string> {
  if (bytesThere > 0) yield '\n\n';
  yield* renderMarkdown(report, Math.max(0, maxBytes - bytesThere));
}
