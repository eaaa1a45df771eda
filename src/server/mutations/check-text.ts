import { ruleSubject } from '../../annotate/label/rule-subject.ts';
import type { Config } from '../../claims/config.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { heaviestFirst } from '../../reporters/heaviest-first.ts';
import { rules } from '../../validate/rules/index.ts';
import { createRecordChecker } from '../../validate/validate.ts';

/** The findings about the text of a claim, errors first, by the validator's rules and the settings of a dataset. */
export type TextCheck = (claim: object) => readonly Diagnostic[];

/** A check of the texts of claims, and of nothing else about them. */
export function createTextCheck(evidence: Evidence, { validate, language }: Config): TextCheck {
  const check = createRecordChecker(evidence, {
    settings: validate,
    language,
    rules: rules.filter(({ id, scope, needs }) => needs !== 'articles' && ruleSubject(id, scope) === 'text'),
    pathOf: () => 'claims/new.jsonl',
  });
  return (claim) => [...heaviestFirst(check(claim))];
}
