import type { Rule, RuleNeed } from '../rule.ts';

const needs: Readonly<Record<RuleNeed, string>> = {
  annotations: 'Needs annotations.',
  articles: 'Needs a corpus that is held in memory: tagged text, no database and no folder of pages.',
  corpus: 'Needs a corpus.',
  titles: 'Needs a list of titles.',
};

/** When a rule does not run, in sentences; empty for one that always does. */
export function describeConditions(rule: Rule): string[] {
  return [
    ...(rule.optIn === true ? ['Off unless a profile or the configuration gives it a severity.'] : []),
    ...(rule.needs === undefined ? [] : [needs[rule.needs]]),
    ...(rule.nativeOnly === true ? ['Says nothing about files in the form of another dataset.'] : []),
  ];
}
