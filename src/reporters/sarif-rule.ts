import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { RuleMeta } from '../diagnostic/rule-meta.ts';
import { sarifLevels, sarifText } from './sarif-text.ts';

/** A rule as SARIF describes it (`reportingDescriptor`). */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[]; readonly 'problem.severity': string };
}

/**
 * The description of a finding's rule; what only its meta knows is taken from the finding where there is none. There is no `helpUri`,
 * which must be absolute: the pages of the rules come with the package, and `claimset explain` shows them.
 */
export function sarifRule(finding: Diagnostic, meta: RuleMeta | undefined): SarifRule {
  const { ruleId: id, level, why } = finding;
  const [group = id] = id.split('/');
  const severity = meta?.severity ?? finding.severity;
  const source = meta === undefined ? '' : `\n\nSource: ${meta.source}`;
  const explain = `claimset explain ${id}`;
  return {
    id,
    shortDescription: { text: sarifText(meta?.title ?? why) },
    fullDescription: { text: sarifText(why) },
    help: {
      text: sarifText(`${why}${source}\n\nExamples: ${explain}`),
      markdown: sarifText(`${why}${source}\n\nExamples: \`${explain}\``),
    },
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: {
      tags: [group, `level-${level}`],
      // The words that GitHub sorts and filters by.
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}
