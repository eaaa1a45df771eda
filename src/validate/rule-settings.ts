import type { Severity } from '../diagnostic/severity.ts';

/** What is wanted of a rule: a severity or `off`, or that together with its options. */
export type RuleSetting =
  | Severity
  | 'off'
  | {
      readonly severity?: Severity | 'off' | undefined;
      readonly options?: Readonly<Record<string, number>> | undefined;
    };

/** Settings of rules by id. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;
