import type { RuleSettings } from '../rule-settings.ts';

/** Settings of rules that belong together: one file in this folder each, one line in the registry. */
export interface Profile {
  /** Name after `--profile`, which is also the name of its file. */
  readonly id: string;
  /** Whom it is for, a sentence. */
  readonly title: string;
  readonly rules: RuleSettings;
}
