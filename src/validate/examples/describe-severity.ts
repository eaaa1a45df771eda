import { profiles } from '../profiles/index.ts';
import { type ConfigurableRule, resolveRule } from '../settings.ts';

/** How heavy findings are without settings, such as `warning`; of a rule that is off then, the profiles too that turn it on. */
export function describeSeverity(rule: ConfigurableRule): string {
  if (rule.optIn !== true) return rule.severity;
  const turnedOn = profiles.flatMap(({ id }) => {
    const { severity } = resolveRule(rule, { profiles: [id] });
    return severity === 'off' ? [] : [`${severity} in ${id}`];
  });
  return turnedOn.length === 0 ? 'off' : `off (${turnedOn.join(', ')})`;
}
