import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { printable } from '../text/printable.ts';
import { characterColumns } from './columns.ts';
import { countSeverities, severityWords, subtractCounts } from './count-words.ts';
import { heaviestFirst } from './heaviest-first.ts';
import { printPlace } from './position.ts';
import type { Reporter } from './reporter.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** So many annotations of each severity GitHub shows of one step of a job; more are not worth a line each. */
const maxOfSeverity = 10;
/** Other places that a command names at most. */
const maxRelated = 3;

/**
 * For GitHub Actions: one workflow command a finding, which GitHub shows at the line in the pull request; the heaviest first, and no
 * more than GitHub shows. The rest is counted: the step summary has it (see `step-summary.ts`).
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const github: Reporter = {
  id: 'github',
  title: 'For GitHub Actions: annotations in the pull request.',
  *render({ diagnostics }) {
    const shown = { error: 0, warning: 0, info: 0 };
    for (const diagnostic of heaviestFirst(diagnostics)) {
      if (shown[diagnostic.severity] === maxOfSeverity) continue;
      shown[diagnostic.severity] += 1;
      yield `${renderCommand(diagnostic)}\n`;
    }
    const more = severityWords(subtractCounts(countSeverities(diagnostics), shown));
    if (more !== '') yield `…and ${more} more in the step summary\n`;
  },
};

function renderCommand({ place, severity, ruleId, message, help, related }: Diagnostic): string {
  const { start, end } = place;
  const columns = characterColumns(place);
  const properties: Record<string, string | number> = {
    file: place.file,
    line: start.line,
    // GitHub takes columns only where the annotation begins and ends on one line.
    ...(columns.start !== undefined && columns.end !== undefined && { col: columns.start }),
    endLine: end.line,
    ...(columns.start !== undefined && columns.end !== undefined && { endColumn: columns.end }),
    title: ruleId,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const lines = [
    message,
    ...(help === '' ? [] : [help]),
    ...related.slice(0, maxRelated).map((other) => `See ${printPlace(other.place)}: ${other.message}`),
  ];
  return `::${commands[severity]} ${list.join(',')}::${lines.map(escapeData).join('%0A')}`;
}

/** Percent signs escaped; line breaks, which would end the command, are shown like all control characters. */
function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C').replaceAll(';', '%3B');
}
