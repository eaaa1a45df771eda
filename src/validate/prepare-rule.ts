import type { Diagnostic, Level } from '../diagnostic/diagnostic.ts';
import type { LineEntry, LineKind } from './record-entry.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * A rule made ready to run. All have one shape: rules are objects of many, and looking into those for each record would take
 * longer than most rules do (measured: half of the time of levels 1 to 4).
 */
export interface PreparedRule {
  readonly rule: Rule;
  readonly level: Level;
  readonly context: RuleContext;
  /** Whether the rule certainly finds nothing. */
  readonly skip: (entry: LineEntry, context: RuleContext) => boolean;
  /** What the rule finds; `undefined` where that is nothing. */
  readonly check: (entry: LineEntry, context: RuleContext) => Iterable<Diagnostic> | undefined;
  /** What the rule finds behind the last record. */
  readonly finish: () => Iterable<Diagnostic>;
}

const never = (): boolean => false;
const nothing = (): readonly Diagnostic[] => [];

/** The rule with what it may look at; a dataset rule begins its run. */
export function prepareRule(rule: Rule, context: RuleContext): PreparedRule {
  const { level } = rule;
  if (rule.scope === 'dataset') {
    const { visit, finish } = rule.begin(context);
    const check = (visit ?? nothing) as unknown as PreparedRule['check'];
    return {
      rule,
      level,
      context,
      skip: visit === undefined ? () => true : never,
      check,
      finish: finish ?? nothing,
    };
  }
  // The kind and level of a record say which entry a rule is given: `rulesFor` and the engine see to both.
  const { check, skip = never } = rule as unknown as Pick<PreparedRule, 'check'> &
    Partial<Pick<PreparedRule, 'skip'>>;
  return { rule, level, context, skip, check, finish: nothing };
}

/** The rules that look at records of a kind, in claimset's own form or in that of another dataset. */
export function rulesFor(
  prepared: readonly PreparedRule[],
  kind: LineKind,
  isForeign: boolean,
): PreparedRule[] {
  return prepared.filter(({ rule: { scope, nativeOnly } }) => {
    if (isForeign && nativeOnly === true) return false;
    if (kind === 'claim') return true;
    return scope === 'line' || (scope === 'record' && kind === 'annotation');
  });
}
