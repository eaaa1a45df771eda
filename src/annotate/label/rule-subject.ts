/**
 * What a rule of the validator is about: an `answer` (label, evidence, challenge), the `text` of a claim, the `line` of a file, which the
 * program writes itself, or the whole `dataset`.
 */
export type RuleSubject = 'answer' | 'text' | 'line' | 'dataset';

const byGroup: Readonly<Record<string, RuleSubject>> = {
  claim: 'text',
  dataset: 'dataset',
  evidence: 'answer',
  file: 'line',
  label: 'answer',
  schema: 'line',
};

/** Rules that are about something else than the others of their group. */
const byId: Readonly<Record<string, RuleSubject>> = {
  // Whether the numbers of a claim stand in the evidence is asked of the evidence.
  'claim/unsupported-number': 'answer',
  'schema/annotation': 'answer',
  'schema/unknown-challenge': 'answer',
  'schema/unknown-label': 'answer',
  'schema/unknown-mutation': 'text',
};

/**
 * What a rule is about, so that those who label are not told of what they cannot change; `undefined` for a group that is not known here.
 *
 * @param scope of the rule; a rule with the scope `dataset` is about the dataset whatever its group
 */
export function ruleSubject(ruleId: string, scope: string): RuleSubject | undefined {
  if (scope === 'dataset') return 'dataset';
  if (Object.hasOwn(byId, ruleId)) return byId[ruleId];
  const [group = ''] = ruleId.split('/');
  return Object.hasOwn(byGroup, group) ? byGroup[group] : undefined;
}
