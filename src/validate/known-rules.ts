import { corpusRules } from '../corpus/corpus-rules.ts';
import type { RuleMeta } from '../diagnostic/rule-meta.ts';
import { rules } from './rules/index.ts';
import type { ConfigurableRule } from './settings.ts';
import { suppressionRules } from './suppressions/suppression-rules.ts';

/** What reading articles and suppressions finds: configured in the same place as the rules. */
export const readerRules: readonly RuleMeta[] = [
  ...Object.values(corpusRules),
  ...Object.values(suppressionRules),
];

/** All that settings can be about. */
export const configurableRules: readonly ConfigurableRule[] = [...rules, ...readerRules];
