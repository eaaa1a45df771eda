import type { Session } from '../../annotate/api/session.ts';
import { type RuleSubject, ruleSubject } from '../../annotate/label/rule-subject.ts';
import type { Article } from '../../corpus/article.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { rules } from '../../validate/rules/index.ts';
import { createRecordChecker } from '../../validate/validate.ts';

/** A record that is being made, of a claim or of an annotation. */
export interface CheckedRecord {
  readonly kind: 'claim' | 'annotation';
  readonly record: object;
}

/** The findings about records, each said once, errors first. */
export type RecordsChecker = (records: readonly CheckedRecord[]) => readonly Diagnostic[];

/**
 * The validator with the settings of the dataset, for rules about one thing.
 *
 * @param articles those that the records cite; rules that must know all articles of the corpus are left out
 */
export function createRecordsChecker(
  { validate, dataset, annotator }: Session,
  articles: readonly Article[],
  subject: RuleSubject,
): RecordsChecker {
  const wanted = rules.filter(
    ({ id, scope, needs }) => needs !== 'articles' && ruleSubject(id, scope) === subject,
  );
  // The schema refuses what is no record, whatever the rules are about.
  const schema = rules.filter(({ level, id }) => level === 2 && !wanted.some((rule) => rule.id === id));
  const check = createRecordChecker(new EvidenceIndex(articles), {
    settings: validate,
    language: dataset.language,
    rules: [...wanted, ...schema],
    pathOf: () => `claims/annotations/${annotator}.jsonl`,
  });
  return (records) => {
    const found = new Map<string, Diagnostic>();
    for (const { kind, record } of records) {
      for (const diagnostic of check(record, kind)) {
        // A claim and an annotation with the same evidence have the same fault.
        const key = `${diagnostic.ruleId} ${diagnostic.messageId} ${diagnostic.place.pointer}`;
        if (!found.has(key)) found.set(key, diagnostic);
      }
    }
    return [...found.values()].sort((a, b) => weights[a.severity] - weights[b.severity]);
  };
}

const weights = { error: 0, warning: 1, info: 2 } as const;
