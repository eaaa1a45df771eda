import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fingerprintsOf } from '../diagnostic/fingerprint.ts';
import { plainPath } from '../text/plain-path.ts';
import { printStrictJson } from './print-json.ts';
import type { Reporter } from './reporter.ts';

const severityOf = { error: 'major', warning: 'minor', info: 'info' } as const;

/**
 * For GitLab: a Code Quality report, which GitLab compares with that of the target branch by fingerprint.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Reporter = {
  id: 'gitlab',
  title: 'For GitLab: a Code Quality report.',
  *render({ diagnostics }) {
    const fingerprints = fingerprintsOf(diagnostics);
    yield '[';
    for (const [which, diagnostic] of diagnostics.entries()) {
      yield `${which === 0 ? '' : ','}\n${printStrictJson(issueOf(diagnostic, fingerprints[which] ?? ''))}`;
    }
    yield diagnostics.length === 0 ? ']\n' : '\n]\n';
  },
};

function issueOf({ ruleId, message, help, severity, place }: Diagnostic, fingerprint: string): object {
  return {
    description: help === '' ? message : `${message} ${help}`,
    check_name: ruleId,
    fingerprint,
    severity: severityOf[severity],
    location: {
      path: plainPath(place.file),
      lines: { begin: place.start.line, end: place.end.line },
    },
  };
}
